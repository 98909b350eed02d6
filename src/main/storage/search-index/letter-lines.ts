import { factsOf, type Letter } from '../../../shared/model/letter.ts'

/** What is known of a letter beside the text of its pages, as lines to search in. The full number is left out on purpose. */
export function letterLines(
  letter: Pick<Letter, 'confirmed' | 'reading' | 'fileName' | 'events' | 'exhibits' | 'mailings' | 'answers'>,
): string[] {
  const facts = factsOf(letter)
  const { name, representativeName, whyWrong, harm, fix } = letter.answers
  return [
    facts.noticeCode,
    facts.taxpayerName,
    facts.taxpayerAddress?.replaceAll('\n', ', '),
    facts.amountDue,
    [facts.form, ...facts.taxPeriods].filter(Boolean).join(' '),
    [facts.tinType, facts.tinLast4].filter(Boolean).join(' '),
    ...[facts.noticeDate, facts.respondByDate, facts.terminationDate].map((day) => day && daysWords(day)),
    [facts.employeeName, facts.employeeId, facts.contactPhone].filter(Boolean).join(' '),
    [facts.callerId, facts.faxNumber, facts.certifiedNumber].filter(Boolean).join(' '),
    letter.fileName,
    ...letter.events.map(({ note }) => note),
    ...letter.exhibits.map(({ title }) => title),
    ...letter.mailings.map(({ what, to, number }) => [what, to, number].filter(Boolean).join(' ')),
    ...[name, representativeName, whyWrong, harm, fix],
  ].filter((line): line is string => typeof line === 'string' && line.trim() !== '')
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** As letters print it and as lists do: `January 30, 2026 (2026-01-30)`. */
function daysWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${months[(month ?? 1) - 1]} ${date}, ${year} (${day})`
}
