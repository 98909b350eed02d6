import { type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import { getRule, type Law, type Station } from '../../../shared/law/law.ts'
import { howToPetition, windowOf } from '../../../shared/law/rule-words.ts'
import { journeysThrough, type WayAhead, waysAhead } from '../../../shared/roadmap/ways-ahead.ts'
import { warnOfClock } from './clock-warning.ts'
import { CommandFailure } from './command-failure.ts'
import { openLaw } from './open-law.ts'
import { jsonText, say } from './print.ts'
import { wrapped } from './text.ts'

/** A station of the roadmap by its id. */
export function stationCommand(words: string[], options: { json?: boolean }): void {
  const law = openLaw()
  warnOfClock()
  const station = inEnglish(findStation(law, words.join(' ').trim()))
  const ahead = inEnglish(waysAhead(law, station.id))
  const notices = inEnglish([...law.notices, ...law.named].filter((notice) => notice.station === station.id))
  const journeys = inEnglish(journeysThrough(law, station.id))
  if (options.json) {
    const next = ahead.map(({ station: to, when, inferred }) => ({
      to: to.id,
      title: to.title,
      when,
      inferred,
    }))
    const codes = notices.map(({ code }) => code)
    say(jsonText({ ...station, next, notices: codes, journeys }))
    return
  }
  const names = notices.map(({ printedAs, title }) => `${printedAs[0]}: ${title}`)
  say(
    [
      `${station.title}  (${station.id})`,
      ...wrapped(station.summary, '  '),
      ...clockLines(law, station),
      ...section(
        'Where and how to petition the Tax Court',
        inEnglish(howToPetition(law, [station.clock?.rule ?? null])).map((step) => `- ${step}`),
      ),
      ...section('Letters that stand here', names),
      ...section('Ways ahead', ahead.map(wayLine)),
      ...section(
        'On these journeys',
        journeys.map(({ title }) => title),
      ),
      ...section('Law', station.law),
      '',
      `How the stop is known: ${basisWords[station.basis]}. Confidence: ${station.confidence}. Checked ${law.checked}.`,
      ...(ahead.some((way) => way.inferred) ? ['(?) No source prints this way: it is our inference.'] : []),
      ...section('Sources', station.sources),
    ].join('\n'),
  )
}

function findStation(law: Law, wanted: string): Station {
  const exact = law.stations.find(({ id }) => id === wanted.toLowerCase())
  if (exact) return exact
  const like = wanted.toLowerCase()
  const near = law.stations.filter(({ id, title }) => `${id} ${title.en.toLowerCase()}`.includes(like))
  const shown = (near.length > 0 ? near : law.stations).slice(0, 12).map(({ id }) => id)
  throw new CommandFailure(`There is no station "${wanted}". For example: ${shown.join(', ')}`)
}

function clockLines(law: Law, { clock }: InEnglish<Station>): string[] {
  if (!clock) return []
  const counted = clock.rule ? inEnglish(windowOf(getRule(law, clock.rule))) : null
  const known =
    counted ?? (clock.count ? `${countWords(clock.count)} from ${clock.starts}` : `from ${clock.starts}`)
  return section('Clock', [
    `${known}: ${clock.act} (${clock.kind}${clock.rule ? `, rule ${clock.rule}` : ''})`,
    ...(clock.note ? [clock.note] : []),
  ])
}

const countWords = (count: NonNullable<NonNullable<Station['clock']>['count']>): string =>
  Object.entries(count)
    .map(([unit, value]) => `${value} ${unit === 'businessDays' ? 'business days' : unit}`)
    .join(', ')

const section = (heading: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.flatMap((line) => wrapped(line, '  '))]

const wayLine = ({ station, when, inferred }: InEnglish<WayAhead>): string =>
  `- ${when} -> ${station.title} (${station.id})${inferred ? ' (?)' : ''}`

const basisWords: Record<Station['basis'], string> = {
  tas_station_page: 'from a page of the Taxpayer Advocate Service',
  tas_map_term: 'named on the map of the Taxpayer Advocate Service; its page was not read',
  inferred_map_stop: 'almost certainly on the map of the Taxpayer Advocate Service, but not seen there',
  added: 'added by us, so that the way ahead is complete',
}
