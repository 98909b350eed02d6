import { execFileSync, spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKnownLibraries } from '../../src/main/app/known-libraries.ts'
import { createLocalLog } from '../../src/main/app/local-log.ts'
import { writeFolder } from '../../src/main/export/folder.ts'
import { appendPrivately, writeAtomically, writeNew } from '../../src/main/files/private-files.ts'
import { withWorkLock } from '../../src/main/files/work-lock.ts'
import { writeCalendar } from '../../src/main/integrations/calendar-folder.ts'
import { writeKeyFile } from '../../src/main/keys/key-file.ts'
import { keepDownloadsPrivate } from '../../src/main/shells/desktop/private-downloads.ts'
import { makeBackup } from '../../src/main/storage/backup/backup.ts'
import { contentOf } from '../../src/main/storage/contents.ts'
import { openLibrary } from '../../src/main/storage/open-library.ts'
import { accessTo } from '../../src/main/storage/protection/unlock-library.ts'
import { projectFolder, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const content = 'what somebody else must not change'
const now = '2026-11-22T12:00:00.000Z'

type Planted = { folder: string; victim: string }
/** Somebody who may write into the folder has put a link at a name that Waymark will write. */
function planted(name: string, kind: 'symbolic' | 'hard'): Planted {
  const folder = temporaryFolder()
  const victim = join(temporaryFolder(), 'victim')
  writeFileSync(victim, content)
  if (kind === 'hard') linkSync(victim, join(folder, name))
  else symlinkSync(victim, join(folder, name))
  return { folder, victim }
}

const waymark = (...words: string[]) =>
  execFileSync(process.execPath, [join(projectFolder, 'src/main/shells/cli/waymark.ts'), ...words], {
    stdio: 'pipe',
    encoding: 'utf8',
  })

const writing: [string, string, (folder: string) => unknown][] = [
  [
    'a paper on the command line',
    'paper.pdf',
    (folder) => waymark('guide', '--out', join(folder, 'paper.pdf')),
  ],
  ['the calendar file', 'waymark.ics', (folder) => writeCalendar(folder, [], now, null)],
  ['the log', 'waymark.log', (folder) => createLocalLog(folder, () => now).write({ event: 'app.closed' })],
  ['the key file', 'library.waymark.keys', (folder) => writeKeyFile(join(folder, 'library.waymark'), [])],
  ['the list of libraries', 'libraries.json', (folder) => createKnownLibraries(folder).opened('/a', now)],
  [
    'a file that is written whole or not at all, at the older name of its unfinished form',
    'file.new',
    (folder) => writeAtomically(join(folder, 'file'), 'new'),
  ],
  [
    'the lock of a library',
    'library.waymark.lock',
    (folder) => withWorkLock(join(folder, 'library.waymark'), () => undefined),
  ],
  [
    'an export',
    'people',
    (folder) =>
      writeFolder(
        folder,
        (async function* () {
          yield { path: 'people/letter.json', content: contentOf(Buffer.from('{}')) }
        })(),
      ).catch(() => undefined),
  ],
]
for (const kind of ['symbolic', 'hard'] as const)
  for (const [what, name, write] of writing)
    attack(
      `a ${kind} link to another file at the name of ${what}`,
      'the other file is as it was',
      async () => {
        const { folder, victim } = planted(name, kind)
        const before = statSync(victim).mode
        try {
          await write(folder)
        } catch {
          // Refusing is as good.
        }
        if (readFileSync(victim, 'utf8') !== content) return 'the other file was written to'
        return statSync(victim).mode === before ? 'the other file is as it was' : 'its rights were changed'
      },
    )

test('a new file is never written by way of a link, and one that is there is never written over', () => {
  const { folder, victim } = planted('name', 'symbolic')
  expect(() => writeNew(join(folder, 'name'), 'new')).toThrow('EEXIST')
  const nowhere = join(folder, 'nowhere')
  symlinkSync(join(folder, 'not-there'), nowhere)
  expect(() => writeNew(nowhere, 'new')).toThrow('EEXIST')
  expect(existsSync(join(folder, 'not-there'))).toBe(false)
  expect(() => appendPrivately(join(folder, 'name'), 'new')).toThrow('ELOOP')
  expect(readFileSync(victim, 'utf8')).toBe(content)
})

test('what a crash left of a file that was being written goes with the next one, and what is being written stays', () => {
  const folder = temporaryFolder()
  const { pid } = spawnSync('true')
  const [ended, running] = [pid, process.pid].map((writer) => `.waymark-${writer}-0123456789abcdef.new`)
  for (const name of [ended, running]) writeFileSync(join(folder, name ?? ''), 'half')
  writeAtomically(join(folder, 'file'), 'whole')
  expect(readdirSync(folder).sort()).toEqual([running, 'file'])
  // Its writer has been killed, too, and another process has its number.
  const before = new Date(Date.now() - 60_000)
  utimesSync(join(folder, running ?? ''), before, before)
  accessTo(join(folder, 'library.waymark'))
  expect(readdirSync(folder)).toEqual(['file'])
})

test('a name of 255 bytes can be written whole, too', () => {
  const file = join(temporaryFolder(), 'a'.repeat(255))
  writeAtomically(file, 'whole')
  expect(readFileSync(file, 'utf8')).toBe('whole')
})

/** Whose rights are more than their owner's, below a folder. */
const open = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0)
    .map((path) => path.slice(folder.length + 1))
    .join(', ') || 'nothing'

attack(
  'reading what Waymark writes, as another user of the computer who trusts in a lenient umask',
  'nothing',
  async () => {
    const folder = temporaryFolder()
    const [papers, calendar, data] = ['papers', 'calendar', 'data'].map((name) => join(folder, name))
    if (!papers || !calendar || !data) throw new Error('no folders')
    const before = process.umask(0)
    try {
      const file = join(folder, 'library', 'library.waymark')
      const opened = openLibrary(file)
      if (!opened.ok) throw new Error(opened.error.code)
      makeBackup({ file, secret: null, slots: [], madeAt: now })
      opened.value.close()
      mkdirSync(calendar, { mode: 0o700 })
      writeCalendar(calendar, [], now, null)
      createLocalLog(data, () => now).write({ event: 'app.closed' })
      createKnownLibraries(data).opened(file, now)
      await writeFolder(
        papers,
        (async function* () {
          yield { path: 'people/A/letter.json', content: contentOf(Buffer.from('{}')) }
        })(),
      )
      waymark('guide', '--out', join(folder, 'guide.pdf'))
      waymark('backup', '--library', file, '--to', join(folder, 'elsewhere', 'deep'))
      const saved = join(folder, 'saved.pdf')
      writeFileSync(saved, 'by the browser', { mode: 0o666 })
      const [session, item] = [
        new EventEmitter(),
        Object.assign(new EventEmitter(), { getSavePath: () => saved }),
      ]
      keepDownloadsPrivate(session)
      session.emit('will-download', {}, item)
      item.emit('done', {}, 'completed')
    } finally {
      process.umask(before)
    }
    return open(folder)
  },
)

attack('a file with lenient rights where a paper is written again', 'for its owner alone', () => {
  const file = join(temporaryFolder(), 'paper.pdf')
  writeFileSync(file, 'older')
  chmodSync(file, 0o666)
  writeAtomically(file, 'newer')
  return statSync(file).mode & 0o077 ? 'for everybody' : 'for its owner alone'
})

test('a paper can be written to a device, which stays one', () => {
  const written = execFileSync(
    process.execPath,
    [join(projectFolder, 'src/main/shells/cli/waymark.ts'), 'guide', '--out', '/dev/null'],
    { encoding: 'utf8' },
  )
  expect(written).toContain('/dev/null')
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})
