import type { Law } from './law.ts'

/** What does not fit together in the law data, one plain sentence each; an empty list is right. */
export function lawProblems(law: Law): string[] {
  const names = {
    rule: new Set(law.rules.map((rule) => rule.id)),
    station: new Set(law.stations.map((station) => station.id)),
    phase: new Set(law.phases.map((phase) => phase.id)),
    source: new Set(Object.keys(law.sources)),
  }
  return [...twice(law), ...missing(law, names), ...undrawn(law)]
}

type Names = Record<'rule' | 'station' | 'phase' | 'source', Set<string>>

function missing(law: Law, names: Names): string[] {
  const problems: string[] = []
  const need = (what: keyof Names, id: string, by: string) => {
    if (!names[what].has(id)) problems.push(`${by}: there is no ${what} ${id}`)
  }
  for (const notice of law.notices) {
    need('station', notice.station, `notice ${notice.code}`)
    for (const right of notice.rights)
      for (const rule of [right.rule, ...right.conferenceRules])
        if (rule !== null) need('rule', rule, `notice ${notice.code}, ${right.title}`)
  }
  for (const rule of law.rules) {
    for (const source of rule.sources) need('source', source, `rule ${rule.id}`)
    if (rule.count && !rule.start) problems.push(`rule ${rule.id}: a count needs a start`)
  }
  for (const holiday of law.holidays)
    for (const source of holiday.sources) need('source', source, `holiday ${holiday.name}`)
  for (const station of law.stations) {
    need('phase', station.phase, `station ${station.id}`)
    for (const way of station.next) need('station', way.to, `station ${station.id}`)
  }
  for (const line of law.lines) for (const id of line.stations) need('station', id, `line ${line.id}`)
  return problems
}

function twice(law: Law): string[] {
  const lists = {
    notice: law.notices.map((notice) => notice.code),
    rule: law.rules.map((rule) => rule.id),
    station: law.stations.map((station) => station.id),
    'printed number': law.notices.flatMap((notice) => notice.printedAs),
  }
  return Object.entries(lists).flatMap(([what, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${what} ${id} is there twice`),
  )
}

const undrawn = (law: Law): string[] =>
  law.lines.flatMap((line) =>
    law.stations
      .filter((station) => line.stations.includes(station.id) && !station.at)
      .map((station) => `line ${line.id}: station ${station.id} has no place on the map`),
  )
