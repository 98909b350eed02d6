import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { doubtWords, ifTodayWords } from '../../shared/deadlines/clock-doubt.ts'
import type { DatedRight } from '../../shared/deadlines/dates-ahead.ts'
import { sendWords } from '../../shared/deadlines/send-words.ts'
import { english, inEnglish } from '../../shared/i18n/english.ts'
import { weekdayDay } from '../../shared/i18n/format-facts.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import type { Day } from '../../shared/model/day.ts'
import type { SendHow } from '../../shared/model/sending.ts'

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
}
const dayNames = {
  right: 'Last day',
  request: 'Asked for by',
  'estimated right': 'Estimated last day',
  'estimated request': 'Estimated, asked for by',
}

/**
 * The dates as an iCalendar file: all-day events with alarms. The UID of a date depends only on the letter
 * and the rule, and SEQUENCE grows with `now`, so that a newer file replaces the events of an older one. It
 * has no names and no numbers of a person. While today's date is in doubt, each event says so.
 */
export function calendarText(dates: DatedRight[], now: string, clockDoubt: ClockDoubt | null): string {
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
  for (const { letter, notice, deadline } of inEnglish(dates)) {
    const { rule, title, sendBy, lastDay, citation, firmness, ends, doubts, onlyIf, how, howTo } = deadline
    const send = sendWords(deadline)
    const name = dayNames[`${firmness === 'estimated' ? 'estimated ' : ''}${ends}`]
    const condition = onlyIf ? `Only if ${onlyIf}.` : ''
    const firm = [
      ends === 'right' ? '' : 'As far as we know, no right ends.',
      condition,
      ...doubts,
      ...howTo.slice(0, 2),
    ]
      .filter(Boolean)
      .join(' ')
    const doubt = clockDoubt ? `${english(doubtWords(clockDoubt))} ` : ''
    const only = clockDoubt ? ` (${english(ifTodayWords(clockDoubt))})` : ''
    const about = `${doubt}${title} (${notice}). ${name}: ${weekdayDay(lastDay)}. ${citation}.${firm ? ` ${firm}` : ''}`
    // A rule may count twice on one letter; the order of a letter's rights does not change.
    const nth = seen.get(`${letter.id}-${rule}`) ?? 0
    seen.set(`${letter.id}-${rule}`, nth + 1)
    const right = `${letter.id}-${rule}${nth ? `-${nth + 1}` : ''}`
    add(
      `${right}-send`,
      sendBy,
      `${how ? sendNames[how] : 'By today'}: ${title}${only}`,
      send ? `${english(send)} ${about}` : about,
    )
    add(`${right}-last`, lastDay, `${name}: ${title}${only}`, about)
  }
  return calendar.toString()
}
