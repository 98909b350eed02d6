import words from '../../../../resources/words/en.json' with { type: 'json' }
import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import { weekdayOf } from '../../../shared/deadlines/days.ts'
import { type Deadline, isPrinted } from '../../../shared/deadlines/deadline.ts'
import { sendWords } from '../../../shared/deadlines/send-words.ts'
import { english } from '../../../shared/i18n/english.ts'
import { findLetter, type Law } from '../../../shared/law/law.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Day } from '../../../shared/model/day.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { countWords } from '../../../shared/telling/count.ts'
import { startWords } from '../../../shared/telling/right-words.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { deadlineStates } from './state-words.ts'

/** `1 letter`, `2 letters` */
export const counted = (count: number | '?', what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`

/** `2026-11-27 Fri` */
export const dayLine = (day: Day): string => `${day} ${weekdays[weekdayOf(day)]}`
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `CP504: Notice of intent to levy`, or the file's name while the number is not known. */
export function titleOf(law: Law, letter: Letter): string {
  const notice = findLetter(law, factsOf(letter).noticeCode)
  return notice ? `${notice.printedAs[0]}: ${english(notice.title)}` : cleanText(letter.fileName)
}

/** The facts of one letter, one line each by the names on the screens, blanks shown as blanks. */
export const linesOfFacts = (facts: Record<string, unknown>): string =>
  Object.entries(words.facts.names)
    .flatMap(([name, label]) => (name in facts ? [`  ${label.padEnd(38)} ${shown(name, facts[name])}`] : []))
    .join('\n')

/** One deadline on one line: last day, send by, what it is, and why. */
export function lineOfDeadline(deadline: Deadline, clockDoubt: ClockDoubt | null): string {
  const { title, lastDay, firmness, unconfirmed, notFinal: why, awaits, onlyIf, citation } = deadline
  const only = clockDoubt ? ` [${english(ifTodayWords(clockDoubt))}]` : ''
  const firm = lastDay ? ` [${firmness}]` : ''
  const unchecked = unconfirmed ? ' [not confirmed by a person]' : ''
  const notFinal = why ? ` [not final: ${notFinalWords[why]}]` : ''
  const condition = onlyIf
    ? ` Only if ${english(onlyIf)}${awaits ? `: say so with waymark special ID ${awaits}=yes or no; until then the earlier day counts` : ''}.`
    : ''
  const reason = [stateOf(deadline), ...sourceOf(deadline), english(citation)].join('; ')
  return `  ${english(title)}: ${condition ? ended(daysOf(deadline)) : daysOf(deadline)}${condition} (${reason})${only}${firm}${unchecked}${notFinal}${howToOf(deadline)}`
}

const notFinalWords = {
  ask: 'answer waymark special first',
  notice: 'a notice of the IRS can give more time: look on irs.gov',
  excuse: 'what you said may excuse being late',
} as const satisfies Record<NonNullable<Deadline['notFinal']>, string>

/** Before another sentence. */
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** The last day with when and how to send, or why there is none. */
function daysOf(deadline: Deadline): string {
  const { state, lastDay, ends, start } = deadline
  const send = state === 'notStarted' ? null : sendWords(deadline)
  if (lastDay) return `${dayNames[ends]} ${lastDay}${send ? `. ${english(send)}` : ''}`
  if (state === 'noClock') return 'no last day. If the letter prints one, go by it.'
  return state === 'met' ? 'done' : `no day yet: it counts from ${english(startWords(start.kind))}`
}

function stateOf(deadline: Deadline): string {
  const { metOn, daysLeft, state, ends } = deadline
  if (metOn) return `done on time, ${metOn}`
  // What the letter only asked for is not late: no right ended.
  const name = state === 'late' && ends === 'request' ? 'passed, no right ended' : deadlineStates[state]
  return daysLeft === null || daysLeft === 0 ? name : `${name}, ${english(countWords(daysLeft))}`
}

/** Where the day is from: the letter, or our count by a rule; nothing where there is neither. */
function sourceOf(deadline: Deadline): string[] {
  const { rule, movedFrom, differs, printed, counted } = deadline
  const isRule = rule !== 'none' && rule !== 'printed'
  const own = isPrinted(deadline)
    ? 'printed on the letter'
    : isRule
      ? `${counted ? 'counted, ' : ''}rule ${rule}`
      : null
  if (!own) return []
  if (differs) return [own, `printed ${printed}, counted ${counted?.lastDay}`]
  return [movedFrom ? `${own}, moved from ${movedFrom} by a special situation` : own]
}

/** Where a letter to the IRS is not enough: where and how, under the line. */
const howToOf = ({ howTo, state }: Deadline): string =>
  state === 'late'
    ? ''
    : howTo
        .slice(0, 2)
        .map((step) => `\n${wrapped(english(step), '    ').join('\n')}`)
        .join('')

const dayNames = { right: 'last day', hold: 'last day', request: 'asked for by' }

function shown(name: string, value: unknown): string {
  if (value === null || value === '') return '-'
  if (name === 'language') return value === 'es' ? 'Spanish' : 'English'
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.join(', ')
  return String(value).replaceAll('\n', ', ')
}

/** A text in lines of at most 100 characters, the first after `indent`, the others two further in. */
export function wrapped(text: string, indent: string): string[] {
  const own = /^\s*/.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(' ')) {
    const room = 100 - indent.length - own.length - (lines.length > 0 ? 2 : 0)
    if (line && line.length + 1 + word.length > room) {
      lines.push(line)
      line = ''
    }
    line = line ? `${line} ${word}` : word
  }
  return [...lines, line].map((each, index) => `${indent}${own}${index > 0 ? '  ' : ''}${each}`)
}
