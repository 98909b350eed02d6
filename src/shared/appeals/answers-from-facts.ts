import type { AppealAnswers } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'
import { assertNever } from '../model/result.ts'
import { saidAnswers } from './said.ts'
import { splitNames } from './split-names.ts'

/** `SPRINGFIELD, IL 62701-1234`: city, two-letter state, ZIP or ZIP+4. */
const cityLine = /^(?<city>\D.*?),?\s+(?<state>[A-Z]{2})\s+(?<zip>\d{5}(?:-\d{4})?)$/

/** The longest text that a one-line answer may hold (see `AppealAnswers`). */
const longestLine = 300

/**
 * The answers, with facts from the letter in the fields that the person left empty. An address counts as one
 * field: its four parts are taken from the letter only while all four are empty, so that a new street is
 * never combined with an old city. `joint` is null only where it must be asked: the letter names two people, and
 * nobody has said whose debt it is. What says nothing, such as `.` or `n/a`, counts as empty.
 */
export function answersFromFacts(typed: AppealAnswers, facts: LetterFacts): AppealAnswers {
  const answers = saidAnswers(typed)
  const taxpayers = taxpayersOf(answers, facts)
  const hasAddress = [answers.street, answers.city, answers.state, answers.zip].some((part) => part.trim())
  return {
    ...answers,
    ...taxpayers,
    ...(hasAddress ? {} : splitAddress(facts.taxpayerAddress ?? '')),
  }
}

type Taxpayers = Pick<AppealAnswers, 'name' | 'jointName' | 'joint'>

/** Who owes and who signs. A second name is kept only while its owner signs, so that no paper names anybody else. */
function taxpayersOf({ name, jointName, joint }: AppealAnswers, facts: LetterFacts): Taxpayers {
  const whole = name || (facts.taxpayerName ?? '')
  const [first, second = ''] = facts.tinType === 'EIN' ? [whole] : splitNames(whole)
  const said = joint ?? (jointName ? 'bothSign' : second ? null : 'alone')
  switch (said) {
    case null:
      return { name: whole, jointName: '', joint: null }
    case 'bothSign':
      return { name: first, jointName: jointName || second, joint: 'bothSign' }
    case 'oneSigns':
      return { name: first, jointName: '', joint: 'oneSigns' }
    case 'alone':
      // Whose debt it is alone, no name with two people says.
      return { name: second && facts.tinType !== 'EIN' ? '' : whole, jointName: '', joint: 'alone' }
    default:
      return assertNever(said, 'a debt of nobody')
  }
}

/** Everyone who signs: `Caroline W Yarborough and Gilbert Yarborough`. */
export const signersOf = ({ name, jointName }: Pick<AppealAnswers, 'name' | 'jointName'>): string =>
  [name.trim(), jointName.trim()].filter(Boolean).join(' and ')

/** The two people of a letter, as they would be named on a form; null: it names one. */
export function twoNamesOf(typed: AppealAnswers, facts: LetterFacts): [string, string] | null {
  const answers = saidAnswers(typed)
  if (facts.tinType === 'EIN') return null
  const [first, second] = splitNames(answers.name || (facts.taxpayerName ?? ''))
  const other = answers.jointName || second
  return other ? [first, other] : null
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
