import { daysBetween } from '../src/shared/deadlines/days.ts'
import { english } from '../src/shared/i18n/english.ts'
import { textsIn } from '../src/shared/i18n/text-ids.ts'
import { contentAge } from '../src/shared/law/content-age.ts'
import type { Law } from '../src/shared/law/law.ts'
import type { Day } from '../src/shared/model/day.ts'
import type { LawEntries } from './law-entries.ts'

/** How far the law data can be trusted, in plain text. `since`: the entries of an earlier content version, and those of today. */
export function lawReport(
  law: Law,
  today: Day,
  since: { before: LawEntries; now: LawEntries } | null,
): string {
  const age = contentAge(law, today)
  return [
    `Law data, version ${law.version}, checked ${law.checked} (${age.months} months ago${age.isOld ? ', OLD' : ''}).`,
    `${law.notices.length} letters in full, ${law.named.length} by name only, ${law.rules.length} rules, ${law.stations.length} stations.`,
    '',
    ...byConfidence(law),
    '',
    ...byAge(law, today),
    '',
    ...unverified(law),
    '',
    ...(since ? changes(since.before, since.now) : ['Changes: no earlier content version is known here.']),
  ].join('\n')
}

const confidences = ['high', 'medium', 'low'] as const

function byConfidence({ notices, named, rules, stations, series }: Law): string[] {
  const kinds = { letters: notices, 'letters by name': named, rules, stations, series }
  const count = (of: readonly { confidence: string }[], confidence: string) =>
    of.filter((each) => each.confidence === confidence).length
  return [
    'By confidence',
    ...Object.entries(kinds).map(
      ([kind, of]) => `  ${kind}: ${confidences.map((each) => `${each} ${count(of, each)}`).join(', ')}`,
    ),
    `  own page or text read, with its day: ${notices.filter(({ ownText }) => ownText).length} of ${notices.length} letters`,
    `  low: ${list([...notices, ...rules].filter(({ confidence }) => confidence === 'low').map(nameOf))}`,
  ]
}

const steps = [30, 90, 180, 365] as const

function byAge({ notices, named }: Law, today: Day): string[] {
  const aged = [...notices, ...named].map(({ code, checked }) => ({
    code,
    days: daysBetween(checked, today),
  }))
  const oldest = [...aged].sort((a, b) => b.days - a.days).slice(0, 10)
  return [
    'By age of the last check',
    ...steps.map((most, at) => {
      const least = at === 0 ? Number.NEGATIVE_INFINITY : (steps[at - 1] ?? 0)
      return `  up to ${most} days: ${aged.filter(({ days }) => days <= most && days > least).length}`
    }),
    `  older: ${aged.filter(({ days }) => days > steps[3]).length}`,
    `  the oldest: ${list(oldest.map(({ code, days }) => `${code} (${days} days)`))}`,
  ]
}

/** Facts that nobody confirmed in a source: rights that say so, doubts, inferred stations and ways, and the source "general knowledge". */
function unverified({ notices, named, rules, stations }: Law): string[] {
  const rights = notices.flatMap(({ code, rights }) =>
    rights.filter((right) => right.unverified).map(({ title }) => `${code}: ${english(title)}`),
  )
  const ways = stations.flatMap(({ next }) => next)
  return [
    'Not verified',
    `  rights: ${list(rights)}`,
    `  letters with doubts: ${list([...notices, ...named].filter(({ doubts }) => doubts).map(nameOf))}`,
    `  rules from memory alone: ${list(rules.filter(({ sources }) => sources.every((each) => each === 'MEM')).map(nameOf))}`,
    `  rules partly from memory: ${list(rules.filter(({ sources }) => sources.length > 1 && sources.includes('MEM')).map(nameOf))}`,
    `  rules that say so: ${list(rules.filter((rule) => textsIn(rule).some(({ en }) => en.includes('not verified'))).map(nameOf))}`,
    `  stops by inference: ${[...notices, ...named].filter(({ stationBasis }) => stationBasis === 'inferred').length} of ${notices.length + named.length} letters`,
    `  ways by inference: ${ways.filter(({ basis }) => basis === 'inferred').length} of ${ways.length}`,
  ]
}

function changes(before: LawEntries, now: LawEntries): string[] {
  return [
    `Changes since version ${before.version}`,
    ...Object.entries(now.kinds).flatMap(([kind, fresh]) =>
      changesOf(kind, before.kinds[kind] ?? new Map(), fresh),
    ),
  ]
}

type Entry = { code: string } | { id: string }
const nameOf = (entry: Entry): string => ('code' in entry ? entry.code : entry.id)

function changesOf(
  kind: string,
  old: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): string[] {
  const added = [...fresh.keys()].filter((name) => !old.has(name))
  const gone = [...old.keys()].filter((name) => !fresh.has(name))
  const changed = [...fresh.keys()].filter((name) => old.has(name) && old.get(name) !== fresh.get(name))
  return [
    `  ${kind} added: ${list(added)}`,
    `  ${kind} changed: ${list(changed)}`,
    ...(gone.length > 0 ? [`  ${kind} gone: ${list(gone)}`] : []),
  ]
}

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : `${names.length}: ${names.join(', ')}`
