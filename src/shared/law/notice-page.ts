import { getRule, getStation, type Law, type Notice, type Right, type Rule } from './law.ts'
import { noticeByNumber, seriesOf } from './notice-number.ts'

/** The seven answers that the Taxpayer Advocate Service gives at each stop, in its order; these headings are fixed. */
export const noticeHeadings = [
  'meaning',
  'where',
  'howYouGotHere',
  'nextSteps',
  'moreInformation',
  'help',
  'rights',
] as const
export type NoticeHeading = (typeof noticeHeadings)[number]

/** A right as a page tells it: what, with which form, until when, and what it gives. */
export type RightOnPage = Pick<
  Right,
  'program' | 'title' | 'form' | 'onlyIf' | 'note' | 'pauses' | 'courtReview' | 'authority' | 'unverified'
> & {
  rule: string | null
  /** `30 days from the date of the letter`; null where no count is published. */
  window: string | null
  ifMissed: string | null
  citation: string
}

export type NoticePage = {
  /** null: the number is not in the catalogue, and this is the page of its series. */
  code: string | null
  name: string
  title: string
  answers: Record<NoticeHeading, string[]>
  /** What to do now, the most important first. */
  steps: string[]
  ifNothing: string | null
  ifLate: string | null
  rights: RightOnPage[]
  station: { id: string; title: string; inferred: boolean } | null
  forms: string[]
  publications: string[]
  whereNumberIsPrinted: string
  confidence: Notice['confidence']
  doubts: string | null
  checked: string
  sources: string[]
}

/**
 * What Waymark knows of a number in any printed form. A number that the catalogue does not hold gets the page of its
 * series, so that nobody meets a dead end; nothing of another notice is taken for it.
 */
export function noticePage(law: Law, number: string): NoticePage {
  const notice = noticeByNumber(law, number)
  return notice ? pageOfNotice(law, notice) : pageOfSeries(law, number)
}

function pageOfNotice(law: Law, notice: Notice): NoticePage {
  const station = getStation(law, notice.station)
  const rights = notice.rights.map((right) => rightOnPage(law, right))
  const { steps, ifNothing, ifLate, forms, publications } = notice
  return {
    code: notice.code,
    name: notice.printedAs[0] ?? notice.code,
    title: notice.title,
    answers: {
      meaning: [notice.meaning],
      where: [`${station.title}. ${station.summary}`],
      howYouGotHere: [notice.howYouGotHere],
      nextSteps: [...steps, `If you do nothing: ${ifNothing}`, `If a day is over: ${ifLate}`],
      moreInformation: [...forms, ...publications],
      help: helpLines(law),
      rights: rights.length > 0 ? rights.map(rightLine) : [noRights],
    },
    steps,
    ifNothing,
    ifLate,
    rights,
    station: { id: station.id, title: station.title, inferred: notice.stationBasis === 'inferred' },
    forms,
    publications,
    whereNumberIsPrinted: placeOnPage[notice.wherePrinted],
    confidence: notice.confidence,
    doubts: notice.doubts,
    checked: notice.checked,
    sources: notice.sources,
  }
}

function pageOfSeries(law: Law, number: string): NoticePage {
  const series = seriesOf(law, number)
  return {
    code: null,
    name: number.trim(),
    title: series.title,
    answers: {
      meaning: [series.meaning],
      where: ['Not known: the number does not tell where you stand.'],
      howYouGotHere: ['Not known.'],
      nextSteps: series.steps,
      moreInformation: [],
      help: helpLines(law),
      rights: ['Not known. A right may stand on the letter: look for "appeal", "hearing" or "Tax Court".'],
    },
    steps: series.steps,
    ifNothing: null,
    ifLate: null,
    rights: [],
    station: null,
    forms: [],
    publications: [],
    whereNumberIsPrinted: series.whereToLook,
    confidence: series.confidence,
    doubts: null,
    checked: law.checked,
    sources: series.sources.map((key) => law.sources[key] ?? key),
  }
}

function rightOnPage(law: Law, right: Right): RightOnPage {
  const rule = right.rule === null ? null : getRule(law, right.rule)
  const { program, title, form, onlyIf, note, pauses, courtReview, authority, unverified } = right
  return {
    ...{ program, title, form, onlyIf, note, pauses, courtReview, authority, unverified },
    rule: right.rule,
    window: rule && windowOf(rule),
    ifMissed: rule?.ifMissed ?? null,
    citation: rule?.citation ?? authority,
  }
}

/** `30 days from the date of the letter`; null where the rule counts nothing. */
export function windowOf({ count, start }: Pick<Rule, 'count' | 'start'>): string | null {
  if (!count || !start) return null
  const after = 'afterBusinessDays' in count ? ` and ${count.afterBusinessDays} business days` : ''
  return `${lengthOf(count)}${after} ${'daysBefore' in count ? 'before' : 'from'} ${startWords[start]}`
}

function lengthOf(count: NonNullable<Rule['count']>): string {
  if ('businessDays' in count) return plural(count.businessDays, 'business day')
  if ('years' in count) return plural(count.years, 'year')
  return plural('days' in count ? count.days : count.daysBefore, 'day')
}
const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const startWords: Record<NonNullable<Rule['start']>, string> = {
  noticeDate: 'the date of the letter',
  respondByDate: 'the day printed on the letter',
  terminationDate: 'the day on which the plan ends',
  agreementTerminated: 'the day on which the plan ended',
  conferenceRequested: 'the day on which you asked for a conference',
  conferenceHeld: 'the conference',
  appealAnnounced: 'the day on which you said that you appeal',
  nftlFiled: 'the filing of the lien notice',
  levyServed: 'the levy',
  seizureNoticeGiven: 'the notice of seizure',
  managerReferral: 'the day on which you were passed to a manager',
  appealMailed: 'the mailing of the appeal',
  appealReceived: 'the day on which the appeal arrived',
  hearingRequestMailed: 'the mailing of the hearing request',
  hearingRequestReceived: 'the day on which the hearing request arrived',
  petitionMailed: 'the mailing of the petition',
  answerMailed: 'the mailing of the answer',
  claimMailed: 'the mailing of the claim',
  suitFiled: 'the suit',
  levyReleased: 'the release of the levy',
  jeopardyReviewRequested: 'your request for the quick review',
  jeopardyReviewAnswered: 'the answer to the quick review',
  saleSet: 'the day of the sale',
  propertySold: 'the sale',
  debtPaid: 'the day on which the debt was paid',
  requestGranted: 'the day on which the request was granted',
  requestRefused: 'the day on which the request was refused',
}

const rightLine = ({ title, form, window, onlyIf, courtReview }: RightOnPage): string =>
  [
    `${title}${form ? ` (${/^\d/.test(form) ? `Form ${form}` : form})` : ''}`,
    window ?? 'no number of days is published',
    courtReview ? 'a court may review it' : 'no court',
    ...(onlyIf ? [`only if ${onlyIf}`] : []),
  ].join('; ')

const helpLines = (law: Law): string[] => law.help.map(({ name, what, how }) => `${name}: ${what} ${how}.`)

const noRights =
  'We know of no appeal right that comes with this letter. You can still call, pay, or ask for a payment plan.'

const placeOnPage: Record<Notice['wherePrinted'], string> = {
  box: 'In the box at the top right of page 1, and again on later pages.',
  footer: 'At the bottom of page 1, mostly on the right.',
  'ltr-line': 'After LTR in the heading, with a C at its end.',
  form: 'As a form number on the form itself.',
}
