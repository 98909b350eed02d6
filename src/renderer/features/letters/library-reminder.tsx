import { useAnswer } from '../../app/use-answer.ts'
import { t } from '../../i18n/words.ts'
import './reminders/reminders.css'

/** What a person should not put off: a recovery key that is not on paper, a copy that is only on this computer. */
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
