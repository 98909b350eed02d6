import { Button } from 'react-aria-components'
import type { FolderKind } from '../../../shared/contract/integrations.ts'
import { attempt, useLibrary } from '../../app/library-context.tsx'
import { errorWords, t } from '../../i18n/words.ts'

type Chosen = { folder: string | null; problem: string | null }
const commands: Record<FolderKind, string> = {
  calendar: 'waymark calendar FOLDER',
  scanner: 'waymark watch FOLDER',
}

/** A folder outside of the library: which, whether it works, another one, or none. */
export function FolderChoice(props: { kind: FolderKind; chosen: Chosen; canChoose: boolean }) {
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
