import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Core } from '../../../src/main/app/core.ts'
import { ExportedLetter } from '../../../src/main/storage/export-format.ts'
import { storedSchema, withCurrentNames } from '../../../src/main/storage/stored-names.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { factsOf, type LetterId } from '../../../src/shared/model/letter.ts'
import { resources, temporaryFolder, testCore } from '../../support.ts'

let core: Core
let other: Core
beforeEach(() => {
  core = testCore()
  other = testCore()
})
afterEach(async () => {
  await core.close()
  await other.close()
})
const sample = (name: string) => new Uint8Array(readFileSync(join(resources, 'samples', name)))
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** Two letters with something in every part, one of them removed, and a file that cannot be read. */
async function fill(): Promise<LetterId> {
  const ids: LetterId[] = []
  for (const [name, bytes] of [
    ['1-lt11.pdf', sample('1-lt11.pdf')],
    ['../CON', sample('3-letter-3172.pdf')],
    ['not.jpg', new TextEncoder().encode('Dear aunt')],
  ] as const) {
    const added = await core.api['letter:add']({ fileName: name, bytes: new Uint8Array(bytes) })
    if (added.ok) ids.push(...added.value.ids)
  }
  await core.idle()
  const [id, removed] = ids as [LetterId, LetterId]
  const facts = factsOf((await core.api['letters:list'](null)).letters.find((each) => each.id === id)!)
  await core.api['letter:confirm']({ id, facts: { ...facts, taxpayerName: '=ZOË/../MUÑOZ' } })
  const day = Day.parse('2026-11-20')
  await core.api['letter:record-events']({ id, events: [{ kind: 'phoneCall', day, note: '=cmd()' }] })
  await core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Zoë', whyWrong: 'Paid.' } })
  const input = { letter: id, role: 'receipt', fileName: 'r.jpg', bytes: sample('2-cp523.jpg') } as const
  const exhibit = await core.api['exhibit:add']({ ...input, title: 'Receipt' })
  const gone = await core.api['exhibit:add']({ ...input, title: 'Removed' })
  if (!exhibit.ok || !gone.ok) throw new Error('exhibit')
  const mailing = {
    day,
    how: 'fax' as const,
    what: 'Form',
    to: 'IRS',
    number: '1',
    receipt: exhibit.value.id,
  }
  await core.api['letter:record-mailings']({ id, mailings: [mailing] })
  await core.api['exhibit:remove']({ letter: id, id: gone.value.id })
  await core.api['letter:remove']({ id: removed, removed: true })
  await core.api['letter:undo']({ id: removed, redo: false })
  await core.api['letter:remove']({ id: removed, removed: true })
  return id
}

/** Everything that a library holds, as far as a person can meet it. */
async function contentsOf({ api }: Core) {
  const { letters } = await api['letters:list'](null)
  const sorted = [...letters].sort((a, b) => a.id.localeCompare(b.id))
  return Promise.all(
    sorted.map(async (letter) => {
      const history = await api['letter:history']({ id: letter.id })
      const steps = history.ok ? history.value.steps : []
      const at = (id: number | null) => steps.findIndex((step) => step.id === id)
      return {
        letter,
        original: await api['letter:original']({ id: letter.id }),
        words: await api['letter:find']({ id: letter.id, text: 'notice' }),
        history: steps.map(({ undoes, id: _, ...step }) => ({ ...step, undoes: at(undoes) })),
        undo: history.ok && [at(history.value.undo), at(history.value.redo)],
        packet: (
          await api['packet:pdf']({ id: letter.id, cover: 'letter', duplex: false, straighten: false })
        ).ok,
      }
    }),
  )
}

test('an export is plain folders, and its import gives an equal library, in which undo still works', async () => {
  const id = await fill()
  const folder = join(temporaryFolder(), 'export')
  expect((await core.folders().exportTo(folder)).ok).toBe(true)
  expect(await core.folders().exportTo(folder)).toEqual({ ok: false, error: { code: 'export.not-empty' } })
  const files = filesIn(folder)
  const home = `people/=ZOË-..-MUÑOZ/2023/2026-11-09 LT11 ${id.slice(0, 8)}`
  for (const name of ['letter.json', 'scan.json', 'packet.pdf', 'originals/1 1-lt11.pdf'])
    expect(files).toContain(`${home}/${name}`)
  expect(
    files
      .filter((name) => name.includes('/originals/'))
      .map((name) => name.split('/').at(-1))
      .sort(),
  ).toEqual(['1 1-lt11.pdf', '1 _CON', '1 not.jpg'])
  expect(readFileSync(join(folder, home, 'originals/1 1-lt11.pdf'))).toEqual(
    Buffer.from(sample('1-lt11.pdf')),
  )
  const timeline = readFileSync(join(folder, 'timeline.csv'), 'utf8')
  expect(timeline).toContain("'=cmd()")
  expect(timeline).not.toMatch(/(^|,|")=/m)

  expect(await other.folders().importFrom(folder)).toEqual({ ok: true, value: { added: 3, known: 0 } })
  await other.idle()
  expect(await contentsOf(other)).toEqual(await contentsOf(core))
  expect((await other.api['letters:search']({ text: 'munoz' })).hits).toHaveLength(1)
  expect(await other.folders().importFrom(folder)).toEqual({ ok: true, value: { added: 0, known: 3 } })
  await other.api['letter:undo']({ id, redo: false })
  const back = (await other.api['letters:list'](null)).letters.find((each) => each.id === id)
  expect(back?.exhibits).toHaveLength(2)
})

test('the zip file of the screen brings the same, and letter.json keeps to its published schema', async () => {
  await fill()
  const zip = await core.api['library:export'](null)
  if (!zip.ok) throw new Error(zip.error.code)
  expect(await other.api['library:import']({ bytes: zip.value.bytes })).toMatchObject({ value: { added: 3 } })
  expect(await contentsOf(other)).toEqual(await contentsOf(core))
  const files = unzipSync(zip.value.bytes)
  const json = (path: string) => JSON.parse(new TextDecoder().decode(files[path]))
  expect(json('letter.schema.json')).toEqual(
    storedSchema(z.toJSONSchema(ExportedLetter, { io: 'input', unrepresentable: 'any' })),
  )
  for (const path of Object.keys(files).filter((name) => name.endsWith('/letter.json')))
    expect(ExportedLetter.safeParse(withCurrentNames(json(path))).success).toBe(true)
})

test('a damaged, foreign, newer or hostile export changes nothing', async () => {
  await fill()
  const zip = await core.api['library:export'](null)
  if (!zip.ok) throw new Error(zip.error.code)
  const files = unzipSync(zip.value.bytes)
  const without = (change: (copy: Record<string, Uint8Array>) => void) => {
    const copy = { ...files }
    change(copy)
    return new Uint8Array(zipSync(copy, { level: 0 }))
  }
  const original = Object.keys(files).find((name) => name.endsWith('1-lt11.pdf'))!
  const scan = original.replace(/originals.*/, 'scan.json')
  const text = (value: string) => new TextEncoder().encode(value)
  const edited = (path: string, from: string, to: string) => (copy: Record<string, Uint8Array>) => {
    copy[path] = text(new TextDecoder().decode(files[path]).replaceAll(from, to))
  }
  const rows: [string, Uint8Array<ArrayBuffer>][] = [
    ['import.damaged', without((copy) => delete copy[original])],
    [
      'import.damaged',
      without((copy) => {
        copy[original] = text('other bytes')
      }),
    ],
    ['import.damaged', without(edited(scan, original, '../../../../etc/passwd'))],
    ['import.damaged', without(edited(scan, '"read"', '"hacked"'))],
    ['import.newer', without(edited('waymark-export.json', '"format": 1', '"format": 2'))],
    ['import.not-an-export', new Uint8Array(zipSync({ 'a.txt': text('hello') }))],
    ['import.not-an-export', new Uint8Array(text('no zip at all'))],
  ]
  for (const [code, bytes] of rows)
    expect(await other.api['library:import']({ bytes })).toEqual({ ok: false, error: { code } })
  expect((await other.api['letters:list'](null)).letters).toEqual([])
})

test('an export folder cannot name a file outside of it, not even by a link', async () => {
  await fill()
  const folder = join(temporaryFolder(), 'export')
  await core.folders().exportTo(folder)
  const original = filesIn(folder).find((name) => name.endsWith('1-lt11.pdf'))!
  const outside = join(temporaryFolder(), 'outside.pdf')
  writeFileSync(outside, sample('1-lt11.pdf'))
  rmSync(join(folder, original))
  symlinkSync(outside, join(folder, original))
  expect(await other.folders().importFrom(folder)).toEqual({ ok: false, error: { code: 'import.damaged' } })
  mkdirSync(join(folder, 'empty'))
  expect(await other.folders().importFrom(join(folder, 'empty'))).toMatchObject({
    error: { code: 'import.not-an-export' },
  })
})
