import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { calendarText } from '../../../src/main/integrations/calendar.ts'
import { calendarName, writeCalendar } from '../../../src/main/integrations/calendar-folder.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { say } from '../../../src/shared/i18n/message.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { type DayAhead, daysAhead } from '../../../src/shared/telling/days-ahead.ts'
import { law, letterOf } from '../../renderer/memory-api.ts'
import { temporaryFolder } from '../../support.ts'

const now = '2026-11-10T12:34:56.000Z'
const later = '2026-11-10T12:36:56.000Z'
const letter = letterOf({}, { noticeCode: 'LT11', noticeDate: Day.parse('2026-11-02') })
const unconfirmed = daysAhead(law, [letter], Day.parse('2026-11-10')).filter(
  ({ deadline }) => deadline.rule === 'CDP-1',
)
const [right] = unconfirmed
if (!right) throw new Error('the sample has no hearing right')
const confirmed: DayAhead = {
  ...right,
  deadline: { ...right.deadline, unconfirmed: false, firmness: 'hard', doubts: [] },
}

type Event = { lines: string[]; field(name: string): string; alarms: string[][] }

/** A small reader of iCalendar: folded lines are joined, escapes are undone. */
function eventsIn(text: string): Event[] {
  const plain = text.replace(/\r\n[ \t]/g, '').replace(/\\([,;\\])/g, '$1')
  return plain
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((body) => {
      const [own = '', ...alarms] = (body.split('END:VEVENT')[0] ?? '').split('BEGIN:VALARM\r\n')
      const lines = own.trim().split('\r\n')
      return {
        lines,
        alarms: alarms.map((alarm) => (alarm.split('END:VALARM')[0] ?? '').trim().split('\r\n')),
        field: (name) =>
          lines
            .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
            ?.replace(/^[^:]*:/, '') ?? '',
      }
    })
}
/** Hours from the start of the day of the event; negative: before it. */
function hoursOf(alarm: string[]): number {
  const trigger = alarm.find((line) => line.startsWith('TRIGGER'))?.split(':')[1] ?? ''
  const [, sign, days, hours] = /^(-?)P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(trigger) ?? []
  return (sign === '-' ? -1 : 1) * (Number(days ?? 0) * 24 + Number(hours ?? 0))
}

describe('the calendar file', () => {
  test('reminds at nine in the morning seven, three, and one days before each date, and on the date itself', () => {
    const events = eventsIn(calendarText([confirmed], now, null))
    expect(events).toHaveLength(3)
    for (const { alarms, field } of events) {
      expect(alarms.map(hoursOf)).toEqual([-7, -3, -1, 0].map((days) => days * 24 + 9))
      for (const alarm of alarms) {
        expect(alarm).toContain('ACTION:DISPLAY')
        expect(alarm).toContain(`DESCRIPTION:${field('SUMMARY')}`)
      }
    }
  })

  test('has the last day of the equivalent hearing that is left if the hearing is missed', () => {
    const [, , other] = eventsIn(calendarText([confirmed], now, null))
    expect(other?.lines).toContain('DTSTART;VALUE=DATE:20271102')
    expect(other?.field('UID')).toBe(`${letter.id}-CDP-1-if-missed@waymark`)
    expect(other?.field('SUMMARY')).toBe('Last day if you missed the hearing: Equivalent hearing')
    expect(other?.field('DESCRIPTION')).toContain('only after the hearing deadline has passed')
  })

  test('has the date to send by and the last day as all-day events that do not block time', () => {
    const [send, last] = eventsIn(calendarText([confirmed], now, null))
    expect(send?.lines).toContain(`DTSTART;VALUE=DATE:${right.deadline.sendBy.replaceAll('-', '')}`)
    expect(last?.lines).toContain('DTSTART;VALUE=DATE:20261202')
    expect([send?.field('UID'), last?.field('UID')]).toEqual([
      `${letter.id}-CDP-1-send@waymark`,
      `${letter.id}-CDP-1-last@waymark`,
    ])
    expect(send?.field('SUMMARY')).toBe(`Mail by today: ${english(right.deadline.title)}`)
    expect(last?.field('SUMMARY')).toBe(`Last day: ${english(right.deadline.title)}`)
    for (const event of [send, last]) {
      expect(event?.field('DESCRIPTION')).toContain(`(${right.notice})`)
      expect(event?.field('DESCRIPTION')).toContain('December 2, 2026')
      expect(event?.lines).toContain('TRANSP:TRANSPARENT')
    }
  })

  test('is published under the name of the app, and a newer one replaces an older one', () => {
    const [text, newer] = [calendarText([confirmed], now, null), calendarText([confirmed], later, null)]
    expect(text).toContain('METHOD:PUBLISH\r\n')
    expect(text).toContain('NAME:Waymark\r\n')
    expect(text).toMatch(/PRODID:.*Waymark/)
    const [event, after] = [eventsIn(text)[0], eventsIn(newer)[0]]
    expect(event?.field('UID')).toBe(after?.field('UID'))
    expect(event?.field('DTSTAMP')).toBe('20261110T123456Z')
    expect(Number(after?.field('SEQUENCE')) - Number(event?.field('SEQUENCE'))).toBe(2)
  })

  test('says where facts were not confirmed, and only there', () => {
    const doubt = /were not confirmed/
    expect(eventsIn(calendarText([right], now, null))[0]?.field('DESCRIPTION')).toMatch(doubt)
    const sure = eventsIn(calendarText([confirmed], now, null))[0]?.field('DESCRIPTION') ?? ''
    expect(sure).not.toMatch(doubt)
    expect(sure.endsWith(`${english(right.deadline.citation)}.`)).toBe(true)
  })

  test('distinguishes a last day from a date that the letter only asks for and from an estimate', () => {
    const of = (own: Partial<DayAhead['deadline']>) =>
      eventsIn(calendarText([{ ...confirmed, deadline: { ...confirmed.deadline, ...own } }], now, null))[1]
    const title = english(right.deadline.title)
    const soft = of({ firmness: 'soft', ends: 'request' })
    expect(soft?.field('SUMMARY')).toBe(`Asked for by: ${title}`)
    expect(soft?.field('DESCRIPTION')).toContain('no right ends')
    const estimated = of({ firmness: 'estimated', doubts: [say('doubt.rule')] })
    expect(estimated?.field('SUMMARY')).toBe(`Estimated last day: ${title}`)
    expect(estimated?.field('DESCRIPTION')).toContain('not fully verified')
  })

  test('separates a rule that counts twice on one letter, and the same rule on another letter', () => {
    const other = { ...confirmed, letter: letterOf() }
    const uids = eventsIn(calendarText([confirmed, confirmed, confirmed, other], now, null)).map(
      ({ field }) => field('UID').replace(letter.id, 'first').replace(other.letter.id, 'other'),
    )
    expect(uids.filter((uid) => uid.endsWith('-last@waymark'))).toEqual([
      'first-CDP-1-last@waymark',
      'first-CDP-1-2-last@waymark',
      'first-CDP-1-3-last@waymark',
      'other-CDP-1-last@waymark',
    ])
  })
})

describe('written into a folder', () => {
  const dates = [confirmed]
  const textIn = (folder: string) => readFileSync(join(folder, calendarName), 'utf8')

  test('it is there whole, with nothing beside it', () => {
    const folder = temporaryFolder()
    expect(writeCalendar(folder, dates, now, null)).toBe(true)
    expect(textIn(folder)).toBe(calendarText(dates, now, null))
    expect(readdirSync(folder)).toEqual(['waymark.ics'])
  })

  test('it is not touched while the dates are the same, and replaced when one moved', () => {
    const folder = temporaryFolder()
    writeCalendar(folder, dates, now, null)
    const long = new Date('2020-01-01T00:00:00Z')
    utimesSync(join(folder, calendarName), long, long)
    expect(writeCalendar(folder, dates, later, null)).toBe(true)
    expect(statSync(join(folder, calendarName)).mtimeMs).toBe(long.getTime())
    expect(textIn(folder)).toContain('DTSTAMP:20261110T123456Z')
    const moved = [{ ...confirmed, deadline: { ...confirmed.deadline, lastDay: Day.parse('2026-12-03') } }]
    expect(writeCalendar(folder, moved, later, null)).toBe(true)
    expect(textIn(folder)).toContain('20261203')
    expect(textIn(folder)).toContain('DTSTAMP:20261110T123656Z')
    expect(writeCalendar(folder, [], later, null)).toBe(true)
    expect(textIn(folder)).not.toContain('BEGIN:VEVENT')
  })

  test('it replaces a file of that name that says something else', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, calendarName), 'SEQUENCE:1\r\nsomething else')
    expect(writeCalendar(folder, dates, now, null)).toBe(true)
    expect(textIn(folder)).toBe(calendarText(dates, now, null))
  })

  test('a missing folder, or a folder of that name, is reported', () => {
    expect(writeCalendar(join(temporaryFolder(), 'gone'), dates, now, null)).toBe(false)
    const folder = temporaryFolder()
    mkdirSync(join(folder, calendarName))
    writeFileSync(join(folder, calendarName, 'theirs'), '')
    expect(writeCalendar(folder, dates, now, null)).toBe(false)
  })

  test.skipIf(process.getuid?.() === 0)('a read-only folder is reported', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o500)
    expect(writeCalendar(folder, dates, now, null)).toBe(false)
    chmodSync(folder, 0o700)
  })
})
