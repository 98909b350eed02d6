import { countDays } from '../../../shared/deadlines/count-days.ts'
import type { CountedDays } from '../../../shared/deadlines/deadline.ts'
import { type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import type { Rule } from '../../../shared/law/law.ts'
import type { Day } from '../../../shared/model/day.ts'
import { warnOfClock } from './clock-warning.ts'
import { CommandFailure } from './command-failure.ts'
import { dayFrom } from './open-core.ts'
import { openLaw } from './open-law.ts'
import { jsonText, say } from './print.ts'
import { toldSteps } from './step-words.ts'
import { dayLine } from './text.ts'

/** Last day and send-by day of one rule, with the arithmetic and the source. `id` in any case: `cdp-1`. */
export function countCommand(id: string, options: { from?: string; json?: boolean }): void {
  const law = openLaw()
  const found = law.rules.find((each) => each.id.toLowerCase() === id.trim().toLowerCase())
  if (!found) throw new CommandFailure(`There is no rule ${id}. Rules with a count: ${counting(law.rules)}`)
  const rule = inEnglish(found)
  if (!options.from) throw new CommandFailure('Say from which day to count: --from 2026-11-22')
  const from = dayFrom(options.from)
  if (!rule.count) throw new CommandFailure(`Rule ${rule.id} counts no days: ${rule.statement}`)
  warnOfClock()
  const counted = countDays(law, found, from)
  if (options.json) {
    const { lastDay, sendBy } = counted
    const steps = toldSteps(counted)
    say(jsonText({ rule: rule.id, from, lastDay, sendBy, source: rule.citation, steps }))
  } else {
    say(textOf(rule, from, counted))
  }
}

const counting = (rules: Rule[]): string =>
  rules
    .filter(({ count }) => count)
    .map(({ id }) => id)
    .join(', ')

const textOf = (rule: InEnglish<Rule>, from: Day, counted: CountedDays): string => {
  const { lastDay, sendBy } = counted
  return [
    `${rule.id}: ${rule.statement}`,
    '',
    `  From      ${dayLine(from)}`,
    `  Last day  ${dayLine(lastDay)}`,
    `  Send by   ${sendBy ? dayLine(sendBy) : 'nothing to send: the IRS has to act'}`,
    '',
    'How the last day is counted:',
    ...toldSteps(counted).map(({ day, why }) => `  ${dayLine(day)}  ${why}`),
    ...(sendBy ? [`Send by: ${howSendBy}`] : []),
    `What ends with it: ${whatEnds[rule.ends]}`,
    ...(rule.ifMissed ? [`If missed: ${rule.ifMissed}`] : []),
    ...(rule.movedBy.length > 0 ? [`Can be moved or excused by: ${rule.movedBy.join(', ')}`] : []),
    `Source: ${rule.citation} (confidence: ${rule.confidence})`,
  ].join('\n')
}

const whatEnds = {
  right: 'a right',
  hold: 'the hold on collection',
  request: 'no right; the letter asks for it',
}

const howSendBy =
  'the last day less the margin of this way of sending (rules SEND-1 to SEND-6), and not later than the same count by weekends only.'
