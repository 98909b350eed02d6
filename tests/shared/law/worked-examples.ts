import type { NoticeFile } from '../../../src/main/content/notice-files.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import type { Law } from '../../../src/shared/law/law.ts'
import type { WorkedExample } from '../../../src/shared/law/notice.ts'
import type { Right } from '../../../src/shared/law/rule.ts'
import type { Day } from '../../../src/shared/model/day.ts'
import { datedLetter } from './dated-letter.ts'

/** The days that somebody worked out by hand for one number. */
export type Worked = {
  path: string
  code: string
  rights: readonly Right[]
  worked: readonly WorkedExample[]
}

/** Every number with days of its own: each full entry, and each variant that has other rights than its entry. */
export const workedIn = (files: readonly NoticeFile[]): Worked[] =>
  files.flatMap(({ path, entry }) => {
    if (entry.kind === 'byName') return []
    const own = { path, code: entry.code, rights: entry.rights, worked: entry.worked }
    const variants = entry.variants.flatMap(({ code, rights, worked }) =>
      rights || worked.length > 0 ? [{ path, code, rights: rights ?? entry.rights, worked }] : [],
    )
    return [own, ...variants]
  })

/** A letter whose clock for the rule starts on the day of the example. */
export function letterOf(law: Law, code: string, { rule, from }: WorkedExample) {
  const start = law.rules.find(({ id }) => id === rule)?.start ?? 'noticeDate'
  if (start === 'noticeDate' || start === 'terminationDate' || start === 'respondByDate')
    return datedLetter({ noticeCode: code, [start]: from })
  return datedLetter({ noticeCode: code }, { [start]: from })
}

export const deadlineOf = (law: Law, code: string, example: WorkedExample, today: Day) =>
  computeDeadlines(law, letterOf(law, code, example), today).find(({ rule }) => rule === example.rule)

/** What is wrong with the examples of a number, one plain sentence each. */
export function workedProblems(law: Law, { path, code, rights, worked }: Worked): string[] {
  const counted = rights.flatMap(({ rule }) => {
    const known = law.rules.find(({ id }) => id === rule)
    return known?.count && known.start && startsKnown.has(known.start) ? [known.id] : []
  })
  const lacking = counted.filter((rule) => !worked.some((each) => each.rule === rule))
  const strange = worked.filter(({ rule }) => !counted.includes(rule))
  return [
    ...lacking.map(
      (rule) =>
        `${path}: ${code} has a right that counts by ${rule}, but "worked" holds no last day that you worked out for it with a calendar`,
    ),
    ...strange.map(
      ({ rule }) => `${path}: ${code} has no right that counts by ${rule}, so "worked" must not name it`,
    ),
    ...worked
      .filter(({ rule }) => counted.includes(rule))
      .flatMap((each) => differences(law, path, code, each)),
  ]
}

/** What the letter itself or its own act starts; what happens later is tested with its rule. */
const startsKnown = new Set<string>(['noticeDate', 'terminationDate', 'nftlFiled', 'levyServed'])

function differences(law: Law, path: string, code: string, example: WorkedExample): string[] {
  const found = deadlineOf(law, code, example, example.from)
  return (['lastDay', 'mailBy'] as const).flatMap((name) => {
    const counted = name === 'lastDay' ? found?.lastDay : found?.sendBy
    return counted === example[name]
      ? []
      : [
          `${path}: by ${example.rule}, from ${example.from}, you worked out ${example[name]} as "${name}", and the program counts ${counted ?? 'no day'}. One of the two is wrong`,
        ]
  })
}
