import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createCore } from '../../src/main/app/core.ts'
import { type Drive, driveFromType } from '../../src/main/files/drive.ts'
import { Day } from '../../src/shared/model/day.ts'
import { libraryWorker, resources, startReadingProcess, temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'

/** What `statfs` says of an NFS mount, for every folder; all else is real. */
const nfs = (): Drive => driveFromType(0x6969, () => undefined)

function coreOn(libraryFile: string, more: { driveOf?: (file: string) => Drive; anyDrive?: boolean } = {}) {
  return createCore({
    ...{ libraryFile, resources, startReadingProcess, libraryWorker, version: '0.0.0', shell: 'cli' },
    whenNew: 'create',
    dataFolder: temporaryFolder(),
    clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
    driveOf: nfs,
    ...more,
  })
}

async function libraryWithLetter(): Promise<string> {
  const file = join(temporaryFolder(), 'library.waymark')
  const core = testCore(file)
  await core.api['letter:add-sample'](null)
  await core.close()
  return file
}

const stateOf = ({ state }: ReturnType<typeof coreOn>): string => {
  const seen = state()
  return seen.kind === 'unavailable' ? seen.code : seen.kind
}

attack('a library on a network drive is opened', 'library.network-drive', async () => {
  const core = coreOn(await libraryWithLetter())
  const seen = stateOf(core)
  await core.close()
  return seen
})

attack('a new library is made on a network drive', 'library.network-drive, no file', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  const core = coreOn(file)
  const seen = `${stateOf(core)}, ${existsSync(file) ? 'a file' : 'no file'}`
  await core.close()
  return seen
})

test('a person who knows it opens it there, until another library is opened', async () => {
  const [file, other] = [await libraryWithLetter(), await libraryWithLetter()]
  const core = coreOn(file)
  expect(await core.api['library:open-there'](null)).toEqual({ ok: true, value: null })
  expect(stateOf(core)).toBe('open')
  expect((await core.api['letters:list'](null)).letters).toHaveLength(1)
  await core.api['libraries:open']({ id: core.noteLibrary(other) })
  expect(stateOf(core)).toBe('library.network-drive')
  await core.close()
})

test('the environment or the flag of a command opens it as well', async () => {
  const core = coreOn(await libraryWithLetter(), { anyDrive: true })
  expect(stateOf(core)).toBe('open')
  await core.close()
})

test('a drive that does not say what it is keeps nobody from the letters', async () => {
  const core = coreOn(await libraryWithLetter(), { driveOf: () => driveFromType(0x12345, () => undefined) })
  expect(stateOf(core)).toBe('open')
  await core.close()
})
