import { Button } from 'react-aria-components'
import type { FolderKind, ImportedFile } from '../../../shared/contract/integrations.ts'
import { cleanName } from '../../../shared/text/clean-name.ts'
import { instant } from '../../i18n/format.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
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
          <h3>{t('settings.scanner.recentImports')}</h3>
          {scanner.recentImports.length === 0 && <p className="soft">{t('settings.scanner.none')}</p>}
          <ul>
            {scanner.recentImports.map((imported) => (
              <li key={`${imported.at} ${imported.fileName}`}>
                <Arrival imported={imported} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </SettingsSection>
  )
}

function Arrival({ imported: { fileName, at, id, known, code } }: { imported: ImportedFile }) {
  if (code)
    return (
      <>
        {cleanName(fileName)}: {errorWords(code)}
      </>
    )
  return (
    <>
      {cleanName(fileName)}: {t(known ? 'settings.scanner.known' : 'settings.scanner.kept')}, {instant(at)}{' '}
      {id && <a href={`#/letter/${id}`}>{t('settings.scanner.open')}</a>}
    </>
  )
}

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

type Chosen = { folder: string | null; problem: string | null }
const commands: Record<FolderKind, string> = {
  calendar: 'waymark calendar FOLDER',
  scanner: 'waymark watch FOLDER',
}

/** A folder outside of the library: which, whether it works, another one, or none. */
function FolderChoice(props: { kind: FolderKind; chosen: Chosen; canChoose: boolean }) {
  const { kind, chosen, canChoose } = props
  const library = useLibrary()
  const { api } = library
  const { folder, problem } = chosen
  return (
    <>
      {folder && <p className="file-path">{t('settings.folder.isOn', { folder })}</p>}
      {folder && problem && (
        <p role="alert" className="callout check">
          {errorWords(problem)}
        </p>
      )}
      <div className="row">
        {canChoose && (
          <Button className="button" onPress={() => attempt(library, api['folder:choose']({ kind }))}>
            {t(folder ? 'settings.folder.other' : 'settings.folder.choose')}
          </Button>
        )}
        {folder && (
          <Button className="button" onPress={() => attempt(library, api['folder:stop']({ kind }))}>
            {t('settings.folder.stop')}
          </Button>
        )}
      </div>
      {!canChoose && (
        <p className="small soft">{t('settings.folder.onlyDesktop', { command: commands[kind] })}</p>
      )}
    </>
  )
}
