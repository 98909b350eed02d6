import { useId } from 'react'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import './auto-lock-choice.css'

const choices = [5, 15, 30, 60]

/** Minutes of inactivity before the library locks automatically. */
export function AutoLockChoice({ minutes }: { minutes: number | null }) {
  const library = useLibrary()
  const id = useId()
  const set = (value: string) =>
    attempt(library, library.api['library:set-auto-lock']({ minutes: value ? Number(value) : null }))
  return (
    <span className="row">
      <label htmlFor={id}>{t('settings.protection.autoLock')}</label>
      <select
        {...notSavedByBrowser}
        id={id}
        className="input choice"
        value={minutes ?? ''}
        onChange={(event) => set(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t('settings.protection.minutes', { count: choice })}
          </option>
        ))}
        <option value="">{t('settings.protection.never')}</option>
      </select>
    </span>
  )
}
