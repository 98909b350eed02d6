import { t } from '../../i18n/words.ts'
import type { AmountParts } from './case-file.ts'
import './amount-parts.css'

/** From below upwards; told apart by full, hatched and dotted, not by color alone. */
export const partNames = ['rest', 'penalty', 'interest'] as const
type Part = (typeof partNames)[number]

const width = 18

/** One letter's amount as a bar of its parts. `scale`: height of a cent. */
export function PartsBar(props: { x: number; base: number; parts: AmountParts; scale: number }) {
  const { x, base, parts, scale } = props
  const below = (part: Part) =>
    partNames.slice(0, partNames.indexOf(part)).reduce((sum, each) => sum + parts[each], 0)
  return partNames.map((part) => (
    <Swatch
      key={part}
      part={part}
      x={x - width / 2}
      y={base - (below(part) + parts[part]) * scale}
      height={parts[part] * scale}
    />
  ))
}

/** What each kind of bar stands for. */
export const PartsLegend = () => (
  <ul className="amount-legend small">
    {partNames.map((part) => (
      <li key={part}>
        <svg viewBox="0 0 18 14" width="18" height="14" aria-hidden="true">
          <Swatch part={part} x={0} y={0} height={14} />
        </svg>{' '}
        {t(`case.parts.${part}`)}
      </li>
    ))}
  </ul>
)

function Swatch({ part, x, y, height }: { part: Part; x: number; y: number; height: number }) {
  const id = `amount-${part}`
  return (
    <g className={`amount-part ${part}`}>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          {part === 'rest' && <rect className="mark" width="6" height="6" />}
          {part === 'penalty' && <path className="stroke" d="M-1 1 L1 -1 M0 6 L6 0 M5 7 L7 5" />}
          {part === 'interest' && <circle className="mark" cx="3" cy="3" r="1.3" />}
        </pattern>
      </defs>
      <rect className="bar" x={x} y={y} width={width} height={height} fill={`url(#${id})`} />
    </g>
  )
}
