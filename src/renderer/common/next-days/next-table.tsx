import type { KeyboardEvent } from 'react'
import type { TellingState } from '../../../shared/telling/telling.ts'
import { nearDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t, type WordKey } from '../../i18n/words.ts'
import { useToday } from '../../state/library-context.tsx'
import { useDaysLeft } from '../deadlines/days-left.ts'
import { ToldText } from '../letter/told-text.tsx'
import type { AlsoCounts, NextLetter, NextRow } from './next-row.ts'
import './next-table.css'

/** More rows than these are one line each, so that twenty of them are seen at once. */
const roomyRows = 6

type Props = {
  /** What the table is about, for screen readers. */
  label: string
  rows: NextRow[]
  /** The heading of the first column; null: the rows have no name. */
  who: string | null
}

/** Who has to do what by when: a row each, the nearest day first. */
export function NextTable({ label, rows, who }: Props) {
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
          <Row key={row.key} row={hasAlso ? row : { ...row, also: null }} isDense={isDense} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row: { who, next, href, also }, isDense }: { row: NextRow; isDense: boolean }) {
  return (
    <tr>
      {who && (
        <th scope="row" className="next-who">
          <a href={who.href}>{who.text}</a>
        </th>
      )}
      <Days next={next} isDense={isDense} />
      <td className="next-what">
        {next ? <What next={next} href={href} isDense={isDense} /> : <NothingDue />}
      </td>
      {also && (
        <td className="next-also small">
          <Also counts={also} />
        </td>
      )}
    </tr>
  )
}

const NothingDue = () => <span className="soft">{t('home.nothingDue')}</span>

function Days({ next, isDense }: { next: NextLetter | null; isDense: boolean }) {
  const leftWords = useDaysLeft()
  if (!next?.lastDay)
    return (
      <td colSpan={3} className="next-undated">
        {next && isDense && <ToldText said={{ text: next.step }} />}
      </td>
    )
  const { daysLeft, mailBy, lastDay, unchecked } = next
  return (
    <>
      <td className="next-left">
        {daysLeft !== null && (
          <strong className={unchecked ? 'unsure' : undefined}>{leftWords(daysLeft)}</strong>
        )}
      </td>
      <Day name={t('home.mailBy')} day={mailBy} />
      <Day name={t('home.lastDay')} day={lastDay} />
    </>
  )
}

/** On a narrow screen, where the headings of the columns are gone, with the name of the day before it. */
function Day({ name, day }: { name: string; day: NextLetter['lastDay'] }) {
  const today = useToday()
  return (
    <td className="next-day">
      {day !== null && (
        <>
          <span className="next-name">{name} </span>
          {nearDay(day, today)}
        </>
      )}
    </td>
  )
}

function What({ next, href, isDense }: { next: NextLetter; href: string | null; isDense: boolean }) {
  const { title, name, step } = next
  const words = (
    <>
      {name !== null && <span className="small">{name} </span>}
      <LawText>{title}</LawText>
    </>
  )
  return (
    <>
      <span className="next-line">
        <span className="next-title">{href === null ? words : <a href={href}>{words}</a>}</span>{' '}
        <Marks next={next} />
      </span>{' '}
      {!isDense && (
        <span className="next-step">
          {next.daysLeft === null ? <ToldText said={{ text: step }} /> : <LawText>{step}</LawText>}
        </span>
      )}
    </>
  )
}

function Marks({ next: { state, unchecked } }: { next: NextLetter }) {
  const mark = markOf(state)
  return (
    <>
      {mark && <span className={`tag ${mark.kind}`}>{t(mark.words)}</span>}
      {unchecked && !isUnread(state) && <span className="tag check">{t('state.check')}</span>}
    </>
  )
}

const isUnread = (state: TellingState): boolean =>
  state === 'reading' || state === 'locked' || state === 'unreadable'

type Mark = { kind: '' | 'check' | 'error' | 'blue'; words: WordKey } | null

/** What the days alone do not say. */
function markOf(state: TellingState): Mark {
  switch (state) {
    case 'lateNextOpen':
      return { kind: 'check', words: 'home.marks.lateNextOpen' }
    case 'allOver':
      return { kind: 'check', words: 'home.marks.allOver' }
    case 'answerOverdue':
      return { kind: 'check', words: 'views.why.overdue' }
    case 'irsOverdue':
      return { kind: 'check', words: 'home.marks.irsOverdue' }
    case 'sent':
      return { kind: 'blue', words: 'views.waiting.title' }
    case 'notIrs':
      return { kind: 'check', words: 'state.notIrs' }
    case 'locked':
    case 'unreadable':
      return { kind: 'error', words: 'state.failed' }
    case 'reading':
      return { kind: '', words: 'state.reading' }
    case 'replaced':
      return { kind: '', words: 'views.why.replaced' }
    case 'done':
      return { kind: '', words: 'views.done.title' }
    case 'unknownNumber':
    case 'open':
    case 'near':
    case 'lastDay':
      return null
  }
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
