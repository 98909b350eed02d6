import words from '../../../../resources/words/en.json' with { type: 'json' }
import { type SituationAnswer, situations } from '../../../shared/model/special.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'
import { effectLines } from './special-effects.ts'
import { withAnswer } from './special-input.ts'

/**
 * Special situations of the case of a letter: shows the answers and what they do to the days of this letter, or changes
 * those that are given as `disaster=yes,2026-09-01,2026-09-05,the storm`, `bankruptcy=no`, or, to take one back, `abroad=`.
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
        ...situations.map(
          (each) => `${each.padEnd(13)} ${shown(special[each]).padEnd(30)} ${words.special.ask[each]}`,
        ),
        ...(effects.length > 0 ? ['', ...effects] : []),
      ].join('\n'),
    )
  })

const shown = (answer: SituationAnswer | undefined): string =>
  answer ? [answer.says, answer.from, answer.to, answer.note].filter(Boolean).join(', ') : 'not answered'
