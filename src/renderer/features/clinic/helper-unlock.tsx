import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Api } from '../../../shared/contract/contract.ts'
import { SecretBox } from '../../common/library-access/secret-box.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'

/** The helper's own passphrase, which opens none of the libraries on its own. */
export function HelperUnlock({ api }: { api: Api }) {
  const [typed, setTyped] = useState('')
  const { busy, refusal, run } = useTry()
  const unlock = (event: FormEvent) => {
    event.preventDefault()
    if (!busy && typed) void run(() => api['helper:unlock']({ passphrase: typed }))
  }
  return (
    <form className="card stack" onSubmit={unlock}>
      <SecretBox label={t('clinic.passphrase')} value={typed} onChange={setTyped} error={refusal} autoFocus />
      <div>
        <Button type="submit" className="button primary" isDisabled={busy}>
          {busy ? t('access.unlock.opening') : t('clinic.open')}
        </Button>
      </div>
    </form>
  )
}
