import { useAnswer } from '../../app/use-answer.ts'
import { t } from '../../i18n/words.ts'
import { fileSize } from '../../ui/format.ts'
import { SettingsSection } from './settings-section.tsx'

/** Where the letters are kept: a person must be able to find the file. */
export function PlaceSection() {
  const info = useAnswer('library:info')
  return (
    <SettingsSection title={t('settings.place.title')}>
      <p>{t('settings.place.lead')}</p>
      {info && (
        <p>
          <span className="file-path">{info.file}</span> <span className="soft">{fileSize(info.bytes)}</span>
        </p>
      )}
      <p>
        <a href="#/libraries">{t('libraries.to')}</a>
      </p>
    </SettingsSection>
  )
}
