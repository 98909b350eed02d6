import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import { weekdayOf } from '../../../shared/deadlines/days.ts'
import { type Deadline, isPrinted } from '../../../shared/deadlines/deadline.ts'
import { sendWords } from '../../../shared/deadlines/send-words.ts'
import { english } from '../../../shared/i18n/english.ts'
import { findLetter, type Law } from '../../../shared/law/law.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Day } from '../../../shared/model/day.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'

/** `2026-11-27 Fri` */
export const dayLine = (day: Day): string => `${day} ${weekdays[weekdayOf(day)]}`
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `CP504: Notice of intent to levy`, or the file's name while the number is not known. */
export function titleOf(law: Law, letter: Letter): string {
  const notice = findLetter(law, factsOf(letter).noticeCode)
  return notice ? `${notice.printedAs[0]}: ${english(notice.title)}` : cleanText(letter.fileName)
}

/** The facts of one letter, one line each, blanks shown as blanks. */
export const linesOfFacts = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .filter(([name]) => name !== 'evidence')
    .map(([name, value]) => `  ${name.padEnd(16)} ${shown(value)}`)
    .join('\n')

/** One deadline on one line: last day, send by, what it is, and why. */
export function lineOfDeadline(deadline: Deadline, clockDoubt: ClockDoubt | null): string {
  const send = deadline.state === 'notStarted' ? null : sendWords(deadline)
  const days = deadline.lastDay
    ? `${dayNames[deadline.ends]} ${deadline.lastDay}${send ? `. ${english(send)}` : ''}`
    : `no day yet (${deadline.start.kind} is not known)`
  const moved = deadline.movedFrom ? `, moved from ${deadline.movedFrom} by a special situation` : ''
  const own = isPrinted(deadline) ? 'printed on the letter' : `counted, rule ${deadline.rule}`
  const source = deadline.differs
    ? `${own}; printed ${deadline.printed}, counted ${deadline.counted?.lastDay}`
    : `${own}${moved}`
  const state = deadline.metOn
    ? `done in time, ${deadline.metOn}`
    : deadline.daysLeft === null
      ? deadline.state
      : `${stateName(deadline)}, ${daysAway(deadline.daysLeft)}`
  const howTo = deadline.howTo
    .slice(0, 2)
    .flatMap((step) => ['', ...wrapped(english(step), '    ')])
    .join('\n')
    .replace(/\n\n/g, '\n')
  const only = clockDoubt ? ` [${english(ifTodayWords(clockDoubt))}]` : ''
  const doubt = `${deadline.lastDay ? ` [${deadline.firmness}]` : ''}${deadline.unconfirmed ? ' [not confirmed by a person]' : ''}`
  const notFinal = deadline.askFirst ? ' [not final: answer waymark special first]' : ''
  return `  ${english(deadline.title)}: ${days} (${state}; ${source}; ${english(deadline.citation)})${only}${doubt}${notFinal}${howTo}`
}

const dayNames = { right: 'last day', request: 'asked for by' }
/** What the letter only asked for is not late: no right ended. */
const stateName = ({ state, ends }: Deadline): string =>
  state === 'late' && ends === 'request' ? 'passed, no right ended' : state

const daysAway = (days: number): string => {
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days < 0 ? `${count} ago` : `${count} left`
}

function shown(value: unknown): string {
  if (value === null || value === '') return '-'
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
