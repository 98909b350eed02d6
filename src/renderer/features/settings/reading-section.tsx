import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Reads again, in the background, what an older version read. */
export function ReadingSection() {
  const library = useLibrary()
  const readAll = async () => {
    const begun = await attempt(library, library.api['scans:read-again'](null))
    if (!begun) return
    library.messages.say({ kind: 'done', text: t('settings.reading.begun', { count: begun.value.letters }) })
  }
  return (
    <SettingsSection title={t('settings.reading.title')}>
      <p>{t('settings.reading.lead')}</p>
      <div>
        <Button className="button" onPress={readAll}>
          {t('settings.reading.readAll')}
        </Button>
      </div>
    </SettingsSection>
  )
}
