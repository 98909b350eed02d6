import { addDays } from '../../../shared/deadlines/days.ts'
import type { CountedDays } from '../../../shared/deadlines/deadline.ts'
import { Day } from '../../../shared/model/day.ts'
import { monthYear, weekdayLetter, weekdayName } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { type CalendarDay, type CalendarMonth, countMonths } from './count-months.ts'
import './count-calendar.css'

/** The deadline count on a small calendar, day by day, so that anyone can verify it. */
export function CountCalendar({ counted }: { counted: CountedDays }) {
  return (
    <div className="count-calendar">
      {countMonths(counted).map((month) => (
        <Month key={month.first} month={month} />
      ))}
    </div>
  )
}

/** A Sunday; used only to get the weekday names. */
const sunday = Day.parse('2026-11-01')
const week = [0, 1, 2, 3, 4, 5, 6].map((index) => addDays(sunday, index))

function Month({ month }: { month: CalendarMonth }) {
  return (
    <table>
      <caption>{monthYear(month.first)}</caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day} scope="col">
              <span aria-hidden="true">{weekdayLetter(day)}</span>
              <span className="visually-hidden">{weekdayName(day)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((days) => (
          <tr key={days.find(Boolean)?.day}>
            {days.map((day, index) => (day ? <DayCell key={day.day} of={day} /> : <td key={week[index]} />))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ of }: { of: CalendarDay }) {
  const { day, counted, off, isStart, isLast, isSendBy } = of
  const looks = [
    isStart && 'start',
    isLast && 'last',
    isSendBy && !isLast && 'send',
    off && 'off',
    counted !== null && counted > 0 && 'counted',
  ]
  const words = [
    isStart && t('calendar.start'),
    off && t('calendar.off'),
    isSendBy && t('calendar.safe'),
    isLast && t('calendar.end'),
  ].filter(Boolean)
  return (
    <td className={looks.filter(Boolean).join(' ')}>
      <span className="count-date">{Number(day.slice(8))}</span>
      {counted !== null && counted > 0 && <span className="count-nth">{counted}</span>}
      {words.length > 0 && <span className="visually-hidden">{words.join(', ')}</span>}
    </td>
  )
}

/** What the marks on the calendar mean. */
export const CalendarLegend = () => (
  <ul className="count-legend small">
    <li>
      <span className="key start" aria-hidden="true" /> {t('calendar.start')}
    </li>
    <li>
      <span className="key send" aria-hidden="true" /> {t('calendar.safe')}
    </li>
    <li>
      <span className="key last" aria-hidden="true" /> {t('calendar.end')}
    </li>
    <li>{t('calendar.small')}</li>
  </ul>
)
