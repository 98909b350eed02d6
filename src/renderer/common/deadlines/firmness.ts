import type { Law } from '../../../shared/law/law.ts'
import type { Deadline } from '../../../shared/model/deadline.ts'

/**
 * How firm a date is. `estimated`: it depends on unconfirmed facts, on a condition, or on a rule without a complete
 * source. `soft`: the letter asks for something by then, but as far as we know no right ends. `hard`: all others; after
 * that date the right is lost.
 */
export type Firmness = 'hard' | 'soft' | 'estimated'

export function firmnessOf(law: Pick<Law, 'rules'>, deadline: Deadline): Firmness {
  const rule = law.rules.find(({ id }) => id === deadline.rule)
  // The condition of an equivalent hearing is a missed hearing request, which its state already expresses.
  const isConditional = deadline.onlyIf !== null && deadline.program !== 'EH'
  const isUnsure = deadline.unconfirmed || deadline.unverified || isConditional
  if (isUnsure || (rule && rule.confidence !== 'high')) return 'estimated'
  return rule ? 'hard' : 'soft'
}
