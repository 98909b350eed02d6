import { fileSize } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { BackupSection } from './backup-section.tsx'
import { ClinicSection } from './clinic-section.tsx'
import { ExportSection } from './export-section.tsx'
import { CalendarSection, ScannerSection } from './folder-sections.tsx'
import { HelperSection } from './helper-section.tsx'
import { ProtectionSection } from './protection-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { ReminderSection } from './reminder-section.tsx'
import { SettingsSection } from './settings-section.tsx'

/** One file a section; each asks the core for what it shows. */
export function SettingsScreen() {
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('settings.title')} />
      <ProtectionSection />
      <HelperSection />
      <BackupSection />
      <ReminderSection />
      <CalendarSection />
      <ScannerSection />
      <ClinicSection />
      <ReadingSection />
      <PlaceSection />
      <ExportSection />
    </div>
  )
}

/** Where the letters are kept: a person must be able to find the file. */
function PlaceSection() {
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
