import { daysBetween } from '../../shared/deadlines/days.ts'
import type { AmountOn } from '../../shared/roadmap/case-file.ts'
import { LetterName } from '../letters/letter-title.tsx'
import { longDay, money, shortDay } from '../ui/format.ts'
import { More } from '../ui/more.tsx'
import { t } from '../ui/words.ts'

const size = { width: 560, height: 150, left: 8, right: 90, top: 26, bottom: 28 }
const dollars = (cents: number): string => money((cents / 100).toFixed(2))

/** The amounts of the letters over time as a small line, and the same as a table. Letters print no parts that we read. */
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
      {points.map(({ x, y, letter, day }) => (
        <g key={`${letter.id} ${day}`}>
          <line className="drop" x1={x} x2={x} y1={y} y2={base} />
          <circle cx={x} cy={y} r="5" />
        </g>
      ))}
      {[points[0], points.at(-1)].map(
        (point, index) =>
          point && (
            <g key={index === 0 ? 'first' : 'last'}>
              <text x={index === 0 ? size.left : point.x + 10} y={index === 0 ? point.y - 10 : point.y + 5}>
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

const AmountTable = ({ amounts }: { amounts: AmountOn[] }) => (
  <table className="plain-table small">
    <thead>
      <tr>
        <th scope="col">{t('facts.names.noticeDate')}</th>
        <th scope="col">{t('case.letter')}</th>
        <th scope="col">{t('facts.names.amountDue')}</th>
      </tr>
    </thead>
    <tbody>
      {amounts.map(({ letter, day, cents, is }) => (
        <tr key={`${letter.id} ${day}`}>
          <td>{longDay(day)}</td>
          <td>
            <LetterName letter={letter} />
          </td>
          <td className="amount">
            {dollars(cents)} {is === 'missedPayments' && t('case.missed')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
