import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { dueReminders } from '../../../src/main/shells/due-reminders.ts'
import { noticeBody } from '../../../src/main/shells/notice-body.ts'
import { longestWait, resources, temporaryFolder, testCore } from '../../support.ts'

const sample = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
let core: Core
afterEach(() => core.close())

async function withLetter(): Promise<string> {
  const added = await core.api['letter:add']({ fileName: 'letter.pdf', bytes: sample })
  await core.idle()
  if (!added.ok || !added.value.ids[0]) throw new Error('the sample was not kept')
  return added.value.ids[0]
}

test('the calendar file follows the letters completely and names nobody', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'waymark.ics')
  core = testCore()
  expect(await core.integrations().setFolder('calendar', folder)).toMatchObject({ ok: true })
  expect(readFileSync(file, 'utf8')).not.toContain('BEGIN:VEVENT')
  const id = await withLetter()
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('BEGIN:VEVENT'), longestWait)
  const { letters } = await core.api['letters:list'](null)
  const name = letters[0]?.reading?.facts.taxpayerName ?? ''
  expect(name.length).toBeGreaterThan(3)
  expect(readFileSync(file, 'utf8').toLowerCase()).not.toContain(name.toLowerCase().split(' ')[0])
  await core.api['letter:remove']({ id: id as never, removed: true })
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).not.toContain('BEGIN:VEVENT'), longestWait)
})

test('an unchanged calendar file is not written again', async () => {
  const folder = temporaryFolder()
  const library = join(temporaryFolder(), 'library.waymark')
  core = testCore(library)
  await withLetter()
  await core.integrations().setFolder('calendar', folder)
  const before = statSync(join(folder, 'waymark.ics')).ino
  await core.close()
  core = testCore(library)
  await core.close()
  expect(statSync(join(folder, 'waymark.ics')).ino).toBe(before)
})

test('a missing folder is reported, and nothing else fails', async () => {
  const folder = join(temporaryFolder(), 'usb')
  mkdirSync(folder)
  core = testCore()
  await core.integrations().setFolder('calendar', folder)
  rmSync(folder, { recursive: true })
  await withLetter()
  await vi.waitFor(
    async () =>
      expect((await core.api['integrations:settings'](null)).calendar.problem).toBe('folder.not-writable'),
    longestWait,
  )
  expect(await core.integrations().setFolder('calendar', join(folder, 'nowhere'))).toEqual({
    ok: false,
    error: { code: 'folder.missing' },
  })
})

test('a window without a dialog cannot name a folder', async () => {
  core = testCore()
  const refused = { ok: false, error: { code: 'folder.no-dialog' } }
  expect(await core.call('folder:choose', { kind: 'scanner' })).toEqual(refused)
})

test('a scan that arrives in the scanner’s folder becomes a letter and is listed', async () => {
  const folder = temporaryFolder()
  core = testCore(undefined, '2026-11-22', 'browser')
  await core.integrations().setFolder('scanner', folder)
  writeFileSync(join(folder, 'scan 1.pdf'), sample)
  await vi.waitFor(async () => {
    const { scanner } = await core.api['integrations:settings'](null)
    expect(scanner.recentImports).toMatchObject([{ fileName: 'scan 1.pdf', known: false, code: null }])
  }, longestWait)
  await core.idle()
  expect((await core.api['letters:list'](null)).letters).toHaveLength(1)
  expect(readFileSync(join(folder, 'scan 1.pdf')).equals(Buffer.from(sample))).toBe(true)
})

test('snoozed reminders stay snoozed after a restart; a notification names nothing unless it may', async () => {
  const library = join(temporaryFolder(), 'library.waymark')
  core = testCore(library, '2026-12-03')
  await withLetter()
  const due = await dueReminders(core)
  const [first] = due
  if (!first?.asksAgain) throw new Error('the sample has no reminder on that day')
  expect(noticeBody(due, false, 'en-US', resources, null)).not.toContain(first.notice)
  expect(noticeBody([first], true, 'en-US', resources, null)).toContain(first.notice)
  expect(noticeBody([first], false, 'es-US', resources, null)).toBe(
    'Se acerca una fecha. Abra Waymark para verla.',
  )
  await core.api['reminders:snooze']({ keys: [first.key], until: first.asksAgain })
  await core.close()
  core = testCore(library, '2026-12-03')
  expect((await dueReminders(core)).map(({ key }) => key)).not.toContain(first.key)
  await core.api['reminders:snooze']({ keys: [first.key], until: null })
  expect((await dueReminders(core)).map(({ key }) => key)).toContain(first.key)
})
