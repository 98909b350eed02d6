import { type FormEvent, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { useNewPassphrase } from '../../common/library-access/new-passphrase.tsx'
import { RestoreList } from '../../common/library-access/restore-list.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import './library-access.css'

/** The one choice before the first letter: who else may read them. */
export function FirstStart() {
  const { api, showRecoveryKey } = useLibraryAccess()
  const [how, setHow] = useState('passphrase')
  const { check, fields } = useNewPassphrase(api)
  const { busy, refusal, run } = useTry()
  async function begin(event: FormEvent) {
    event.preventDefault()
    const passphrase = how === 'passphrase' ? await check() : null
    if (busy || (how === 'passphrase' && !passphrase)) return
    const made = await run(() => api['library:create']({ passphrase }))
    if (made?.value.recoveryKey) showRecoveryKey(made.value.recoveryKey)
  }
  return (
    <div className="screen access-screen stack">
      <PageTitle title={t('access.first.title')} />
      <p>{t('access.first.lead')}</p>
      <form className="stack" onSubmit={begin}>
        <RadioGroup value={how} onChange={setHow} className="stack-s">
          <Label className="visually-hidden">{t('access.first.title')}</Label>
          <Way value="passphrase" />
          <Way value="open" />
        </RadioGroup>
        {how === 'passphrase' && <div className="card stack">{fields}</div>}
        {refusal && (
          <p role="alert" className="callout error">
            {refusal}
          </p>
        )}
        <div>
          <Button type="submit" className="button primary" isDisabled={busy}>
            {busy ? t('access.working') : t('access.first.begin')}
          </Button>
        </div>
      </form>
      <More label={t('access.first.backup')}>
        <RestoreList />
      </More>
    </div>
  )
}

const Way = ({ value }: { value: 'passphrase' | 'open' }) => (
  <Radio value={value} className="check card way">
    <span className="mark round" aria-hidden="true" />
    <span className="stack-s">
      <strong>{t(`access.first.${value}.title`)}</strong>
      <span>{t(`access.first.${value}.text`)}</span>
    </span>
  </Radio>
)
