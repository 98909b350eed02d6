import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Backup } from '../../../shared/contract/library.ts'
import { fileSize, instant } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useAnswerOf } from '../../state/use-answer.ts'
import { useLibraryAccess } from './access-context.tsx'
import { RestoreForm } from './restore-form.tsx'
import { useTry } from './use-try.ts'
import './restore-list.css'
import { FileChoice } from '../../ui/file-choice.tsx'

/** The list of backups, and a way to import one. */
export function RestoreList() {
  const access = useLibraryAccess()
  const { api } = access
  const list = useAnswerOf(access, 'backups:list')
  const [chosen, setChosen] = useState<string | null>(null)
  const { busy, refusal, run } = useTry()
  async function addBackupFiles(files: File[]) {
    const file = files[0]
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const taken = await run(() => api['backup:import']({ fileName: file.name, bytes }))
    if (taken) setChosen(taken.value.name)
  }
  if (!list) return null
  return (
    <div className="stack">
      <p>{list.backups.length > 0 ? t('access.restore.choose') : t('access.restore.none')}</p>
      <ul className="backup-list">
        {list.backups.map((backup) => (
          <li key={backup.name} className="stack-s">
            <div className="row">
              <BackupName backup={backup} />
              <Button
                className="button small"
                aria-label={t('access.restore.restoreNamed', { name: backup.name })}
                onPress={() => setChosen(chosen === backup.name ? null : backup.name)}
              >
                {t('access.restore.restore')}
              </Button>
            </div>
            {chosen === backup.name && <RestoreForm backup={backup} />}
          </li>
        ))}
      </ul>
      <div>
        <FileChoice onChoose={addBackupFiles}>
          <Button className="button" isDisabled={busy}>
            {t('access.restore.other')}
          </Button>
        </FileChoice>
      </div>
      {refusal && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
      <p className="soft small">
        {t('access.restore.large')} <span className="file-path">{list.folder}</span>
      </p>
    </div>
  )
}

export const BackupName = ({ backup }: { backup: Backup }) => (
  <span className="stretch">
    {backup.madeAt ? instant(backup.madeAt) : backup.name}{' '}
    <span className="soft small">
      {backup.letters !== null && `${t('access.restore.letters', { count: backup.letters })}, `}
      {fileSize(backup.bytes)}
    </span>{' '}
    <span className={backup.protected ? 'tag good' : 'tag check'}>
      {backup.protected ? t('access.restore.protected') : t('access.restore.unprotected')}
    </span>
  </span>
)
