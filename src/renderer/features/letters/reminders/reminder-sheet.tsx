import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Reminder } from '../../../../shared/telling/reminders.ts'
import { useDaysLeft } from '../../../common/deadlines/days-left.ts'
import { longDay } from '../../../i18n/format.ts'
import { LawText, lawWords } from '../../../i18n/law-text.tsx'
import { t } from '../../../i18n/words.ts'
import { useToday } from '../../../state/library-context.tsx'
import { useBrowserNotice } from './use-browser-notice.ts'
import { useReminders } from './use-reminders.ts'
import './reminders.css'

/**
 * What was closed stays so for this page, until another day or another date comes. In memory only: a browser writes the
 * storage of a tab to the disk, and this names rights and days.
 */
let closedMark: string | null = null

/** Upcoming deadlines above the list of letters; not modal. */
export function ReminderSheet() {
  const { reminders, settings, putOff, showAgain } = useReminders()
  const today = useToday()
  const [closed, setClosed] = useState(closedMark)
  const id = useId()
  const due = reminders?.due ?? []
  const mark = `${today} ${due.map(({ key }) => key).join()}`
  const close = () => {
    closedMark = mark
    setClosed(mark)
  }
  useBrowserNotice(due, settings)
  if (!reminders || closed === mark || due.length === 0) return null
  const away = reminders.putOff
  return (
    <aside className="card stack-s reminder-sheet" aria-labelledby={id}>
      <header className="row">
        <h2 id={id}>{t('reminders.title', { count: due.length })}</h2>
        <Button className="button" onPress={close}>
          {t('reminders.close')}
        </Button>
      </header>
      <ul className="reminder-list">
        {due.map((reminder) => (
          <Row key={reminder.key} reminder={reminder} onPutOff={() => putOff(reminder)} />
        ))}
      </ul>
      {away.length > 0 && (
        <p className="small soft row">
          {t('reminders.putOff', { count: away.length })}
          <Button className="button" onPress={() => showAgain(away)}>
            {t('reminders.again')}
          </Button>
        </p>
      )}
    </aside>
  )
}

/** Home shows the days themselves; there only the computer's own notice is left to give. */
export function BrowserNotice() {
  const { reminders, settings } = useReminders()
  useBrowserNotice(reminders?.due ?? nothingDue, settings)
  return null
}
const nothingDue: Reminder[] = []

const lastDayKeys = {
  hard: 'reminders.lastDay',
  soft: 'reminders.askedBy',
  estimated: 'reminders.estimated',
} as const

function Row({ reminder, onPutOff }: { reminder: Reminder; onPutOff: () => void }) {
  const { letter, notice, title, send, lastDay, daysLeft, asksAgain } = reminder
  const leftWords = useDaysLeft()
  return (
    <li className="reminder-row">
      <div className="stack-s">
        <p>
          <a href={`#/letter/${letter}`}>
            <LawText>{title}</LawText> ({notice})
          </a>
        </p>
        <p>
          <strong>
            <LawText>{send}</LawText>
          </strong>
          {daysLeft > 0 && ` (${leftWords(daysLeft)})`} ·{' '}
          {t(lastDayKeys[reminder.firmness], { day: longDay(lastDay) })}
        </p>
        {reminder.differs && <p className="small soft">{t('reminders.differs')}</p>}
        {reminder.unconfirmed && <p className="small soft">{t('reminders.unconfirmed')}</p>}
      </div>
      {asksAgain && (
        <Button
          className="button"
          aria-label={t('reminders.laterNamed', { title: lawWords(title), day: longDay(asksAgain) })}
          onPress={onPutOff}
        >
          {t('reminders.later', { day: longDay(asksAgain) })}
        </Button>
      )}
    </li>
  )
}
