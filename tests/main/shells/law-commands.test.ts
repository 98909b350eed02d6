import { spawnSync } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { countCommand } from '../../../src/main/shells/cli/count-command.ts'
import { noticeCommand } from '../../../src/main/shells/cli/notice-command.ts'
import { sheetCommand } from '../../../src/main/shells/cli/sheet-command.ts'
import { stationCommand } from '../../../src/main/shells/cli/station-command.ts'
import { tellCommand } from '../../../src/main/shells/cli/tell-command.ts'

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

test('tell prints a telling as JSON, with what happened and what is printed', () => {
  tellCommand(['Letter', '3172'], {
    dated: '2026-11-09',
    today: '2026-11-30',
    event: ['nftlFiled=2026-11-05'],
    json: true,
  })
  const told = JSON.parse(printed())
  expect(Object.keys(told).slice(0, 10)).toEqual(
    'state title daysLeft mailBy lastDay nextStep steps ifNothing left sentences'.split(' '),
  )
  expect(told).toMatchObject({ state: 'open', lastDay: '2026-12-14', mailBy: '2026-12-09' })
  expect(told.left[0]).toMatchObject({ right: 'CDP-2', until: '2026-12-14', open: true })
})

test('tell takes the tax year and what is special', () => {
  const told = (options: object) => {
    tellCommand(['CP42'], { dated: '2026-11-16', today: '2026-11-20', event: [], json: true, ...options })
    return JSON.parse(printed().trim().split('\n').at(-1) ?? '')
  }
  expect(told({ year: ['2023'] })).toMatchObject({ lastDay: '2027-04-15' })
  const petition = (special: string[]) => {
    tellCommand(['CP3219A'], { dated: '2026-11-16', today: '2026-11-20', event: [], special, json: true })
    return JSON.parse(printed().trim().split('\n').at(-1) ?? '')
  }
  expect(petition([]).lastDay).toBe('2027-02-16')
  expect(petition(['abroad=yes']).lastDay).toBe('2027-04-15')
  expect(() => tellCommand(['CP42'], { event: [], year: ['23'] })).toThrow(/no tax year/)
  expect(() => tellCommand(['CP42'], { event: [], special: ['flood=yes'] })).toThrow(/no question "flood"/)
})

test.each([
  [{ dated: '2026-02-30', event: [] }],
  [{ today: 'tomorrow', event: [] }],
  [{ event: ['nftlFiled=never'] }],
  [{ event: ['born=2026-01-01'] }],
])('tell refuses what is not a day or not an event: %j', (options) => {
  expect(() => tellCommand(['CP77'], options)).toThrow(expect.objectContaining({ status: 2 }))
})

test('tell leaves with status 2 where something is not a day, and with 0 where a date is missing', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['src/main/shells/cli/waymark.ts', 'tell', ...words], { encoding: 'utf8' })
  expect(run('CP77', '--dated', '2026-02-30').status).toBe(2)
  const missing = run('CP77', '--today', '2026-11-30')
  expect([missing.status, missing.stdout]).toEqual([0, expect.stringContaining('Find the date printed')])
})
