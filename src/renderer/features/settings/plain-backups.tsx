import { Button } from 'react-aria-components'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'

/** Backups from before the letters had a passphrase: each of them still shows everything to whoever gets it. */
export function PlainBackups() {
  const library = useLibrary()
  const { api, messages } = library
  const list = useAnswer('backups:list')
  const { busy, refusal, run } = useTry()
  const plain = list?.backups.filter((backup) => !backup.protected) ?? []
  async function protect() {
    const done = await run(() => api['backups:protect'](null))
    if (!done) return
    const isWhole = done.value.left.length === 0
    const text = isWhole
      ? t('settings.protection.plainBackupsDone')
      : t('settings.protection.plainBackupsLeft')
    messages.say({ kind: isWhole ? 'done' : 'error', text })
  }
  async function remove() {
    for (const { name } of plain) await attempt(library, api['backup:remove']({ name }))
  }
  if (plain.length === 0) return null
  return (
    <div className="callout check stack-s">
      <p>{t('settings.protection.plainBackups', { count: plain.length })}</p>
      {refusal && <p role="alert">{refusal}</p>}
      <div className="row">
        <Button className="button" isDisabled={busy} onPress={protect}>
          {busy ? t('access.working') : t('settings.protection.plainBackupsProtect')}
        </Button>
        <Button className="button quiet" isDisabled={busy} onPress={remove}>
          {t('settings.protection.plainBackupsRemove')}
        </Button>
      </div>
    </div>
  )
}
