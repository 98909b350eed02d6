import { getRule, type Law, type Right, type Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { isAllAsked, type Situation, type SituationAnswer, type Special } from '../model/special.ts'
import { addDays, daysBetween, laterOf } from './days.ts'
import type { Deadline } from './deadline.ts'

/** What moves the last day of a rule: the rule that says so, with the person's answer that makes it apply. */
export type Mover = { rule: Rule; answer: SituationAnswer & { from: Day } }

/** The rules that move this one by what the person said. Nothing applies that nobody said. */
export function moversOf(law: Pick<Law, 'rules'>, rule: Rule | null, special: Special | undefined): Mover[] {
  return (rule?.movedBy ?? [])
    .map((id) => getRule(law, id))
    .filter(({ moves }) => moves !== null)
    .flatMap((mover) =>
      answersYes(mover, special).flatMap((answer) => {
        const { from } = answer
        return from ? [{ rule: mover, answer: { ...answer, from } }] : []
      }),
    )
}

/**
 * The last day as one rule moves it, or the same day where it does not reach it. Where a text can be read in two
 * ways, the earlier day is taken. A service or a bankruptcy without an end counts as ending today, so the day is
 * the earliest possible one.
 */
export function movedDay({ rule, answer }: Mover, start: Day | null, lastDay: Day, today: Day): Day {
  if (!rule.moves || lastDay < answer.from) return lastDay
  const { how, days } = rule.moves
  switch (how) {
    case 'toItsEnd': {
      // Without a declaration nothing moves by law.
      return answer.to ? laterOf(lastDay, addDays(laterOf(answer.from, answer.to), days)) : lastDay
    }
    case 'notCounted': {
      const end = addDays(answer.to ?? laterOf(answer.from, today), days)
      if (start && start > end) return lastDay
      const counted = start ? laterOf(start, addDays(answer.from, -1)) : addDays(answer.from, -1)
      return addDays(end, daysBetween(counted, lastDay))
    }
  }
}

/**
 * A right for people in one situation: an answer makes it theirs or takes it away; until then its condition stands.
 * Once it is theirs, it takes the place of the right for everybody else.
 */
export function rightsBySituation(
  law: Law,
  rights: Right[],
  { special, specialBefore }: { special?: Special | undefined; specialBefore?: Special | undefined },
): Right[] {
  const kept = rights.flatMap((right) => {
    const own = situationsOf(ruleOf(law, right))
    if (own.length === 0) return [right]
    const says = own.map((each) => special?.[each]?.says)
    if (says.includes('yes')) return [{ ...right, aside: false, onlyIf: null }]
    // A yes that was stored without saying of which letter: its day is shown, with its condition, beside the ordinary one.
    const said = own.some((each) => special?.[each] === undefined && specialBefore?.[each]?.says === 'yes')
    if (said) return [{ ...right, aside: false }]
    return says.every((each) => each === 'no') ? [] : [right]
  })
  const replaced = new Set(
    kept
      .filter((right) => isTheirs(ruleOf(law, right), special))
      .flatMap((right) => ruleOf(law, right)?.insteadOf ?? []),
  )
  return kept.filter(({ rule }) => rule === null || !replaced.has(rule))
}

/** The situation that nobody has answered yet and that makes a right the person's; null: it is theirs. */
const awaitedSituation = (rule: Rule | null, special: Special | undefined): Situation | null =>
  situationsOf(rule).some((each) => special?.[each]?.says === 'yes')
    ? null
    : (situationsOf(rule).find((each) => special?.[each] === undefined) ?? null)

const isTheirs = (rule: Rule | null, special: Special | undefined): boolean =>
  situationsOf(rule).some((each) => special?.[each]?.says === 'yes')

const ruleOf = (law: Law, { rule }: Right): Rule | null => (rule === null ? null : getRule(law, rule))
/** The situations to which the right of a rule belongs. A rule without a count only says something of its own. */
const situationsOf = (rule: Rule | null): Situation[] => (rule?.count ? rule.situations : [])

/** A service or a bankruptcy without an end moves the day of this rule. */
export const isLasting = ({
  law,
  rule,
  special,
}: {
  law: Pick<Law, 'rules'>
  rule: Rule | null
  special: Special | undefined
}): boolean =>
  moversOf(law, rule, special).some(
    ({ rule: { moves }, answer }) => moves?.how === 'notCounted' && !answer.to,
  )

type Told = Pick<Deadline, 'movedBy' | 'applies' | 'notFinal' | 'insteadOf' | 'awaits'>

/**
 * What the answers say about a deadline: the rules that may still help (`movedBy`, without what the person ruled
 * out), those that do apply, and whether being late must not be told as final because not all was asked yet.
 */
export function specialOf(
  law: Law,
  rule: Rule | null,
  special: Special | undefined,
  { state, ends, actor }: Pick<Deadline, 'state' | 'ends' | 'actor'>,
): Told {
  const known = (ids: string[]) => ids.map((id) => getRule(law, id))
  const help = known(rule?.movedBy ?? [])
  const limits = known(rule?.narrowedBy ?? [])
  return {
    insteadOf: rule?.insteadOf ?? null,
    awaits: awaitedSituation(rule, special),
    movedBy: help.filter((each) => !isRuledOut(each, special)).map(({ statement }) => statement),
    applies: [...help, ...limits]
      .filter((each) => answersYes(each, special).length > 0)
      .map(({ statement, citation }) => ({ statement, citation })),
    notFinal:
      state === 'late' && ends === 'right' && actor === 'taxpayer' ? whyNotFinal(help, special) : null,
  }
}

/**
 * Why a last day that has passed is not told as final: not everything was asked, or a yes lacks the day that moves it
 * (`ask`); a notice of the IRS can give more time (`notice`); or being late may be excused (`excuse`).
 */
function whyNotFinal(help: readonly Rule[], special: Special | undefined): Deadline['notFinal'] {
  const answers = help.flatMap((rule) => answersYes(rule, special).map((answer) => ({ rule, answer })))
  if (!isAllAsked(special) || answers.some(({ rule, answer }) => rule.moves && !answer.from)) return 'ask'
  const disaster = help.some(({ moves }) => moves?.how === 'toItsEnd') && special?.disaster
  const isUndeclared = disaster && disaster.says === 'yes' && !disaster.to
  const byNotice = answers.some(
    ({ rule: { moves, situations } }) => !moves && situations.includes('disaster'),
  )
  if (isUndeclared || byNotice) return 'notice'
  return answers.some(({ rule }) => !rule.moves) ? 'excuse' : null
}

const answersYes = ({ situations }: Rule, special: Special | undefined): SituationAnswer[] =>
  situations.flatMap((each: Situation) => {
    const answer = special?.[each]
    return answer?.says === 'yes' ? [answer] : []
  })

const isRuledOut = ({ situations }: Rule, special: Special | undefined): boolean =>
  situations.length > 0 && situations.every((each) => special?.[each]?.says === 'no')
