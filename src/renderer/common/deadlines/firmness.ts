import type { Law } from '../../../shared/law/law.ts'
import type { Deadline } from '../../../shared/model/deadline.ts'

/**
 * How firm a day is. `estimated`: it rests on facts that nobody confirmed, on a condition, or on a rule that was not
 * fully found in a source. `soft`: the letter asks for something by then, and no right that we know of ends. `hard`:
 * the rest; after that day the right is gone.
 */
export type Firmness = 'hard' | 'soft' | 'estimated'

export function firmnessOf(law: Pick<Law, 'rules'>, deadline: Deadline): Firmness {
  const rule = law.rules.find(({ id }) => id === deadline.rule)
  // The condition of an equivalent hearing is that the hearing was missed; its state already says so.
  const isConditional = deadline.onlyIf !== null && deadline.program !== 'EH'
  const isUnsure = deadline.unconfirmed || deadline.unverified || isConditional
  if (isUnsure || (rule && rule.confidence !== 'high')) return 'estimated'
  return rule ? 'hard' : 'soft'
}
