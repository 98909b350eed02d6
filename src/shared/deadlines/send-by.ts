import type { Law, Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { assertNever } from '../model/result.ts'
import type { SendHow, SendsBy } from '../model/sending.ts'
import { addDays, earlierOf, isWeekend, weekdayOf } from './days.ts'
import { type Holiday, holidayLookupOf } from './holidays.ts'

type Calendar = Pick<Law, 'rules' | 'holidays'>

/**
 * What makes an act timely. Where no source says whether the postmark or the arrival counts, the arrival is
 * assumed: it asks for the earlier day.
 */
export function sendsBy(rule: Rule | null): SendsBy {
  if (!rule) return 'arrival'
  if (rule.by !== 'mail') return rule.by
  if (rule.metBy.includes('suitFiled')) return 'court'
  return rule.countsBy ?? 'arrival'
}

/**
 * The day by which to send: the last day less the margin that the law files give for this way of sending, on
 * a day when the post office is open. Never the last day itself.
 *
 * @throws if the law files have no margin for this way
 */
export function safeDay(law: Calendar, by: SendsBy, lastDay: Day): Day {
  const businessDays = marginOf(law, by)
  let day = lastDay
  for (let left = businessDays; left > 0; ) {
    day = addDays(day, -1)
    if (!isWeekend(day) && isPostOpen(law, day)) left -= 1
  }
  return day
}

function marginOf(law: Calendar, by: SendsBy): number {
  const rule = law.rules.find(({ margin }) => margin?.of === by)
  if (!rule?.margin) throw new Error(`law: no margin for what is sent by ${by}`)
  return rule.margin.businessDays
}

/** Not on Sundays, and not on federal holidays as observed. */
export const isPostOpen = (law: Pick<Law, 'holidays'>, day: Day): boolean =>
  weekdayOf(day) !== 0 && !isFederalHoliday(holidayLookupOf(law.holidays)(day))

/** The first day from this one on with an open post office; `last` where none is open until then. */
export function nextPostDay(law: Pick<Law, 'holidays'>, from: Day, last: Day): Day {
  let open = from
  while (open < last && !isPostOpen(law, open)) open = addDays(open, 1)
  return open
}

const isFederalHoliday = (holiday: Holiday | undefined): boolean => holiday?.federal === true

type Sending = { sendBy: Day; how: SendHow }

/**
 * When and how to send what is still on time. As long as the margin is there, by its day; after that at once:
 * by a counter postmark where that counts, else so that it arrives today. The last day is named only together
 * with how it still works.
 *
 * @param safe the day by which it was to be sent; where the whole time is shorter than the margin, the first day,
 *   on which the margin is already used up
 */
export function sendingOn(
  law: Calendar,
  { by, safe, lastDay, today }: { by: SendsBy; safe: Day; lastDay: Day; today: Day },
): Sending {
  const hasMargin = safe > today || (safe === today && safe <= safeDay(law, by, lastDay))
  switch (by) {
    case 'call':
      return { sendBy: today, how: 'call' }
    case 'online':
      return hasMargin ? { sendBy: safe, how: 'online' } : { sendBy: today, how: 'onlineToday' }
    case 'do':
      return safe > today ? { sendBy: safe, how: 'do' } : { sendBy: today, how: 'doToday' }
    case 'court':
      return hasMargin ? { sendBy: safe, how: 'court' } : { sendBy: today, how: 'courtToday' }
    case 'arrival':
      return hasMargin ? { sendBy: safe, how: 'mailToArrive' } : { sendBy: today, how: 'fax' }
    case 'postmark':
      return hasMargin && safe < lastDay ? { sendBy: safe, how: 'mail' } : atTheCounter(law, lastDay, today)
    default:
      return assertNever(by, 'a way of sending without a day')
  }
}

/** The margin is used up: the next day on which a post office is open, if that is still on time. */
function atTheCounter(law: Calendar, lastDay: Day, today: Day): Sending {
  const open = nextPostDay(law, today, lastDay)
  if (!isPostOpen(law, open)) return { sendBy: today, how: 'upload' }
  if (open === lastDay) return { sendBy: open, how: open === today ? 'counterLastDay' : 'counterOnLastDay' }
  return { sendBy: open, how: open === today ? 'counterToday' : 'counterOn' }
}

/** The day of a kind of sending that leaves something to mail; null: it is faxed, uploaded, called, or done online. */
export function mailDayOf(law: Calendar, { sendBy, how }: Sending, lastDay: Day): Day | null {
  switch (how) {
    case 'mail':
    case 'mailToArrive':
    case 'counterToday':
    case 'counterOn':
    case 'counterLastDay':
    case 'counterOnLastDay':
    case 'court':
      return sendBy
    case 'fax':
      return isPostOpen(law, sendBy) && sendBy < lastDay ? sendBy : null
    case 'upload':
    case 'courtToday':
    case 'call':
    case 'online':
    case 'onlineToday':
    case 'do':
    case 'doToday':
      return null
    default:
      return assertNever(how, 'a way of sending without a mailing day')
  }
}

/** The earlier of two mail-by dates, where a printed and a counted last day differ. */
export const earlierSafe = (a: Day | null, b: Day | null): Day | null => (a && b ? earlierOf(a, b) : (a ?? b))
