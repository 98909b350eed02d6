/**
 * A second way of counting, written from the text of the statutes and from what the rules say in words. It shares
 * no code and no calendar with the program: days are plain numbers, and it has its own holidays. Where the two
 * disagree, one of them is wrong.
 */

/** Days since January 1, 1970, which was a Thursday. */
type Number = number
type Civil = { y: number; m: number; d: number }

const lengthOfMonth = (y: number, m: number): number =>
  m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
/** Leap years from year 1 up to this one. */
const leapsTo = (y: number): number => Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
const beforeYear = (y: number): number => 365 * (y - 1) + leapsTo(y - 1)

export function numberOf(text: string): Number {
  const [y = 0, m = 0, d = 0] = text.split('-').map(globalThis.Number)
  return numberFrom({ y, m, d })
}
function numberFrom({ y, m, d }: Civil): Number {
  let days = beforeYear(y) - beforeYear(1970) + d - 1
  for (let month = 1; month < m; month += 1) days += lengthOfMonth(y, month)
  return days
}
function civilFrom(day: Number): Civil {
  let y = 1970 + Math.floor(day / 366)
  while (numberFrom({ y: y + 1, m: 1, d: 1 }) <= day) y += 1
  let m = 1
  while (m < 12 && numberFrom({ y, m: m + 1, d: 1 }) <= day) m += 1
  return { y, m, d: day - numberFrom({ y, m, d: 1 }) + 1 }
}
export function textOf(day: Number): string {
  const { y, m, d } = civilFrom(day)
  return [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-')
}

/** 0 Monday to 6 Sunday. */
const weekday = (day: Number): number => (((day + 3) % 7) + 7) % 7
const isWeekendDay = (day: Number): boolean => weekday(day) >= 5

/** The nth Monday (0) to Sunday (6) of a month; -1: the last. */
function nthOf(y: number, m: number, day: number, nth: number): Number {
  const all = Array.from({ length: lengthOfMonth(y, m) }, (_, at) => numberFrom({ y, m, d: at + 1 }))
  const own = all.filter((each) => weekday(each) === day)
  return own.at(nth < 0 ? nth : nth - 1) as Number
}

/** A fixed day that falls on a Saturday is kept on Friday, one on a Sunday on Monday (D.C. Code 28-2701; 5 U.S.C. 6103(b)). */
const kept = (day: Number): Number => (weekday(day) === 5 ? day - 1 : weekday(day) === 6 ? day + 1 : day)

/** The holidays of 5 U.S.C. 6103(a) of the named year, as kept. */
function federal(y: number): Number[] {
  const fixed = (m: number, d: number, since: number) => (y >= since ? [kept(numberFrom({ y, m, d }))] : [])
  return [
    ...fixed(1, 1, 0),
    nthOf(y, 1, 0, 3),
    nthOf(y, 2, 0, 3),
    nthOf(y, 5, 0, -1),
    ...fixed(6, 19, 2021),
    ...fixed(7, 4, 0),
    nthOf(y, 9, 0, 1),
    nthOf(y, 10, 0, 2),
    ...fixed(11, 11, 0),
    nthOf(y, 11, 3, 4),
    ...fixed(12, 25, 0),
  ]
}
/** What the District keeps beside them: April 16, and January 20 after an election, which a Saturday does not move. */
function ofTheDistrict(y: number): Number[] {
  const inauguration = numberFrom({ y, m: 1, d: 20 })
  return [
    ...(y >= 2005 ? [kept(numberFrom({ y, m: 4, d: 16 }))] : []),
    ...(y % 4 === 1 ? [weekday(inauguration) === 6 ? inauguration + 1 : inauguration] : []),
  ]
}
const yearsAround = (day: Number): number[] => {
  const { y } = civilFrom(day)
  return [y - 1, y, y + 1]
}
const isFederal = (day: Number): boolean => yearsAround(day).some((y) => federal(y).includes(day))
const isLegalHoliday = (day: Number): boolean =>
  isFederal(day) || yearsAround(day).some((y) => ofTheDistrict(y).includes(day))

/** 7503: a last day on a Saturday, Sunday, or legal holiday moves to the next day that is none of them. */
const as7503 = (day: Number): Number => (isWeekendDay(day) || isLegalHoliday(day) ? as7503(day + 1) : day)
/** T-9: the day to send by moves back instead. */
const backwards = (day: Number): Number =>
  isWeekendDay(day) || isLegalHoliday(day) ? backwards(day - 1) : day

/** So many business days after a day: Monday to Friday, without those for which `closed` says so. */
function afterBusinessDays(day: Number, count: number, closed: (day: Number) => boolean): Number {
  let at = day
  for (let left = count; left > 0; ) {
    at += 1
    if (!isWeekendDay(at) && !closed(at)) left -= 1
  }
  return at
}
/** The same day of a later year; February 29 becomes February 28. */
function afterYears(day: Number, count: number): Number {
  const { y, m, d } = civilFrom(day)
  return numberFrom({ y: y + count, m, d: Math.min(d, lengthOfMonth(y + count, m)) })
}

type Span = { businessDaysFirst?: number } & (
  | { days: number }
  | { businessDays: number }
  | { years: number }
  | { daysBefore: number }
)
export type SecondRule = Span & {
  /** 7503 applies, or a text of its own says the same. */
  moves: boolean
  /** The IRS has to act, so there is no day to send by. */
  byIrs?: boolean
  /** "before" the day, where the text could also mean the day itself. */
  daysEarlier?: number
  /** Business days kept free before the last day; seven where nothing says otherwise. */
  margin?: number
  /** Not to be sent before so many business days. */
  notBefore?: number
}

const days = (count: number, moves: boolean): SecondRule => ({ days: count, moves })
const businessDays = (count: number): SecondRule => ({ businessDays: count, moves: false })
const years = (count: number, moves: boolean): SecondRule => ({ years: count, moves })

/** Each rule as its statute or its publication puts it. */
export const secondRules: Record<string, SecondRule> = {
  // Pub. 1660 p. 3: two business days for the manager's call, two to tell, three to send, four without a call, ten after a seizure.
  'CAP-F2': { ...businessDays(2), byIrs: true },
  'CAP-F3': businessDays(2),
  'CAP-F4': businessDays(3),
  'CAP-F5': businessDays(4),
  'CAP-S1': businessDays(10),
  // Before the sale: the day before it.
  'CAP-S2': { daysBefore: 1, moves: false },
  // 6337(b)(1): within 180 days after the sale.
  'CAP-S3': days(180, false),
  // 6332(c): 21 days after service of levy.
  'CAP-L1': days(21, false),
  // 6343(b), (d): before two years from the levy.
  'CAP-L3': { ...years(2, false), daysEarlier: 1 },
  'CAP-W2': years(2, false),
  // 6532(c)(1): suit within two years from the levy.
  'CAP-W4': years(2, true),
  // Pub. 1660 p. 4; 6159(b)(5), 6331(k)(2): 30 days from the letter, or from the termination.
  'CAP-I1': days(30, true),
  'CAP-I3': days(30, true),
  'CAP-I4': days(30, true),
  'CAP-I6': days(30, true),
  // IRM 8.24.1.2(5)(b): five business days for Appeals.
  'CAP-A1': { ...businessDays(5), byIrs: true },
  // 6330(a)(3)(B): during the 30-day period that begins the day after the date of the notice; 6320(a)(3)(B): the day after five business days.
  'CDP-1': days(30, true),
  'CDP-2': { businessDaysFirst: 5, ...days(30, true) },
  'CDP-3': days(30, true),
  // Treas. Reg. 301.6330-1(i), 301.6320-1(i): one year, for a lien after the five business days.
  'CDP-5': years(1, true),
  'CDP-6': { businessDaysFirst: 5, ...years(1, true) },
  // 6330(d)(1): 30 days of the determination. 7429(a)(2), (b)(1): 30 days; 90 days after the 16th day, or after the answer.
  'CDP-10': days(30, true),
  'CDP-13': days(30, true),
  // 7503, as Treas. Reg. 301.7503-1(a) reads it for suits: the day moves on.
  'CDP-14': days(16 + 90, true),
  'CDP-15': days(90, true),
  // 6015(e)(1)(A), 7436(b)(2): 90 days from the mailing for a petition, which 301.7503-1(a) names.
  'SPOUSE-90': days(90, true),
  'WORKER-90': days(90, true),
  // 6213(a): 90 days, or 150 for a person outside the United States.
  'DEF-90': days(90, true),
  'DEF-150': days(150, true),
  // 6213(b)(2)(A): 60 days after notice of a math error.
  'MATH-60': days(60, true),
  // 6532(a)(1): two years from the mailing of the disallowance. It is the example of 301.7503-1(a).
  'REFUND-2Y': years(2, true),
  // 6511(b)(2)(A), 6513(b): tax paid within the three years before the claim. No act, so 7503 is not relied on.
  'REFUND-3Y': years(3, false),
}

/**
 * How much is kept free before the last day, each rule by hand: three business days where a postmark counts (7502; Treas.
 * Reg. 301.6330-1(c)(2) Q&A-C4; Pub. 1660 pp. 3-4), as much online, none by phone or where nothing is sent, and seven where it must arrive or no
 * source says what counts.
 */
const margins: Record<
  'postmark' | 'online' | 'call' | 'do' | 'arrival',
  { businessDays: number; of: string }
> = {
  postmark: {
    businessDays: 3,
    of: `CDP-1 CDP-2 CDP-3 CDP-5 CDP-6 CDP-10 CAP-F4 CAP-F5 CAP-I1 CAP-I3 CAP-I4 CAP-I6 DEF-90 DEF-150 SPOUSE-90
      WORKER-90`,
  },
  online: { businessDays: 3, of: 'BANK-30' },
  call: { businessDays: 0, of: 'IA-CALL CALL-7 TFRP-10 CAP-L1 BILL-10 BIZ-10 CAP-F3 LEVY-30 SS-30' },
  do: { businessDays: 0, of: 'BACKUP-30' },
  arrival: {
    businessDays: 7,
    of: `CAP-F2 CAP-S1 CAP-S2 CAP-S3 CAP-L3 CAP-W2 CAP-W4 CAP-A1 CDP-13 CDP-14 CDP-15 SPOUSE-2Y SPOUSE-2Y-KEPT SPOUSE-2Y-LEVY O-1 O-2
      MATH-60 EXAM-30 EXAM-45 EXAM-15 TFRP-60 TFRP-75 REFUND-2Y REFUND-3Y FRIV-30 OIC-30 MAIL-1 ANSWER-30
      PEN-30 SPOUSE-30 LOCK-60`,
  },
}

/** The margin of a rule; a rule that nobody entered above is an error that says where to enter it. */
export function secondMargin(rule: string): Pick<SecondRule, 'margin' | 'notBefore'> {
  const found = Object.values(margins).find(({ of }) => of.split(/\s+/).includes(rule))
  if (!found)
    throw new Error(
      `rule ${rule} is new: enter it by hand under "margins" in tests/shared/law/second-count.ts, under postmark if a source says that a postmark counts, online or call if it is done that way, else under arrival`,
    )
  return rule === 'CAP-F5' ? { margin: found.businessDays, notBefore: 3 } : { margin: found.businessDays }
}

/** Number words as the statements use them. */
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/**
 * A rule that is not in the table above, from its own statement: `within 10 days`, `two years`. Whether its last day
 * moves on is not in the statement and is given.
 */
export function ruleFromStatement(statement: string, moves: boolean): SecondRule | null {
  const found =
    /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -](business day|day|year)s?\b/i.exec(statement)
  if (!found) return null
  const [, count = '', unit] = found
  const number = /\d/.test(count) ? globalThis.Number(count) : words.indexOf(count.toLowerCase())
  if (unit?.toLowerCase() === 'business day') return { businessDays: number, moves }
  return unit?.toLowerCase() === 'year' ? { years: number, moves } : { days: number, moves }
}

/** So many business days back from a day. */
function backBusinessDays(day: Number, count: number): Number {
  let at = day
  for (let left = count; left > 0; ) {
    at -= 1
    if (!isWeekendDay(at) && !isFederal(at)) left -= 1
  }
  return at
}
/** Post offices are closed on Sundays and federal holidays. */
const openPost = (day: Number, last: Number): Number =>
  day < last && (weekday(day) === 6 || isFederal(day)) ? openPost(day + 1, last) : day

/**
 * The last day, and the day to send by: the margin before the last day, and not later than weekends alone skipped,
 * nothing moved on, and moved back; not before the clock runs.
 */
export function secondCount(rule: SecondRule, from: string): { lastDay: string; sendBy: string | null } {
  const last = ended(rule, numberOf(from), isFederal)
  const safe = ended(rule, numberOf(from), () => false)
  const byWeekends = backwards(safe - (rule.daysEarlier ?? 0))
  const lastDay = rule.moves ? as7503(last) : last
  const safest = Math.min(byWeekends, backBusinessDays(lastDay, rule.margin ?? 7))
  const first = afterBusinessDays(numberOf(from), rule.notBefore ?? 0, isLegalHoliday)
  const sendBy = 'daysBefore' in rule || safest >= first ? safest : openPost(first, lastDay)
  return { lastDay: textOf(lastDay), sendBy: rule.byIrs ? null : textOf(sendBy) }
}

function ended(rule: SecondRule, from: Number, closed: (day: Number) => boolean): Number {
  const start = afterBusinessDays(from, rule.businessDaysFirst ?? 0, closed)
  if ('daysBefore' in rule) return start - rule.daysBefore
  if ('businessDays' in rule) return afterBusinessDays(start, rule.businessDays, closed)
  return 'years' in rule ? afterYears(start, rule.years) : start + rule.days
}

/** How a right stands on a day, if nothing was done about it. */
export function secondState(lastDay: string, today: string): 'open' | 'lastDay' | 'late' {
  const left = numberOf(lastDay) - numberOf(today)
  return left < 0 ? 'late' : left === 0 ? 'lastDay' : 'open'
}
