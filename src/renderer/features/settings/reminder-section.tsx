import { useState } from 'react'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { Tick } from '../../ui/tick.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Whether this computer may show a message, and what may stand in it. */
export function ReminderSection() {
  const library = useLibrary()
  const settings = useAnswer('integrations:settings')
  const [blocked, setBlocked] = useState(false)
  const { notify = false, named = false } = settings ?? {}
  const set = (next: { notify: boolean; named: boolean }) =>
    attempt(library, library.api['reminders:set'](next))
  async function setNotify(on: boolean) {
    const allowed = !on || library.getState().shell !== 'browser' || (await mayNotify())
    setBlocked(!allowed)
    if (allowed) await set({ notify: on, named })
  }
  return (
    <SettingsSection title={t('settings.reminders.title')}>
      <p>{t('settings.reminders.lead')}</p>
      <Tick selected={notify} onChange={setNotify}>
        {t('settings.reminders.notify')}
      </Tick>
      {blocked && (
        <p role="alert" className="callout error">
          {t('settings.reminders.blocked')}
        </p>
      )}
      {notify && (
        <>
          <Tick selected={named} onChange={(on) => set({ notify, named: on })}>
            {t('settings.reminders.named')}
          </Tick>
          <p className="small soft">{t('settings.reminders.namedHint')}</p>
        </>
      )}
    </SettingsSection>
  )
}

async function mayNotify(): Promise<boolean> {
  if (!('Notification' in window)) return false
  return (await Notification.requestPermission()) === 'granted'
}
