import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Core, createCore } from '../../../src/main/app/core.ts'
import { createFileOpener } from '../../../src/main/shells/core-process/file-opener.ts'
import { scansIn } from '../../../src/main/shells/desktop/open-files.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { libraryWorker, resources, startReadingProcess, temporaryFolder, testCore } from '../../support.ts'

const sample = join(resources, 'samples/1-lt11.pdf')
let core: Core
let opener: ReturnType<typeof createFileOpener>
afterEach(async () => {
  opener.close()
  await core.close()
})
const names = async () => (await core.api['letters:list'](null)).letters.map(({ fileName }) => fileName)

test('the files of "Open with" are saved; flags and unsuitable files are not', async () => {
  core = testCore()
  opener = createFileOpener(core)
  const stranger = join(temporaryFolder(), 'gone.pdf')
  const argv = ['waymark', '--no-sandbox', '.', sample, 'notes.docx', stranger]
  expect(scansIn(argv)).toEqual([sample, stranger])
  await opener.open(scansIn(argv))
  expect(await names()).toEqual(['1-lt11.pdf'])
})

test('files handed over while the library is locked wait until it is open', async () => {
  core = testCore()
  opener = createFileOpener(core)
  const passphrase = 'four velvet otter words test'
  await core.api['library:protect']({ passphrase })
  await core.api['library:lock'](null)
  const opened = opener.open([sample])
  expect(core.state().kind).toBe('locked')
  await core.api['library:unlock']({ kind: 'passphrase', passphrase })
  // It settles when the file is dealt with, so that a core that takes over is told of it again.
  await opened
  expect(await names()).toEqual(['1-lt11.pdf'])
})

test('a file that turns out not to be a scan does not stop the next', async () => {
  core = testCore()
  opener = createFileOpener(core)
  const broken = join(temporaryFolder(), 'broken.pdf')
  writeFileSync(broken, 'not a PDF')
  await opener.open([broken, sample])
  expect(await names()).toContain('1-lt11.pdf')
})

test('files handed over for a locked library never end up in another one', async () => {
  const home = temporaryFolder()
  core = createCore({
    libraryFile: join(home, 'library.waymark'),
    home,
    resources,
    startReadingProcess,
    libraryWorker,
    clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
    version: '0.0.0',
    shell: 'cli',
  })
  opener = createFileOpener(core)
  await core.api['library:create']({ passphrase: 'four velvet otter words test' })
  await core.api['library:lock'](null)
  const opened = opener.open([sample])
  await core.api['libraries:at']({ what: 'new', folder: 'Ben' })
  await core.api['library:create']({ passphrase: null })
  await opener.open([])
  expect(await names()).toEqual([])
  const { known } = await core.api['libraries:list'](null)
  await core.api['libraries:open']({ id: known.find(({ now }) => !now)?.id ?? '' })
  await core.api['library:unlock']({ kind: 'passphrase', passphrase: 'four velvet otter words test' })
  await opened
  expect(await names()).toEqual(['1-lt11.pdf'])
})
