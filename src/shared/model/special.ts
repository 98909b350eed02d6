import { z } from 'zod'
import { cleanLines } from '../text/clean-name.ts'
import { Day } from './day.ts'

/**
 * What can move a last day or excuse being late, in the order in which it is asked. Which rules an answer makes
 * apply is written in the law data.
 */
export const situations = [
  'disaster',
  'combatZone',
  'bankruptcy',
  'abroad',
  'oldAddress',
  'cameLate',
  'priorHearing',
] as const
export const Situation = z.enum(situations)
export type Situation = z.infer<typeof Situation>

/**
 * A person's answer about one situation. `from`: the first day of the disaster, the service, or the bankruptcy, or
 * the day on which the letter came. `to`: the day of the disaster declaration, or the end of the service or the
 * bankruptcy; null while it lasts or is unknown.
 */
export const SituationAnswer = z.object({
  says: z.enum(['yes', 'no']),
  from: Day.nullable(),
  to: Day.nullable(),
  note: z.string().max(300).overwrite(cleanLines),
})
export type SituationAnswer = z.infer<typeof SituationAnswer>

/** The answers of one case; a situation that is not here was not asked about yet. */
export const Special = z.partialRecord(Situation, SituationAnswer)
export type Special = z.infer<typeof Special>

/**
 * What is true of one letter: how it was addressed, when it came, what was already heard about its tax and year. Such an
 * answer never counts for another letter of the same person.
 */
export const situationsOfLetter = [
  'abroad',
  'oldAddress',
  'cameLate',
  'priorHearing',
] as const satisfies Situation[]

/** What is true of the person, and counts for all letters of the case. */
export const situationsOfCase = ['disaster', 'combatZone', 'bankruptcy'] as const satisfies Situation[]

/** The answers about one letter, and those about the person, which count for all letters of the case. */
export const splitSpecial = (special: Special): { ofLetter: Special; ofCase: Special } => ({
  ofLetter: onlyOf(special, situationsOfLetter),
  ofCase: onlyOf(special, situationsOfCase),
})

const onlyOf = (special: Special, names: readonly Situation[]): Special =>
  Object.fromEntries(
    names.flatMap((each) => {
      const answer = special[each]
      return answer ? [[each, answer]] : []
    }),
  )

/** Every situation has an answer. */
export const isAllAsked = (special: Special | undefined): boolean =>
  situations.every((each) => special?.[each] !== undefined)

/** Which situations have two dates, one, or none. */
export const datesOfSituation = {
  disaster: ['from', 'to'],
  combatZone: ['from', 'to'],
  bankruptcy: ['from', 'to'],
  abroad: [],
  oldAddress: [],
  cameLate: ['from'],
  priorHearing: [],
} as const satisfies Record<Situation, readonly ('from' | 'to')[]>
