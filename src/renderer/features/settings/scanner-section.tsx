import type { CameIn } from '../../../shared/contract/integrations.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { instant } from '../../ui/format.ts'
import { FolderChoice } from './folder-choice.tsx'
import { SettingsSection } from './settings-section.tsx'

/** The folder of a scanner, and what came in from it since the library was opened. */
export function ScannerSection() {
  const settings = useAnswer('integrations:settings')
  if (!settings) return null
  const { scanner, canChoose } = settings
  return (
    <SettingsSection title={t('settings.scanner.title')}>
      <p>{t('settings.scanner.lead')}</p>
      {canChoose && <p className="small soft">{t('settings.scanner.now')}</p>}
      <FolderChoice kind="scanner" chosen={scanner} canChoose={canChoose} />
      {scanner.folder && (
        <div role="status" className="stack-s">
          <h3>{t('settings.scanner.lately')}</h3>
          {scanner.lately.length === 0 && <p className="soft">{t('settings.scanner.none')}</p>}
          <ul>
            {scanner.lately.map((cameIn) => (
              <li key={`${cameIn.at} ${cameIn.fileName}`}>
                <Arrival cameIn={cameIn} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </SettingsSection>
  )
}

function Arrival({ cameIn: { fileName, at, id, known, code } }: { cameIn: CameIn }) {
  if (code)
    return (
      <>
        {fileName}: {errorWords(code)}
      </>
    )
  return (
    <>
      {fileName}: {t(known ? 'settings.scanner.known' : 'settings.scanner.kept')}, {instant(at)}{' '}
      {id && <a href={`#/letter/${id}`}>{t('settings.scanner.open')}</a>}
    </>
  )
}
