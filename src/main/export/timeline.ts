import { ifTodayWords } from '../../shared/deadlines/clock-doubt.ts'
import type { Deadline } from '../../shared/deadlines/deadline.ts'
import { english } from '../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'

type Told = { letter: Letter; folder: string; deadlines: Deadline[] }

/** Every date of every letter as one table for a spreadsheet, in chronological order. */
export function timelineRows(letters: readonly Told[], clockDoubt: ClockDoubt | null): string[][] {
  const rows = letters.flatMap((each) => rowsOfLetter(each, clockDoubt))
  rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
  return [['day', 'what', 'detail', 'person', 'notice', 'periods', 'folder'], ...rows]
}

function rowsOfLetter({ letter, folder, deadlines }: Told, clockDoubt: ClockDoubt | null): string[][] {
  const facts = factsOf(letter)
  const own = [facts.taxpayerName ?? '', facts.noticeCode ?? '', facts.taxPeriods.join(' '), folder]
  const row = (day: string | null, what: string, detail: string) => (day ? [[day, what, detail, ...own]] : [])
  const doubt = letter.confirmed ? '' : ' (not confirmed)'
  const only = clockDoubt ? `, ${english(ifTodayWords(clockDoubt))}` : ''
  return [
    ...row(facts.noticeDate, 'date of the letter', `${facts.amountDue ?? ''}${doubt}`),
    ...letter.events.flatMap(({ day, kind, note }) => row(day, kind, note)),
    ...letter.mailings.flatMap(({ day, how, what, to, number }) =>
      row(day, `sent: ${how}`, [what, to.replaceAll('\n', ', '), number].filter(Boolean).join('; ')),
    ),
    ...deadlines.flatMap(({ lastDay, title, state, citation, ends, firmness }) =>
      row(
        lastDay,
        `${ends === 'right' ? 'last day' : 'asked for by'} (${state}, ${firmness}${only})`,
        `${english(title)}; ${english(citation)}${doubt}`,
      ),
    ),
  ]
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
