import { Button, FileTrigger } from 'react-aria-components'
import type { ScanPages } from '../../../../shared/model/arrangement.ts'
import type { Letter, LetterId } from '../../../../shared/model/letter.ts'
import { type Library, useLibrary } from '../../../app/library-context.tsx'
import { joinInto, splitScan } from '../../../common/add-letters/join-into.ts'
import { keepFile } from '../../../common/add-letters/use-add-letters.ts'
import { errorWords, t } from '../../../i18n/words.ts'
import { list } from '../../../ui/format.ts'

/** The files that a letter is kept in: add pages from more, or make each a letter of its own again. */
export function ScanFiles({ letter, scan }: { letter: Letter; scan: ScanPages }) {
  const library = useLibrary()
  const several = scan.files.length > 1
  return (
    <div className="row page-files small">
      {several && (
        <span className="soft">
          {t('pages.files', {
            count: scan.files.length,
            names: list(scan.files.map((file) => file.fileName)),
          })}
        </span>
      )}
      {scan.locked && <span className="soft">{t('pages.passwordKept')}</span>}
      <FileTrigger
        allowsMultiple
        onSelect={(files) => addPages(library, letter.id, Array.from(files ?? []), !several)}
      >
        <Button className="button small">{t('pages.addFile')}</Button>
      </FileTrigger>
      {several && (
        <Button className="button small" onPress={() => splitScan(library, letter.id)}>
          {t('pages.takeApart')}
        </Button>
      )}
    </div>
  )
}

/** Keeps the files first, then makes their pages pages of this letter; what cannot be joined stays a letter of its own. */
async function addPages(library: Library, id: LetterId, files: File[], canUndo: boolean): Promise<void> {
  const ids: LetterId[] = []
  for (const file of files) {
    const kept = await keepFile(library.api, file)
    if (!kept.ok) return library.messages.say({ kind: 'error', text: errorWords(kept.error.code) })
    ids.push(...kept.value.ids)
  }
  await joinInto(library, id, ids, canUndo)
}
