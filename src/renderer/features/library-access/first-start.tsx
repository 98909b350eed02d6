import { type FormEvent, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { useNewPassphrase } from '../../common/library-access/new-passphrase.tsx'
import { RestoreList } from '../../common/library-access/restore-list.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { FileChoice } from '../../ui/file-choice.tsx'
import { More } from '../../ui/more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { BeginWith } from './use-first-letter.ts'
import './library-access.css'
import './first-start.css'

/** Value before questions: a place for the first letter. Who may read it is asked once it is kept, or here first. */
export function FirstStart({ begin, busy, refusal }: BeginWith) {
  return (
    <div className="screen access-screen stack">
      <PageTitle title={t('empty.title')} />
      <section className="drop-area" aria-label={t('empty.choose')}>
        <p className="lead">{busy ? t('access.working') : t('access.first.drop')}</p>
        <div className="row">
          <FileChoice allowsMultiple onChoose={(files) => begin({ kind: 'files', files })}>
            <Button className="button primary" isDisabled={busy}>
              {t('empty.choose')}
            </Button>
          </FileChoice>
          <Button className="button" isDisabled={busy} onPress={() => begin({ kind: 'sample' })}>
            {t('empty.sample')}
          </Button>
        </div>
        <p className="soft small">{t('access.first.what')}</p>
      </section>
      {refusal && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
      <More label={t('access.first.before')}>
        <PassphraseFirst />
      </More>
      <More label={t('access.first.backup')}>
        <RestoreList />
      </More>
    </div>
  )
}

/** For who wants everything locked before the first letter is kept. */
function PassphraseFirst() {
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
    <form className="stack" onSubmit={begin}>
      <p>{t('access.first.lead')}</p>
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
