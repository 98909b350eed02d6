import {
  type Situation,
  SituationAnswer,
  Situation as SituationName,
  type Special,
  situations,
} from '../../../shared/model/special.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

/**
 * Special situations of the case of a letter: shows the answers, or changes those that are given as
 * `disaster=yes,2026-09-01,2026-09-05,the storm`, `bankruptcy=no`, or, to take one back, `abroad=`.
 */
export const specialCommand = (id: string, set: string[], options: LibraryOptions) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const special = set.reduce(withAnswer, letter.special ?? {})
    if (set.length > 0) unwrap(await core.api['letter:special']({ id: letter.id, special }))
    print(options, { id: letter.id, special }, () =>
      situations.map((each) => `${each.padEnd(13)} ${shown(special[each])}`).join('\n'),
    )
  })

function withAnswer(special: Special, pair: string): Special {
  const [name = '', ...rest] = pair.split('=')
  const situation = SituationName.safeParse(name)
  if (!situation.success || rest.length === 0) throw new CommandFailure(wordsOfError('input.not-a-situation'))
  const { [situation.data]: _, ...others } = special
  if (rest.join('=') === '') return others
  return { ...others, [situation.data]: answerFrom(rest.join('=')) } satisfies Partial<
    Record<Situation, SituationAnswer>
  >
}

function answerFrom(text: string): SituationAnswer {
  const [says, from, to, ...note] = text.split(',')
  const answer = SituationAnswer.safeParse({ says, from: from || null, to: to || null, note: note.join(',') })
  if (!answer.success) throw new CommandFailure(wordsOfError('input.not-a-situation'))
  return answer.data
}

const shown = (answer: SituationAnswer | undefined): string =>
  answer ? [answer.says, answer.from, answer.to, answer.note].filter(Boolean).join(', ') : 'not answered'
