import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Backup } from '../../../shared/contract/library.ts'
import { t } from '../../i18n/words.ts'
import { useLibraryAccess } from './access-context.tsx'
import { proofFromTyped } from './recovery-key-shape.ts'
import { SecretBox } from './secret-box.tsx'
import { useTry } from './use-try.ts'

/** Restores a backup, after explaining what happens to the current library. */
export function RestoreForm({ backup }: { backup: Backup }) {
  const { api } = useLibraryAccess()
  const [typed, setTyped] = useState('')
  const { busy, refusal, run } = useTry()
  async function restore(event: FormEvent) {
    event.preventDefault()
    const proof = typed ? proofFromTyped(typed) : null
    if (!busy) await run(() => api['backup:restore']({ name: backup.name, proof }))
  }
  return (
    <form className="callout check" onSubmit={restore}>
      <p>{t('access.restore.what')}</p>
      {backup.protected && (
        <SecretBox
          label={t('access.restore.secret')}
          hint={t('access.restore.secretHint')}
          value={typed}
          onChange={setTyped}
          error={refusal}
        />
      )}
      {!backup.protected && refusal && <p role="alert">{refusal}</p>}
      <div>
        <Button type="submit" className="button primary" isDisabled={busy}>
          {busy ? t('access.working') : t('access.restore.now')}
        </Button>
      </div>
    </form>
  )
}
