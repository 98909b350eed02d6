import { type LawText, type Message, say, together } from '../i18n/message.ts'
import { type Advice, partsOf } from './advice.ts'
import {
  type FoundNotice,
  getRule,
  getStation,
  type Law,
  type NamedLetter,
  type Notice,
  type Right,
} from './law.ts'
import { letterByNumber, seriesOf } from './notice-number.ts'
import { howToPetition, windowOf } from './rule-words.ts'

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
type NoticeHeading = (typeof noticeHeadings)[number]

/** A right as a page shows it: what it is, its form, by when, and what it gives. */
export type RightOnPage = Pick<
  Right,
  'program' | 'title' | 'form' | 'onlyIf' | 'note' | 'pauses' | 'courtReview' | 'authority' | 'unverified'
> & {
  rule: string | null
  /** `30 days from the date of the letter`; null where no count is published. */
  window: Message | null
  ifMissed: LawText | null
  citation: LawText
}

export type NoticePage = {
  /** null: the number is not in the catalog, and this is the page of its series. */
  code: string | null
  name: string
  title: LawText
  answers: Record<NoticeHeading, Message[]>
  /** What to do now, the most important first. */
  steps: Message[]
  /** How to use the letter's rights: where and how to petition the Tax Court. */
  howTo: LawText[]
  ifNothing: Message | null
  ifLate: Message | null
  rights: RightOnPage[]
  station: { id: string; title: LawText; inferred: boolean } | null
  forms: LawText[]
  publications: LawText[]
  whereNumberIsPrinted: Message
  confidence: Notice['confidence']
  doubts: LawText | null
  checked: string
  /**
   * The notice's own page or text, and the date on which it was read; null: it was not read, or the date is
   * unknown.
   */
  ownText: Notice['ownText']
  sources: string[]
}

/**
 * What Waymark knows about a number in any printed form. A number that is not in the catalog gets the page of
 * its series, so that nobody hits a dead end; nothing is borrowed from another notice.
 */
export function noticePage(law: Law, number: string): NoticePage {
  const letter = letterByNumber(law, number)
  if (!letter) return pageOfSeries(law, number)
  return 'kind' in letter ? pageOfNamed(law, letter) : pageOfNotice(law, letter)
}

function pageOfNotice(law: Law, notice: FoundNotice): NoticePage {
  const station = getStation(law, notice.station)
  const rights = notice.rights.map((right) => rightOnPage(law, right))
  const { forms, publications } = notice
  const steps = notice.steps.filter((step) => step.while !== 'over')
  const ifNothing = together(partsOf(notice.ifNothing).filter((part) => part.while !== 'over'))
  const ifLate = together(partsOf(notice.ifLate))
  const howTo = howToPetition(
    law,
    notice.rights.map((right) => right.rule),
  )
  return {
    code: notice.code,
    name: notice.printedAs[0] ?? notice.code,
    title: notice.title,
    answers: {
      meaning: [...meaningAtFirst(notice), ...spanishWords(notice)],
      where: [say('notice.where', { title: station.title, summary: station.summary })],
      howYouGotHere: [notice.howYouGotHere],
      nextSteps: [
        ...steps,
        ...howTo,
        say('notice.ifNothing', { what: ifNothing }),
        say('notice.ifLate', { what: ifLate }),
      ],
      moreInformation: [...forms, ...publications],
      help: helpLines(law),
      rights: rights.length > 0 ? rights.map(rightLine) : [say('notice.noRights')],
    },
    steps,
    howTo,
    ifNothing,
    ifLate,
    rights,
    station: { id: station.id, title: station.title, inferred: notice.stationBasis === 'inferred' },
    forms,
    publications,
    whereNumberIsPrinted: say(`notice.printed.${notice.wherePrinted}`),
    confidence: notice.confidence,
    doubts: notice.doubts,
    checked: notice.checked,
    ownText: notice.ownText,
    sources: notice.sources,
  }
}

/** What a letter means while everything on it is open: a page of a number knows no date. */
const meaningAtFirst = ({ meaning }: Pick<Notice, 'meaning'>): Advice[] =>
  partsOf(meaning).filter((part) => part.while !== 'over')

/** What a Spanish number stands for, and how that is known. */
export function spanishWords({ printedAs, code, spanishOf }: FoundNotice): Message[] {
  if (!spanishOf) return []
  const { name, isSure } = spanishOf
  return [say(isSure ? 'notice.spanish' : 'notice.spanishByRule', { number: printedAs[0] ?? code, name })]
}

/** What a letter is that is known by name only: nothing of it is a right, a day, or advice of our own. */
export const namedMeaning = ({ title }: NamedLetter): Message => say('notice.named', { what: title })

/** To read what is printed, whom to ask, and which words to look for. */
export const namedSteps = ({ ask }: NamedLetter): Message[] => [
  say('notice.namedRead'),
  say(`notice.namedAsk.${ask}`),
  say('notice.namedLook'),
]

function pageOfNamed(law: Law, letter: NamedLetter): NoticePage {
  const { code, printedAs, title, stationBasis, wherePrinted, confidence, doubts, checked, sources } = letter
  const station = getStation(law, letter.station)
  const steps = namedSteps(letter)
  return {
    code,
    name: printedAs[0] ?? code,
    title,
    answers: {
      meaning: [namedMeaning(letter)],
      where: [say('notice.where', { title: station.title, summary: station.summary })],
      howYouGotHere: [say('notice.unknown')],
      nextSteps: steps,
      moreInformation: [],
      help: helpLines(law),
      rights: [say('notice.unknownRights')],
    },
    steps,
    howTo: [],
    ifNothing: null,
    ifLate: null,
    rights: [],
    station: { id: station.id, title: station.title, inferred: stationBasis === 'inferred' },
    forms: [],
    publications: [],
    whereNumberIsPrinted: say(`notice.printed.${wherePrinted}`),
    confidence,
    doubts,
    checked,
    ownText: null,
    sources,
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
      where: [say('notice.whereUnknown')],
      howYouGotHere: [say('notice.unknown')],
      nextSteps: series.steps,
      moreInformation: [],
      help: helpLines(law),
      rights: [say('notice.unknownRights')],
    },
    steps: series.steps,
    howTo: [],
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
    ownText: null,
    sources: series.sources.map((key) => law.sources[key]?.en ?? key),
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

function rightLine({ title, form, window, onlyIf, courtReview }: RightOnPage): Message {
  const parts = [
    form ? say('notice.rightForm', { title, form: formMessage(form) }) : title,
    window ?? say('notice.noCount'),
    say(courtReview ? 'notice.court' : 'notice.noCourt'),
    ...(onlyIf ? [say('notice.onlyIf', { what: onlyIf })] : []),
  ]
  return say('notice.right', { parts })
}

/** `Form 12153` from its bare number; anything that is not a form is shown as is. */
const formMessage = (form: LawText): Message =>
  /^\d/.test(form.en) ? say('notice.form', { number: form }) : form

const helpLines = (law: Law): Message[] =>
  law.help.map(({ name, what, how }) => say('notice.help', { name, what, how }))
