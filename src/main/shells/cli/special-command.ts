import words from '../../../../resources/words/en.json' with { type: 'json' }
import {
  type Situation,
  type SituationAnswer,
  type Special,
  situationsOfCase,
  situationsOfLetter,
} from '../../../shared/model/special.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'
import { effectLines } from './special-effects.ts'
import { withAnswer } from './special-input.ts'

/**
 * Special situations of a letter and of its person: shows the answers and what they do to the days of this letter, or
 * changes those that are given as `disaster=yes,2026-09-01,2026-09-05,the storm`, `bankruptcy=no`, or, to take one back, `abroad=`.
 */
export const specialCommand = (id: string, set: string[], options: LibraryOptions) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const special = set.reduce(withAnswer, letter.special ?? {})
    if (set.length > 0) unwrap(await core.api['letter:special']({ id: letter.id, special }))
    const { today } = await core.api['letters:list'](null)
    const effects = effectLines({ law: core.law, letter, today }, special)
    print(options, { id: letter.id, special, effects }, () =>
      [
        ...group(words.special.ofLetter, words.special.ofLetterHint, situationsOfLetter, special),
        ...beforeLines(letter.specialBefore ?? {}, special),
        ...group(words.special.ofCase, words.special.ofCaseHint, situationsOfCase, special),
        ...(effects.length > 0 ? ['', ...effects] : []),
      ].join('\n'),
    )
  })

const group = (title: string, hint: string, asked: readonly Situation[], special: Special): string[] => [
  `${title}. ${hint}`,
  ...asked.map((each) => `${each.padEnd(13)} ${shown(special[each]).padEnd(30)} ${words.special.ask[each]}`),
]

/** What an earlier version stored for the person, without saying of which letter. */
const beforeLines = (before: Special, special: Special): string[] =>
  situationsOfLetter.flatMap((each) => {
    const answer = before[each]
    return answer && !special[each]
      ? [`  ${each}: ${words.special.before.replace('{{answer}}', words.special[answer.says])}`]
      : []
  })

const shown = (answer: SituationAnswer | undefined): string =>
  answer ? [answer.says, answer.from, answer.to, answer.note].filter(Boolean).join(', ') : 'not answered'
