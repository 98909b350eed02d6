import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { daysBetween } from '../../../shared/deadlines/days.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Day as LastDay } from '../../../shared/model/day.ts'
import type { AlsoCounts, NextLetter } from '../../../shared/telling/next-letter.ts'
import { nearDay } from '../../i18n/format.ts'
import { LawText, lawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { daysLeftIf, onlyIfToday } from '../deadlines/days-left.ts'
import { NextMarks } from './next-marks.tsx'
import type { NextRow, Way } from './next-row.ts'
import './next-table.css'

/** More rows than these are one line each, so that twenty of them are seen at once. */
const roomyRows = 6

type Props = {
  /** What the table is about, for screen readers. */
  label: string
  rows: NextRow[]
  /** The heading of the first column; null: the rows have no name. */
  who: string | null
  today: LastDay
}

/** Who has to do what by when: a row each, the nearest day first. */
export function NextTable({ label, rows, who, today }: Props) {
  const isDense = rows.length > roomyRows
  const hasAlso = rows.some(({ also }) => also !== null && Object.values(also).some((count) => count > 0))
  return (
    <table className={isDense ? 'next-days dense' : 'next-days'} aria-label={label}>
      <thead>
        <tr>
          {who !== null && <th scope="col">{who}</th>}
          <th scope="col">{t('home.daysLeft')}</th>
          <th scope="col">{t('home.mailBy')}</th>
          <th scope="col">{t('home.lastDay')}</th>
          <th scope="col">{t(isDense ? 'case.letter' : 'home.what')}</th>
          {hasAlso && <th scope="col">{t('home.also')}</th>}
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <Row key={row.key} row={row} {...{ isDense, hasAlso, today }} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: NextRow; isDense: boolean; hasAlso: boolean; today: LastDay }

function Row({ row, isDense, hasAlso, today }: RowProps) {
  const { who, next, also } = row
  return (
    <tr>
      {who && (
        <th scope="row" className="next-who">
          <Go way={who.way}>{who.text}</Go>
        </th>
      )}
      <Days next={next} doubt={row.doubt} isDense={isDense} today={today} />
      <td className="next-what">
        {next && <What row={row} next={next} isDense={isDense} />}
        {row.problem && <p className="next-problem small">{row.problem}</p>}
        {!next && !row.problem && <span className="soft">{t('home.nothingDue')}</span>}
      </td>
      {hasAlso && <td className="next-also small">{also && <Also counts={also} />}</td>}
    </tr>
  )
}

const Go = ({ way, children }: { way: Way; children: ReactNode }) =>
  typeof way === 'string' ? (
    <a href={way}>{children}</a>
  ) : (
    <Button className="next-open" onPress={way}>
      {children}
    </Button>
  )

type DaysProps = { next: NextLetter | null; doubt: ClockDoubt | null; isDense: boolean; today: LastDay }

function Days({ next, doubt, isDense, today }: DaysProps) {
  if (!next?.lastDay)
    return (
      <td colSpan={3} className="next-undated">
        {next && isDense && <Step next={next} doubt={doubt} />}
      </td>
    )
  const { daysLeft, mailBy, lastDay, unchecked } = next
  return (
    <>
      <td className="next-left">
        {daysLeft !== null && (
          <strong className={unchecked ? 'unsure' : undefined}>{daysLeftIf(doubt, daysLeft)}</strong>
        )}
      </td>
      <Day name={t('home.mailBy')} day={mailBy} today={today} />
      <Day name={t('home.lastDay')} day={lastDay} today={today}>
        <Worth next={next} />
      </Day>
    </>
  )
}

/** That no right ends with the day, or why it may be another one; what nobody checked is an estimate anyway. */
function Worth({ next: { firmness, unchecked } }: { next: NextLetter }) {
  if (firmness === null || firmness === 'hard' || (firmness === 'estimated' && unchecked)) return null
  return <span className="soft small"> {t(`home.worth.${firmness}`)}</span>
}

type DayProps = { name: string; day: LastDay | null; today: LastDay; children?: ReactNode }

/** On a narrow screen, where the headings of the columns are gone, with the name of the day before it. */
const Day = ({ name, day, today, children }: DayProps) => (
  <td className="next-day">
    {day !== null && (
      <>
        <span className="next-name">{name} </span>
        {dayWords(day, today)}
        {children}
      </>
    )}
  </td>
)

/** `tomorrow, Mon, Nov 23` */
function dayWords(on: LastDay, today: LastDay): string {
  const day = nearDay(on, today)
  const away = daysBetween(today, on)
  if (away === 0) return t('home.today', { day })
  return away === 1 ? t('home.tomorrow', { day }) : day
}

function What({ row, next, isDense }: { row: NextRow; next: NextLetter; isDense: boolean }) {
  const { title, name } = next
  const words = (
    <>
      {name !== null && <span className="small">{name} </span>}
      <LawText>{title}</LawText>
    </>
  )
  return (
    <>
      <span className="next-line">
        <span className="next-title">{row.way === null ? words : <Go way={row.way}>{words}</Go>}</span>{' '}
        {row.about && <span className="soft small">{row.about} </span>}
        <NextMarks next={next} />
      </span>{' '}
      {!isDense && <Step next={next} doubt={next.daysLeft === null ? row.doubt : null} />}
    </>
  )
}

/** While today's date is in doubt, a step without days left beside it says for which day it holds. */
function Step({ next, doubt }: { next: NextLetter; doubt: ClockDoubt | null }) {
  const { text, lang } = lawText(next.step)
  return (
    <span className="next-step" lang={lang}>
      {onlyIfToday(doubt, text)}
    </span>
  )
}

/** `2 more · 1 waiting for the IRS`; empty where there is nothing else. */
function Also({ counts }: { counts: AlsoCounts }) {
  const parts = (['more', 'waiting', 'unread', 'unchecked', 'reading'] as const).filter(
    (each) => counts[each] > 0,
  )
  return parts.map((each) => t(`home.counts.${each}`, { count: counts[each] })).join(' · ')
}

/** The up and down arrows lead from row to row; Tab goes through everything. */
function moveBetweenRows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null
  if (step === undefined || !row) return
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  const link = next?.querySelector<HTMLElement>('a, button')
  if (!link) return
  event.preventDefault()
  link.focus()
}
