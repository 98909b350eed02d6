import { daysBetween } from '../../../shared/deadlines/days.ts'
import { LetterName } from '../../common/letter/letter-title.tsx'
import { longDay, money, shortDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { PartsBar, PartsLegend, partNames } from './amount-parts.tsx'
import type { AmountOn } from './case-file.ts'
import './amount-chart.css'

const size = { width: 560, height: 190, left: 12, right: 90, top: 26, bottom: 28 }
const dollars = (cents: number): string => money((cents / 100).toFixed(2))

/** The amounts of the letters over time as a small line, with their parts where letters print them; the same as a table. */
export function AmountChart({ amounts }: { amounts: AmountOn[] }) {
  const balances = amounts.filter(({ is }) => is === 'balance')
  const [first, last] = [balances[0], balances.at(-1)]
  return (
    <div className="stack-s">
      <h3>{t('case.amounts')}</h3>
      {first && last && balances.length > 1 && (
        <>
          <p>
            {t('case.change', {
              from: dollars(first.cents),
              since: longDay(first.day),
              to: dollars(last.cents),
              on: longDay(last.day),
            })}
          </p>
          <Line balances={balances} />
          {balances.some(({ parts }) => parts) && <PartsLegend />}
        </>
      )}
      <More label={t('case.table')} open={balances.length < 2}>
        <AmountTable amounts={amounts} />
      </More>
    </div>
  )
}

/** From zero, so that a small growth does not look like a large one. The table says the same to those who cannot see it. */
function Line({ balances }: { balances: AmountOn[] }) {
  const [first, last] = [balances[0], balances.at(-1)]
  if (!first || !last) return null
  const span = Math.max(1, daysBetween(first.day, last.day))
  const highest = Math.max(...balances.map(({ cents }) => cents), 1)
  const place = ({ day, cents }: AmountOn) => ({
    x: size.left + (daysBetween(first.day, day) / span) * (size.width - size.left - size.right),
    y: size.top + (1 - cents / highest) * (size.height - size.top - size.bottom),
  })
  const points = balances.map((each) => ({ ...place(each), ...each }))
  const base = size.height - size.bottom
  return (
    <svg className="amount-chart" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <line className="axis" x1="0" x2={size.width} y1={base} y2={base} />
      <polyline className="line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y, letter, day, parts, cents }) => (
        <g key={`${letter.id} ${day}`}>
          {parts ? (
            <PartsBar x={x} base={base} parts={parts} scale={(base - y) / Math.max(1, cents)} />
          ) : (
            <line className="drop" x1={x} x2={x} y1={y} y2={base} />
          )}
          <circle cx={x} cy={y} r="5" />
        </g>
      ))}
      {[points[0], points.at(-1)].map(
        (point, index) =>
          point && (
            <g key={index === 0 ? 'first' : 'last'}>
              <text x={index === 0 ? size.left : point.x + 14} y={index === 0 ? point.y - 10 : point.y + 5}>
                {dollars(point.cents)}
              </text>
              <text
                className="day"
                x={point.x}
                y={size.height - 8}
                textAnchor={index === 0 ? 'start' : 'middle'}
              >
                {shortDay(point.day)}
              </text>
            </g>
          ),
      )}
    </svg>
  )
}

const AmountTable = ({ amounts }: { amounts: AmountOn[] }) => {
  const hasParts = amounts.some(({ parts }) => parts)
  return (
    <table className="plain-table small">
      <thead>
        <tr>
          <th scope="col">{t('facts.names.noticeDate')}</th>
          <th scope="col">{t('case.letter')}</th>
          {hasParts &&
            partNames.map((part) => (
              <th key={part} scope="col">
                {t(`case.parts.${part}`)}
              </th>
            ))}
          <th scope="col">{t('facts.names.amountDue')}</th>
        </tr>
      </thead>
      <tbody>
        {amounts.map(({ letter, day, cents, is, parts }) => (
          <tr key={`${letter.id} ${day}`}>
            <td>{longDay(day)}</td>
            <td>
              <LetterName letter={letter} />
            </td>
            {hasParts &&
              partNames.map((part) => (
                <td key={part} className="amount">
                  {parts ? dollars(parts[part]) : t('case.parts.none')}
                </td>
              ))}
            <td className="amount">
              {dollars(cents)} {is === 'missedPayments' && t('case.missed')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
