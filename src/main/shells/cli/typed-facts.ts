import { factNames as known } from '../../../shared/model/facts.ts'
import { factsOf, type Letter, LetterFacts } from '../../../shared/model/letter.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure, UsageFailure } from './command-failure.ts'
import { factNames } from './typed-names.ts'

/** The facts of a letter with those that were typed: `noticeDate=2026-11-02`, or `noticeDate=` to leave one empty. */
export function factsWith(letter: Pick<Letter, 'confirmed' | 'reading'>, set: string[]): LetterFacts {
  // A name that was misspelled would be dropped, and a person would believe that its day was set.
  for (const pair of set) {
    const [name = ''] = pair.split('=')
    if (!known.some((each) => each === name))
      throw new UsageFailure(`There is no fact "${name}". The facts:\n${factNames()}`)
    if (!pair.includes('=')) throw new UsageFailure(`Write ${name}=VALUE, or ${name}= to leave it empty.`)
  }
  const facts = LetterFacts.safeParse({ ...factsOf(letter), ...valuesFrom(set, ['taxPeriods'], null) })
  if (!facts.success) throw new CommandFailure(`${wordsOfError('input.not-a-fact')}\n${factNames()}`)
  return facts.data
}

/** `a=b` pairs as an object; no value becomes `empty`, a named list is split at `;`. */
export function valuesFrom(set: string[], lists: string[], empty: null | ''): Record<string, unknown> {
  return Object.fromEntries(
    set.map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      const value = rest.join('=')
      if (lists.includes(name)) return [name, value === '' ? [] : value.split(';')]
      return [name, value === '' ? empty : value]
    }),
  )
}
