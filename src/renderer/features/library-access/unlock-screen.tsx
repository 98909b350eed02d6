import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { RestoreList } from '../../common/library-access/restore-list.tsx'
import { SecretBox } from '../../common/library-access/secret-box.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import './library-access.css'

/** @param passphrase false: the key file is gone, and only the recovery key opens the library. */
export function UnlockScreen({ passphrase }: { passphrase: boolean }) {
  const { api } = useLibraryAccess()
  const [way, setWay] = useState<'passphrase' | 'recovery'>(passphrase ? 'passphrase' : 'recovery')
  const [typed, setTyped] = useState('')
  const { busy, refusal, run, setRefusal } = useTry()
  async function unlock(event: FormEvent) {
    event.preventDefault()
    if (busy || !typed) return
    const proof = way === 'passphrase' ? { kind: way, passphrase: typed } : { kind: way, key: typed }
    await run(() => api['library:unlock'](proof))
  }
  function change(next: typeof way) {
    setWay(next)
    setTyped('')
    setRefusal(null)
  }
  return (
    <div className="screen access-screen stack">
      <PageTitle title={t('access.unlock.title')} />
      {!passphrase && <p className="callout check">{t('access.unlock.noKeyFile')}</p>}
      <form className="card stack" onSubmit={unlock}>
        <ProofBox way={way} value={typed} onChange={setTyped} error={refusal} />
        <div className="row">
          <Button type="submit" className="button primary" isDisabled={busy}>
            {busy ? t('access.unlock.opening') : t('access.unlock.open')}
          </Button>
          {passphrase && (
            <Button
              className="button quiet"
              onPress={() => change(way === 'passphrase' ? 'recovery' : 'passphrase')}
            >
              {way === 'passphrase' ? t('access.unlock.useKey') : t('access.unlock.usePassphrase')}
            </Button>
          )}
        </div>
      </form>
      <More label={t('access.unlock.neither')}>
        <div className="stack">
          <p>{t('access.unlock.neitherText')}</p>
          <RestoreList />
        </div>
      </More>
    </div>
  )
}

type BoxProps = {
  way: 'passphrase' | 'recovery'
  value: string
  onChange: (typed: string) => void
  error: string | null
}

function ProofBox({ way, value, onChange, error }: BoxProps) {
  if (way === 'passphrase')
    return <SecretBox label={t('access.passphrase')} {...{ value, onChange, error }} autoFocus />
  return (
    <TextBox
      label={t('access.recoveryKey')}
      hint={t('access.unlock.recoveryHint')}
      {...{ value, onChange }}
      error={error ?? undefined}
    />
  )
}
