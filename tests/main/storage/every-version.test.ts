import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreBackup } from '../../../src/main/storage/backup/restore.ts'
import { migrations } from '../../../src/main/storage/migrations/index.ts'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { secretFrom, slotsOf } from '../../../src/main/storage/protection/proofs.ts'
import { openWith } from '../../../src/main/storage/protection/unlock-library.ts'
import { LetterId } from '../../../src/shared/model/letter.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/schema')
const versions = migrations.map((_, index) => index + 1)
const id = (number: number) => LetterId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

function restored(name: string, secret: Parameters<typeof openWith>[1] = null): Library {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
  const from = join(fixtures, name)
  const now = '2026-11-22T12:00:00.000Z'
  const done = restoreBackup({ from, secret, slots: slotsOf(from), file, present: undefined, now })
  expect(done).toMatchObject({ ok: true, value: { savedAs: null, verified: { issues: [] } } })
  const opened = openWith(file, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.library
}
const textsOf = (library: Library, letter: LetterId) =>
  library.files
    .listOfScan(library.letters.find(letter)?.scanId ?? '')
    .map((file) => new TextDecoder().decode(library.files.getBytes(file.id)))

test.each(versions)('a library of version %i is restored with everything in it', (version) => {
  const name = `version-${version}.waymark`
  // A migration that ships needs its fixture: npx node tests/fixtures/schema/make.ts
  expect(existsSync(join(fixtures, name))).toBe(true)
  const library = restored(name)
  expect(library.letters.find(id(11))).toMatchObject({
    confirmed: { noticeCode: 'CP504', noticeDate: '2026-09-28' },
    answers: { name: 'Alma Example' },
  })
  expect(library.letters.find(id(12))?.removedAt).toBe('2026-10-03T12:00:00.000Z')
  expect([textsOf(library, id(11)), textsOf(library, id(12))]).toEqual([
    ['a read letter'],
    ['a letter that waits'],
  ])
  expect(library.events.listOfLetter(id(11))).toMatchObject([
    { kind: 'conferenceRequested', day: '2026-10-05', note: 'by phone' },
  ])
  if (version >= 2) {
    expect(library.mailings.listOfLetter(id(11))).toMatchObject([{ number: '9407', receipt: id(21) }])
    expect(new TextDecoder().decode(library.exhibits.getBytes(id(21)))).toBe('a receipt')
    expect(library.formTemplates.list()).toMatchObject([{ form: '2848' }])
  }
  library.close()
})

test.each([
  ['passphrase', { kind: 'passphrase', passphrase: 'four words for ever' }],
  ['recovery key', { kind: 'recovery', key: '3VRF-4SEE-2W55-8A05-TQ6S-P2TK-0R67' }],
] as const)('a protected backup of the first form is restored by its %s', async (_name, proof) => {
  const copy = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'b.waymark')
  copyFileSync(join(fixtures, 'protected-1.waymark'), copy)
  const secret = await secretFrom(copy, proof)
  if (!secret.ok) throw new Error(secret.error.code)
  const library = restored('protected-1.waymark', secret.value)
  const [letter] = library.letters.list()
  expect(letter && textsOf(library, letter.id)).toEqual(['a read letter'])
  library.close()
})
