import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLocalLog } from '../../../src/main/app/local-log.ts'
import { letterOfSecrets, secrets, tracesOfSecrets } from '../../privacy/secrets.ts'
import { temporaryFolder, testCore } from '../../support.ts'

const now = () => '2026-11-30T09:00:00.000Z'

test('entries are stored as lines of JSON in a file that only its owner can read, and survive a restart', () => {
  const folder = join(temporaryFolder(), 'data')
  createLocalLog(folder, now).write({ event: 'library.state', state: 'open' })
  const log = createLocalLog(folder, now)
  log.write({ event: 'call.refused', call: 'letter:add', code: 'scan.damaged' })
  expect(
    log
      .text()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { at: now(), event: 'library.state', state: 'open' },
    { at: now(), event: 'call.refused', call: 'letter:add', code: 'scan.damaged' },
  ])
  expect(statSync(join(folder, 'waymark.log')).mode & 0o777).toBe(0o600)
})

test('an error is logged by its name and location, never by its message', () => {
  const log = createLocalLog(null, now)
  log.write({ event: 'call.failed', call: 'letter:confirm', error: new TypeError('Ana Diaz 900-12-3456') })
  expect(log.text()).toContain('TypeError')
  expect(log.text()).toContain('local-log.test.ts')
  expect(log.text()).not.toMatch(/Ana|Diaz|3456/)
})

test('a core logs its start, its readings, and refused calls, and nothing about the letter', async () => {
  const core = testCore()
  const bytes = new Uint8Array(letterOfSecrets())
  await core.call('letter:add', { fileName: secrets.fileName, bytes })
  await core.idle()
  await core.call('letter:add', { fileName: secrets.fileName, bytes: bytes.slice(0, 300) })
  await core.idle()
  await core.call('library:unlock', { kind: 'passphrase', passphrase: secrets.name })
  const id = crypto.randomUUID()
  await core.call('letter:find', { id, text: secrets.name })
  const { text } = await core.api['app:log'](null)
  await core.close()
  for (const word of ['app.started', 'library.state', 'reading.done', 'reading.failed', 'call.refused'])
    expect(text).toContain(word)
  expect(tracesOfSecrets().filter((trace) => Buffer.from(text).includes(trace.bytes))).toEqual([])
})

test('the file does not grow without limit: the older half is dropped', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'waymark.log'), 'x'.repeat(300_000))
  writeFileSync(join(folder, 'waymark.log.old'), 'older')
  createLocalLog(folder, now).write({ event: 'app.closed' })
  expect(readFileSync(join(folder, 'waymark.log'), 'utf8')).toContain('app.closed')
  expect(statSync(join(folder, 'waymark.log')).size).toBeLessThan(200)
  expect(statSync(join(folder, 'waymark.log.old')).size).toBe(300_000)
})

test('a read-only folder costs the file, not the app, and the entries of this run are still shown', () => {
  const folder = temporaryFolder()
  const blocked = join(folder, 'file')
  writeFileSync(blocked, '')
  const log = createLocalLog(blocked, now)
  log.write({ event: 'app.closed' })
  expect(log.text()).toContain('app.closed')
})
