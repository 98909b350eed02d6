import { Button } from 'react-aria-components'
import type { Backup } from '../../../shared/contract/library.ts'
import { BackupName } from '../../common/library-access/restore-list.tsx'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { saveBytes } from '../../ui/save-bytes.ts'
import '../../common/library-access/restore-list.css'

/** The backups on this computer, and the ways to bring one to another place. */
export function BackupRows() {
  const library = useLibrary()
  const { api } = library
  const list = useAnswer('backups:list')
  async function save(backup: Backup) {
    const given = await attempt(library, api['backup:bytes']({ name: backup.name }))
    if (!given) return
    saveBytes(given.value.bytes, 'application/octet-stream', backup.name)
    await attempt(library, api['backup:note-copy'](null))
    library.messages.say({ kind: 'done', text: t('settings.backup.saved') })
  }
  if (!list || list.backups.length === 0) return null
  return (
    <>
      <ul className="backup-list">
        {list.backups.map((backup) => (
          <li key={backup.name} className="row">
            <BackupName backup={backup} />
            <Button
              className="button small"
              aria-label={t('settings.backup.saveNamed', { name: backup.name })}
              onPress={() => save(backup)}
            >
              {t('settings.backup.save')}
            </Button>
            <Button
              className="button quiet small"
              aria-label={t('settings.backup.removeNamed', { name: backup.name })}
              onPress={() => attempt(library, api['backup:remove']({ name: backup.name }))}
            >
              {t('actions.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t('settings.backup.folder')} <span className="file-path">{list.folder}</span>
      </p>
      <div>
        <Button className="button small" onPress={() => attempt(library, api['backup:note-copy'](null))}>
          {t('settings.backup.copiedByHand')}
        </Button>
      </div>
    </>
  )
}
