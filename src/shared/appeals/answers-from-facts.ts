import type { AppealAnswers } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'
import { saidAnswers } from './said.ts'

/** `SPRINGFIELD, IL 62701-1234`: city, two-letter state, ZIP or ZIP+4. */
const cityLine = /^(?<city>\D.*?),?\s+(?<state>[A-Z]{2})\s+(?<zip>\d{5}(?:-\d{4})?)$/

/** The longest text that a one-line answer may hold (see `AppealAnswers`). */
const longestLine = 300

/**
 * The answers, with facts from the letter in the fields that the person left empty. An address counts as one
 * field: its four parts are taken from the letter only while all four are empty, so that a new street is
 * never combined with an old city. What says nothing, such as `.` or `n/a`, counts as empty.
 */
export function answersFromFacts(typed: AppealAnswers, facts: LetterFacts): AppealAnswers {
  const answers = saidAnswers(typed)
  const hasAddress = [answers.street, answers.city, answers.state, answers.zip].some((part) => part.trim())
  return {
    ...answers,
    name: answers.name.trim() ? answers.name : (facts.taxpayerName ?? ''),
    ...(hasAddress ? {} : splitAddress(facts.taxpayerAddress ?? '')),
  }
}

/**
 * An address whose last line is not `City, ST ZIP` (abroad, military) stays whole in `street`; we don't
 * guess.
 */
function splitAddress(address: string): Pick<AppealAnswers, 'street' | 'city' | 'state' | 'zip'> {
  const lines = address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const last = cityLine.exec(lines.at(-1) ?? '')?.groups
  const { city = '', state = '', zip = '' } = last ?? {}
  const street = (last ? lines.slice(0, -1) : lines).join(', ')
  return street.length > longestLine ? { street: '', city, state, zip } : { street, city, state, zip }
}
