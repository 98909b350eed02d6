import { t } from '../../i18n/words.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { BackupSection } from './backup-section.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { ExportSection } from './export-section.tsx'
import { PlaceSection } from './place-section.tsx'
import { ProtectionSection } from './protection-section.tsx'
import { ReminderSection } from './reminder-section.tsx'
import { ScannerSection } from './scanner-section.tsx'

/** One file a section; each asks the core for what it shows. */
export function SettingsScreen() {
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('settings.title')} />
      <ProtectionSection />
      <BackupSection />
      <ReminderSection />
      <CalendarSection />
      <ScannerSection />
      <PlaceSection />
      <ExportSection />
    </div>
  )
}
