import { t } from '../../i18n/words.ts'
import { useAnswer } from '../../state/use-answer.ts'
import './reminders/reminders.css'

/** Important reminders: a recovery key that is not on paper yet, a library without a backup elsewhere. */
export function LibraryReminder() {
  const info = useAnswer('library:info')
  if (!info) return null
  const text =
    info.isProtected && !info.recoveryKeyNoted
      ? t('settings.protection.keyNotNoted')
      : info.copyDue
        ? t('settings.backup.due')
        : null
  if (!text) return null
  return (
    <p className="callout check reminder">
      <span>
        {text} <a href="#/settings">{t('settings.toSettings')}</a>
      </span>
    </p>
  )
}
