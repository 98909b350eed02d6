import words from '../../../../resources/words/en.json' with { type: 'json' }
import { Day } from '../../../shared/model/day.ts'
import {
  SituationAnswer as AnswerShape,
  datesOfSituation,
  type Situation,
  type SituationAnswer,
  Situation as SituationName,
  type Special,
  situations,
} from '../../../shared/model/special.ts'
import { wordsOfError } from '../words.ts'
import { UsageFailure } from './command-failure.ts'

/** The answers with one more, or with one taken back: `disaster=yes,2026-09-01,2026-09-05,the storm`, `abroad=`. */
export function withAnswer(special: Special, pair: string): Special {
  const [name = '', ...rest] = pair.split('=')
  const situation = SituationName.safeParse(name)
  if (!situation.success)
    throw new UsageFailure(`There is no question "${name}". The questions:\n${questionLines().join('\n')}`)
  const text = rest.join('=')
  if (rest.length === 0) throw new UsageFailure(howToAnswer(situation.data))
  const { [situation.data]: _, ...others } = special
  return text === '' ? others : { ...others, [situation.data]: answerFrom(situation.data, text) }
}

/** Each question with the word that is typed for it. */
export const questionLines = (): string[] =>
  situations.map((each) => `  ${each.padEnd(13)} ${words.special.ask[each]}`)

/** `disaster=yes,2026-09-01,2026-09-05 or disaster=no` */
export function howToAnswer(situation: Situation): string {
  const days = ['2026-09-01', '2026-09-05'].slice(0, datesOfSituation[situation].length)
  return `Write ${[`${situation}=yes`, ...days].join(',')} or ${situation}=no; ${situation}= takes the answer back.`
}

function answerFrom(situation: Situation, text: string): SituationAnswer {
  const [says, fromText = '', toText = '', ...note] = text.split(',')
  if (says !== 'yes' && says !== 'no')
    throw new UsageFailure(`"${says}" is no answer to ${situation}. ${howToAnswer(situation)}`)
  const from = dayOf(situation, 'from', fromText)
  const to = dayOf(situation, 'to', toText)
  if (says === 'no' && (from || to))
    throw new UsageFailure(`With no, ${situation} takes no day. ${howToAnswer(situation)}`)
  if (from && to && to < from)
    throw new UsageFailure(
      `${situation}: the second day, ${to}, is before the first, ${from}. ${namesOfDays(situation)} ${howToAnswer(situation)}`,
    )
  const answer = AnswerShape.safeParse({ says, from, to, note: note.join(',') })
  if (!answer.success) throw new UsageFailure(`The note to ${situation} is too long.`)
  return answer.data
}

function dayOf(situation: Situation, which: 'from' | 'to', text: string): Day | null {
  if (text === '') return null
  const taken: readonly string[] = datesOfSituation[situation]
  if (!taken.includes(which))
    throw new UsageFailure(
      `${situation} takes no ${which === 'to' ? 'second ' : ''}day. ${howToAnswer(situation)}`,
    )
  const day = Day.safeParse(text)
  if (!day.success) throw new UsageFailure(`${situation}, "${text}": ${wordsOfError('input.not-a-day')}`)
  return day.data
}

/** `First: first day of the disaster. Second: ...` */
function namesOfDays(situation: Situation): string {
  const from: Partial<Record<Situation, string>> = words.special.from
  const to: Partial<Record<Situation, string>> = words.special.to
  return `First: ${from[situation] ?? ''}. Second: ${to[situation] ?? ''}.`
}
