import { ifTodayWords } from '../../shared/deadlines/clock-doubt.ts'
import type { Deadline } from '../../shared/deadlines/deadline.ts'
import { english } from '../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import type { RightLeft, Telling } from '../../shared/telling/telling.ts'

type Told = { letter: Letter; folder: string; telling: Telling; deadlines: readonly Deadline[] }

/** Every date of every letter as one table for a spreadsheet, in chronological order. */
export function timelineRows(letters: readonly Told[], clockDoubt: ClockDoubt | null): string[][] {
  const rows = letters.flatMap((each) => rowsOfLetter(each, clockDoubt))
  rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
  return [['day', 'what', 'detail', 'person', 'notice', 'periods', 'folder'], ...rows]
}

function rowsOfLetter(
  { letter, folder, telling, deadlines }: Told,
  clockDoubt: ClockDoubt | null,
): string[][] {
  const facts = factsOf(letter)
  const own = [facts.taxpayerName ?? '', facts.noticeCode ?? '', facts.taxPeriods.join(' '), folder]
  const row = (day: string | null, what: string, detail: string) => (day ? [[day, what, detail, ...own]] : [])
  const doubt = letter.confirmed ? '' : ' (not confirmed)'
  const only = clockDoubt ? `, ${english(ifTodayWords(clockDoubt))}` : ''
  const dayRow = ({ lastDay, title, citation, ends, firmness }: Deadline, state: string) =>
    row(
      lastDay,
      `${ends === 'request' ? 'asked for by' : 'last day'} (${state}, ${firmness}${only})`,
      `${english(title)}; ${english(citation)}${doubt}`,
    )
  return [
    ...row(facts.noticeDate, 'date of the letter', `${facts.amountDue ?? ''}${doubt}`),
    ...letter.events.flatMap(({ day, kind, note }) => row(day, kind, note)),
    ...letter.mailings.flatMap(({ day, how, what, to, number }) =>
      row(day, `sent: ${how}`, [what, to.replaceAll('\n', ', '), number].filter(Boolean).join('; ')),
    ),
    ...telling.left.flatMap((right) => dayRow(right.deadline, stateNames(right))),
    ...deadlines
      .filter(({ actor }) => actor === 'irs')
      .flatMap((deadline) => dayRow(deadline, deadline.state)),
  ]
}

/** How a right stands, in the words that this table has always had. */
function stateNames({ state, deadline }: RightLeft): Deadline['state'] {
  switch (state) {
    case 'open':
      return deadline.state === 'late' ? 'noClock' : deadline.state
    case 'later':
      return 'notStarted'
    case 'over':
      return 'late'
    case 'unknown':
      return 'unknown'
    case 'done':
      return 'met'
  }
}

/** Rows as a file for spreadsheets (RFC 4180), marked as UTF-8. */
export const csvFrom = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

/**
 * A spreadsheet would run a cell that starts like a formula, whoever wrote it: an apostrophe makes it text
 * (OWASP, CSV injection).
 */
function cell(text: string): string {
  const plain = text.replace(/\r\n?|\n/g, ' ')
  const inert = /^[\s\p{Cf}]*[=+\-@\t\r|%＝＋－＠]/u.test(plain) ? `'${plain}` : plain
  return /[",\n;]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
