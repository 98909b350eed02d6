import type { Program } from '../law/law.ts'
import type { RightLeft, Telling } from './telling.ts'

/** The stops that a person reaches by using a right, with the programs of that right. */
const asked: Readonly<Record<string, readonly Program[]>> = {
  'coll-cdp-req': ['CDP'],
  'coll-eh-req': ['EH'],
  'coll-cap-req': ['CAP', 'IA-appeal'],
  'lit-petition-def': ['tax-court'],
  'lit-petition-cdp': ['tax-court'],
  'lit-petition-spouse': ['tax-court'],
}

/**
 * The rights that lead from a person's letters to a stop, if the time of all of them has passed: that way is closed. Null
 * while one of them can be used, was used, or where no right leads there.
 */
export function closedWay(tellings: readonly Pick<Telling, 'left'>[], station: string): RightLeft[] | null {
  const programs = asked[station]
  if (!programs) return null
  const rights = tellings.flatMap(({ left }) => left.filter(({ program }) => programs.includes(program)))
  return rights.length > 0 && rights.every(({ state }) => state === 'over') ? rights : null
}
