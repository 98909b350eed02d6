import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { doubtWords, ifTodayWords } from '../../shared/deadlines/clock-doubt.ts'
import { english, inEnglish } from '../../shared/i18n/english.ts'
import { weekdayDay } from '../../shared/i18n/format-facts.ts'
import { say } from '../../shared/i18n/message.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import type { Day } from '../../shared/model/day.ts'
import type { SendHow } from '../../shared/model/sending.ts'
import type { DayAhead } from '../../shared/telling/days-ahead.ts'

const hour = 3600
/** Seconds before the start of the day: nine in the morning, seven, three and one day before and on the day itself. */
const alarms = [7, 3, 1, 0].map((before) => before * 24 * hour - 9 * hour)

/** On the day itself; the whole sentence is in the description. */
const sendNames: Record<SendHow, string> = {
  ...{ mail: 'Mail by today', mailToArrive: 'Mail by today', counterToday: 'Mail today at the counter' },
  ...{ counterOn: 'Mail today at the counter', counterLastDay: 'Last day, mail at the counter' },
  ...{ counterOnLastDay: 'Last day, mail at the counter', fax: 'Fax or hand in today' },
  ...{
    upload: 'Upload or fax today',
    court: 'File with the court by today',
    courtToday: 'File with the court today',
  },
  ...{ call: 'Call today', online: 'Do it online by today', onlineToday: 'Do it online today' },
  ...{ do: 'Do it by today', doToday: 'Do it today' },
}
const dayNames = {
  right: 'Last day',
  hold: 'Last day',
  request: 'Asked for by',
  'estimated right': 'Estimated last day',
  'estimated hold': 'Estimated last day',
  'estimated request': 'Estimated, asked for by',
}
/** What the day is worth, in the words of every other surface; that a right ends, the name of the day says. */
const afterIt = {
  right: '',
  hold: english(say('firm.hold')),
  request: english(say('firm.soft')),
}

/**
 * The dates as an iCalendar file: all-day events with alarms. The UID of a date depends only on the letter
 * and the rule, and SEQUENCE grows with `now`, so that a newer file replaces the events of an older one. It
 * has no names and no numbers of a person. While today's date is in doubt, each event says so.
 */
export function calendarText(dates: DayAhead[], now: string, clockDoubt: ClockDoubt | null): string {
  const calendar = ical({ name: 'Waymark', prodId: { company: 'Waymark', product: 'Waymark' } })
  calendar.method(ICalCalendarMethod.PUBLISH)
  const sequence = Math.floor(Date.parse(now) / 60_000)
  const add = (id: string, day: Day, summary: string, description: string) => {
    const event = calendar.createEvent({
      id: `${id}@waymark`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(now),
      sequence,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    for (const trigger of alarms)
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: summary })
  }
  const seen = new Map<string, number>()
  for (const day of dates) {
    // A rule may count twice on one letter; the order of a letter's rights does not change.
    const id = `${day.letter.id}-${day.deadline.rule}`
    const nth = seen.get(id) ?? 0
    seen.set(id, nth + 1)
    const own = entriesOf(day, clockDoubt)
    for (const { suffix, on, summary, description } of own)
      add(`${id}${nth ? `-${nth + 1}` : ''}-${suffix}`, on, summary, description)
  }
  return calendar.toString()
}

type Entry = { suffix: 'send' | 'last' | 'if-missed'; on: Day; summary: string; description: string }

/** When to send it, the last day, and for a hearing the last day of the equivalent one. */
function entriesOf({ notice, send, deadline, ifMissed }: DayAhead, clockDoubt: ClockDoubt | null): Entry[] {
  const { title, sendBy, lastDay, citation, firmness, ends, doubts, onlyIf, how, howTo } = inEnglish(deadline)
  const name = dayNames[`${firmness === 'estimated' ? 'estimated ' : ''}${ends}`]
  const firm = [afterIt[ends], onlyIf ? `Only if ${onlyIf}.` : '', ...doubts, ...howTo.slice(0, 2)].filter(
    Boolean,
  )
  const doubt = clockDoubt ? `${english(doubtWords(clockDoubt))} ` : ''
  const only = clockDoubt ? ` (${english(ifTodayWords(clockDoubt))})` : ''
  const last = `${title} (${notice}). ${name}: ${weekdayDay(lastDay)}. ${citation}.`
  const about = [`${doubt}${last}`, ...firm].join(' ')
  const whenSent = `${how ? sendNames[how] : 'By today'}: ${title}${only}`
  return [
    { suffix: 'send', on: sendBy, summary: whenSent, description: `${english(send)} ${about}` },
    { suffix: 'last', on: lastDay, summary: `${name}: ${title}${only}`, description: about },
    ...(ifMissed
      ? [
          {
            suffix: 'if-missed' as const,
            on: ifMissed.until,
            summary: `Last day if you missed the hearing: ${english(ifMissed.title)}${only}`,
            description: `${doubt}${english(ifMissed.text)} (${notice})`,
          },
        ]
      : []),
  ]
}
