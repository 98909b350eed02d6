import { memo } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { t } from '../i18n/words.ts'
import { hashFromRoute } from '../state/route.ts'
import { roadMap } from './map-data.ts'
import { codeSize, dotRadius, placeLabel } from './map-labels.ts'
import { mapStation, mapWords } from './map-schema.ts'

type StopProps = {
  id: string
  /** The full name, for those who hear the map. */
  title: string
  symbols: string[]
  codes: string[]
  letters: number
  here: boolean
  selected: boolean
  dimmed: boolean
  /** The number of a way ahead that leads here. */
  fork: number | null
  /** The time of the rights that led there has passed. */
  closed: boolean
  /** One station of the map can be reached by Tab, the others by arrow keys; on paper there are no links. */
  link: 'tab' | 'arrows' | 'none'
}

export const Stop = memo(function Stop(props: StopProps) {
  const { id, title, symbols, codes, letters, here, selected, fork } = props
  const label = mapWords(mapStation(roadMap, id).label, useLanguage()).replaceAll('|', ' ')
  const seen = [label, ...symbols.map((symbol) => `\u2192${symbol}`), codes.join(' \u00b7 ')]
    .filter(Boolean)
    .join(' ')
  // What is seen comes first, so that who speaks to the computer can say it.
  const name = [
    fork === null ? seen : t('roadmap.forkNumber', { number: fork, station: seen }),
    props.closed && t('roadmap.closed'),
    letters > 0 && t('roadmap.pins', { count: letters }),
    title !== label && title,
    here && t('roadmap.youAreHere'),
  ]
  const look = [
    'stop',
    here && 'here',
    props.dimmed && 'dimmed',
    fork !== null && 'fork',
    props.closed && 'closed',
  ]
  const className = look.filter(Boolean).join(' ')
  if (props.link === 'none')
    return (
      <g className={className}>
        <Inside {...props} />
      </g>
    )
  return (
    <a
      href={hashFromRoute({ screen: 'roadmap', station: id })}
      className={className}
      aria-current={selected ? 'true' : undefined}
      data-station={id}
      tabIndex={props.link === 'tab' ? 0 : -1}
      draggable={false}
    >
      <title>{name.filter(Boolean).join(', ')}</title>
      <Inside {...props} />
    </a>
  )
})

const Inside = (props: StopProps) => (
  <>
    <Dot {...props} /> <Label {...props} />{' '}
    {(props.letters > 0 || mapStation(roadMap, props.id).mark) && (
      <Envelope at={mapStation(roadMap, props.id).at} count={props.letters} />
    )}
  </>
)

function Dot({ id, here, fork }: StopProps) {
  const { at, to = at, size } = mapStation(roadMap, id)
  const radius = fork === null ? dotRadius[size] : 12
  const ends = { x1: at[0], y1: at[1], x2: to[0], y2: to[1] }
  return (
    <>
      {here && <circle className="halo" cx={at[0]} cy={at[1]} r={22} />}
      <line className="stop-ring" {...ends} strokeWidth={2 * radius} />
      <line className="stop-core" {...ends} strokeWidth={2 * radius - 6} />
      {fork !== null && (
        <text className="fork-number" x={at[0]} y={at[1] + 5.5} textAnchor="middle" fontSize="16">
          {fork}
        </text>
      )}
    </>
  )
}

function Label({ id, symbols, codes, here, letters }: StopProps) {
  const language = useLanguage()
  const station = mapStation(roadMap, id)
  const room = here ? 12 : letters > 0 || station.mark ? 6 : 0
  const place = placeLabel(station, mapWords(station.label, language), { symbols, codes, room })
  const [x, y] = place.at.at(-1) ?? station.at
  return (
    <g textAnchor={place.anchor}>
      <text className={place.bold ? 'stop-label main' : 'stop-label'} fontSize={place.size}>
        {place.lines.map((line, index) => (
          <tspan key={line} x={place.at[index]?.[0]} y={place.at[index]?.[1]}>
            {line}
            {/* Parts the lines for those who hear the label, without a width that would move it. */}
            <tspan fontSize="0"> </tspan>
          </tspan>
        ))}
        {symbols.map((symbol) => (
          <tspan key={symbol} className={`symbol symbol-${symbol}`}>
            {`\u00a0\u2192${symbol}`}
          </tspan>
        ))}
        <tspan fontSize="0"> </tspan>
      </text>{' '}
      {place.codes && (
        <text className="codes" x={x} y={y} fontSize={codeSize}>
          {place.codes}
        </text>
      )}
    </g>
  )
}

/** The person's letters at a station: an envelope, two behind it when there are several, and their number. */
const Envelope = ({ at: [x, y], count }: { at: [number, number]; count: number }) => (
  <g className={count > 0 ? 'pin' : 'map-mark'} transform={`translate(${x - 15} ${y - 11})`}>
    {count > 1 && <rect x="4" y="-4" width="30" height="21" rx="3" />}
    <rect width="30" height="22" rx="3" />
    <path d="M2 3l13 10L28 3" fill="none" strokeWidth="2" />
    {count > 1 && (
      <>
        <circle className="pin-count" cx="32" cy="-3" r="10" />
        <text className="pin-number" x="32" y="1.5" textAnchor="middle" fontSize="13">
          {count}
        </text>
      </>
    )}
  </g>
)
