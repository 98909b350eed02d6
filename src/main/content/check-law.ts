import { sendsBy } from '../../shared/deadlines/send-by.ts'
import { type Act, clockWord, partsOf, rightsNamed } from '../../shared/law/advice.ts'
import type { Law } from '../../shared/law/law.ts'
import type { SendsBy } from '../../shared/model/sending.ts'

/** Contradictions in the law data, one plain sentence each. An empty list means there are none. */
export function lawProblems(law: Law): string[] {
  const names = {
    rule: new Set(law.rules.map((rule) => rule.id)),
    station: new Set(law.stations.map((station) => station.id)),
    phase: new Set(law.phases.map((phase) => phase.id)),
    source: new Set(Object.keys(law.sources)),
    family: new Set(law.families.map((family) => family.id)),
    notice: new Set([...law.notices, ...law.named].map((notice) => notice.code)),
  }
  return [
    ...twice(law),
    ...missing(law, names),
    ...broken(law),
    ...overconfident(law),
    ...adviceProblems(law),
    ...actProblems(law),
    ...longTitles(law),
  ]
}

type Names = Record<'rule' | 'station' | 'phase' | 'source' | 'family' | 'notice', Set<string>>

function missing(law: Law, names: Names): string[] {
  const problems: string[] = []
  const need = (what: keyof Names, id: string, by: string) => {
    if (!names[what].has(id)) problems.push(`${by}: there is no ${what} ${id}`)
  }
  for (const notice of law.notices) {
    const by = `notice ${notice.code}`
    need('station', notice.station, by)
    need('family', notice.family, by)
    for (const code of notice.replaces) need('notice', code, by)
    for (const right of notice.rights)
      for (const rule of [right.rule, right.closedOnceMet, ...right.conferenceRules])
        if (rule !== null) need('rule', rule, `notice ${notice.code}, ${right.title.en}`)
  }
  for (const { code, station, family, title } of law.named) {
    if (/\d\s*(?:business )?days?\b/i.test(title.en))
      problems.push(`notice ${code} is known by name only, so its title must tell no day`)
    need('station', station, `notice ${code}`)
    need('family', family, `notice ${code}`)
  }
  for (const rule of law.rules) {
    for (const source of rule.sources) need('source', source, `rule ${rule.id}`)
    for (const id of [...rule.closedOnceMet, ...rule.movedBy, ...(rule.insteadOf ? [rule.insteadOf] : [])])
      need('rule', id, `rule ${rule.id}`)
    if (rule.count && !rule.start) problems.push(`rule ${rule.id}: a count needs a start`)
    if ((rule.start === 'returnDue') !== (rule.returnDue !== null))
      problems.push(
        `rule ${rule.id}: "start": "returnDue" and the field "returnDue", the day on which the return for a tax year is due, go together`,
      )
  }
  for (const holiday of law.holidays)
    for (const source of holiday.sources) need('source', source, `holiday ${holiday.name.en}`)
  for (const station of law.stations) {
    need('phase', station.phase, `station ${station.id}`)
    for (const way of station.next) need('station', way.to, `station ${station.id}`)
    if (station.clock?.rule) need('rule', station.clock.rule, `station ${station.id}`)
  }
  for (const { prefix, sources } of law.spanishSeries)
    for (const source of sources) need('source', source, `Spanish series ${prefix}`)
  for (const { title, sources } of law.series) for (const source of sources) need('source', source, title.en)
  for (const { name, sources } of law.help) for (const source of sources) need('source', source, name.en)
  return problems
}

/** Advice that speaks of a right, a form, or a day, and does not say while what it holds. */
function adviceProblems({ notices }: Law): string[] {
  const entries = new Map(notices.map((notice) => [notice.code, notice]))
  return notices.flatMap((notice) => {
    const { code, meaning, steps, ifNothing, ifLate, variantOf } = notice
    // A variant shares the texts of its entry, also those of a right that it does not give.
    const entry = entries.get(variantOf ?? '')
    const rights = [...notice.rights, ...(entry?.rights ?? [])]
    const known = new Set([
      'printed',
      ...rights.flatMap(({ rule, program }) => [program, ...(rule ? [rule] : [])]),
    ])
    const texts = Object.entries({ meaning, steps, ifNothing, ifLate }).flatMap(([field, advice]) =>
      partsOf(advice).map((part) => ({ field, part })),
    )
    return texts.flatMap(({ field, part }) => {
      const word = part.while === undefined ? clockWord(part.en) : null
      const strange = rightsNamed(part).filter((right) => !known.has(right))
      return [
        ...(word
          ? [
              `notice ${code}, ${field}: "${part.en}" speaks of ${word}, so it must say while what it holds: { "text": ..., "right": ..., "while": "open" }, or "while": "always" if it does not depend on a day`,
            ]
          : []),
        ...strange.map((right) => `notice ${code}, ${field}: it has no right ${right}`),
      ]
    })
  })
}

/** The acts that meet a last day, by what makes it timely. */
const actsFor: Record<SendsBy, readonly Act[]> = {
  postmark: ['send', 'sendOrCall'],
  arrival: ['send', 'sendOrCall', 'call', 'pay'],
  court: ['send'],
  call: ['call', 'sendOrCall'],
  online: ['online'],
  do: ['do'],
}

/** Steps that would use a right in a way that its rule does not count: a call for a form that must be mailed. */
function actProblems({ notices, rules }: Law): string[] {
  return notices.flatMap(({ code, steps, ifLate }) =>
    [...steps, ...partsOf(ifLate)].flatMap((step) => {
      const { act } = step
      const ways = rules.filter(({ id }) => rightsNamed(step).includes(id)).map(sendsBy)
      if (act === undefined || act === 'none' || ways.length === 0) return []
      if (ways.some((way) => actsFor[way].includes(act))) return []
      return [
        `notice ${code}: the act of "${step.en}" is "${act}", but its right is used by ${ways.join(', ')}`,
      ]
    }),
  )
}

/** A plain title is read at a glance; a longer one is the IRS's own title again. */
const mostWords = 10

const longTitles = ({ notices, named }: Law): string[] =>
  [...notices, ...named]
    .filter(({ plainTitle }) => plainTitle.en.split(/\s+/).length > mostWords)
    .map(
      ({ code, plainTitle }) =>
        `notice ${code}: plainTitle "${plainTitle.en}" has more than ${mostWords} words`,
    )

/**
 * Confidence is high only for what was read in the notice's own page or text, with the date of that reading.
 */
function overconfident(law: Law): string[] {
  return law.notices.flatMap(({ code, confidence, ownText, sources }) => {
    if (ownText && !sources.includes(ownText.source))
      return [`notice ${code}: the page in ownText is not one of its sources`]
    return confidence === 'high' && !ownText
      ? [
          `notice ${code}: confidence is high, but ownText does not say which page of its own was read, and when`,
        ]
      : []
  })
}

function twice(law: Law): string[] {
  const lists = {
    notice: [...law.notices, ...law.named].map((notice) => notice.code),
    rule: law.rules.map((rule) => rule.id),
    station: law.stations.map((station) => station.id),
    'printed number': [
      ...law.notices.flatMap(({ printedAs, spanishNumbers }) => [...printedAs, ...spanishNumbers]),
      ...law.named.flatMap(({ printedAs }) => printedAs),
    ],
  }
  return Object.entries(lists).flatMap(([what, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${what} ${id} is there twice`),
  )
}

/** Routes that lead nowhere, and time limits that cannot be counted. */
function broken(law: Law): string[] {
  const problems: string[] = []
  const reached = new Set([
    ...law.stations.flatMap((station) => station.next.map((way) => way.to)),
    ...[...law.notices, ...law.named].map((notice) => notice.station),
  ])
  for (const station of law.stations)
    if (!reached.has(station.id) && station.next.length === 0)
      problems.push(
        `station ${station.id} is dead: no way leads to it or from it, and no notice stands there`,
      )
  for (const { id, path } of law.journeys)
    for (const [index, to] of path.entries()) {
      const from = law.stations.find((station) => station.id === path[index - 1])
      if (index > 0 && !from?.next.some((way) => way.to === to))
        problems.push(`journey ${id}: no way leads from ${path[index - 1]} to ${to}`)
    }
  if (!law.series.some(({ prefix }) => prefix === ''))
    problems.push('series: one entry with an empty prefix must catch every other number')
  return problems
}
