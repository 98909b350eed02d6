import { useAnswer } from '../../app/use-answer.ts'
import { t } from '../../i18n/words.ts'
import { FolderChoice } from './folder-choice.tsx'
import { SettingsSection } from './settings-section.tsx'

/** The calendar file that is kept up to date in a folder. */
export function CalendarSection() {
  const settings = useAnswer('integrations:settings')
  return (
    <SettingsSection title={t('settings.calendar.title')}>
      <p>{t('settings.calendar.lead')}</p>
      {settings && <FolderChoice kind="calendar" chosen={settings.calendar} canChoose={settings.canChoose} />}
    </SettingsSection>
  )
}
