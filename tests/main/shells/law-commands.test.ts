import { spawnSync } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { countCommand } from '../../../src/main/shells/cli/count-command.ts'
import { noticeCommand } from '../../../src/main/shells/cli/notice-command.ts'
import { sheetCommand } from '../../../src/main/shells/cli/sheet-command.ts'
import { stationCommand } from '../../../src/main/shells/cli/station-command.ts'

const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
const warnings = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterEach(() => {
  out.mockClear()
  warnings.mockClear()
})
const printed = () => String(out.mock.calls.flat().join('\n'))

test('count prints one rule as JSON: rule, from, last day, send by, source and the steps', () => {
  countCommand('CDP-1', { from: '2026-10-27', json: true })
  expect(JSON.parse(printed())).toMatchObject({
    rule: 'CDP-1',
    from: '2026-10-27',
    lastDay: '2026-11-27',
    sendBy: '2026-11-23',
    source: expect.stringContaining('IRC 6330'),
  })
})

test('count shows the arithmetic day by day', () => {
  countCommand('cap-f5', { from: '2026-11-20' })
  expect(printed()).toContain('2026-11-26 Thu  Thanksgiving Day, not a business day')
  expect(printed()).toContain('Last day  2026-11-27 Fri')
})

test.each([
  [() => countCommand('CDP-99', { from: '2026-11-20' }), 'There is no rule CDP-99'],
  [() => countCommand('T-1', { from: '2026-11-20' }), 'counts no days'],
  [() => countCommand('CDP-1', { from: '2026-02-30' }), 'not a day'],
  [() => countCommand('CDP-1', {}), '--from'],
  [() => stationCommand(['nowhere'], {}), 'There is no station'],
  [() => noticeCommand([' - '], {}), 'Give a notice number'],
])('%s fails with the words "%s"', (run, words) => {
  expect(run).toThrow(words)
  expect(printed()).toBe('')
})

test('a sheet of an unknown family fails with a message', async () => {
  await expect(sheetCommand('nothing', {})).rejects.toThrow('There is no family')
})

test('a failure ends the program with its message and status 1', () => {
  const words = ['src/main/shells/cli/waymark.ts', 'count', 'CDP-99', '--from', '2026-11-20']
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('There is no rule CDP-99')
})

test('notice takes any printed form', () => {
  noticeCommand(['letter', '1058'], { json: true })
  expect(JSON.parse(printed())).toMatchObject({ code: 'L1058', content: { version: expect.any(String) } })
})

test('an unknown number is no dead end', () => {
  noticeCommand(['CP 999'], {})
  expect(printed()).toContain('not in our catalog')
  expect(printed()).toContain('What to do now\n  1. ')
})

test('notice warns when the facts are old, and only then', () => {
  noticeCommand(['CP504'], { today: '2027-12-01' })
  expect(String(warnings.mock.calls)).toContain('12 months old')
  warnings.mockClear()
  noticeCommand(['CP504'], { today: '2026-12-01' })
  expect(warnings).not.toHaveBeenCalled()
})

test('station shows its letters, its clock and the ways ahead, marked as inferred', () => {
  stationCommand(['coll-levy-notice'], { json: true })
  const station = JSON.parse(printed())
  expect(station.notices).toContain('LT11')
  expect(station.clock).toMatchObject({ rule: 'CDP-1' })
  expect(station.next[0]).toMatchObject({ to: 'coll-cdp-req', inferred: true })
  expect(station.journeys.length).toBeGreaterThan(1)
})
