import { computeDeadlines } from '../../../shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { english } from '../../../shared/i18n/english.ts'
import { say } from '../../../shared/i18n/message.ts'
import type { Law } from '../../../shared/law/law.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { datesOfSituation, type Situation, type Special, situations } from '../../../shared/model/special.ts'
import { howToAnswer } from './special-input.ts'

type Known = { law: Law; letter: Letter; today: Day }

/** What each yes does to the days of this letter, one line each; also that it does nothing, and what it lacks. */
export const effectLines = (known: Known, special: Special): string[] =>
  situations.filter((each) => special[each]?.says === 'yes').flatMap((each) => effectOf(known, special, each))

function effectOf({ law, letter, today }: Known, special: Special, situation: Situation): string[] {
  const { [situation]: own, ...others } = special
  if (!own) return []
  const days = (answers: Special) => computeDeadlines(law, { ...letter, special: answers }, today)
  const [before, after] = [days(others), days(special)]
  const changes = after.flatMap((each) => changeOf(before, each))
  const lasts = after.some(({ doubts }) =>
    doubts.some((doubt) => 'key' in doubt && doubt.key === 'doubt.lasting'),
  )
  const asIfToday = lasts && !own.to ? ` ${english(say('doubt.lasting'))}` : ''
  if (changes.length > 0) return changes.map((each) => `${situation}: ${each}${asIfToday}`)
  const told = after
    .flatMap(({ applies }) => applies)
    .map(({ statement }) => english(statement))
    .filter(
      (each) => !before.some(({ applies }) => applies.some(({ statement }) => english(statement) === each)),
    )
  // A service or a bankruptcy may last, and then has no second day.
  const needed =
    situation === 'disaster' ? datesOfSituation[situation] : datesOfSituation[situation].slice(0, 1)
  const lacks = needed.some((each) => own[each] === null)
  const without = lacks ? ` Without its days nothing can move. ${howToAnswer(situation)}` : ''
  return [
    `${situation}: moves no day of this letter.${without}`,
    ...[...new Set(told)].map((each) => `  ${each}`),
  ]
}

function changeOf(before: readonly Deadline[], now: Deadline): string[] {
  const title = english(now.title)
  const was = before.find(({ rule, title: of }) => rule === now.rule && english(of) === title)
  if (!now.lastDay || (was && was.lastDay === now.lastDay && !(was.awaits && !now.awaits))) return []
  if (was?.awaits && !now.awaits) return [`${title} is yours: ${now.lastDay} counts.`]
  return was?.lastDay ? [`${title}: the last day moves from ${was.lastDay} to ${now.lastDay}.`] : []
}
