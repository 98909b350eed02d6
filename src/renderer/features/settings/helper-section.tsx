import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../../shared/contract/contract.ts'
import { useNewPassphrase } from '../../common/library-access/new-passphrase.tsx'
import { proofFromTyped } from '../../common/library-access/recovery-key-shape.ts'
import { SecretBox } from '../../common/library-access/secret-box.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { More } from '../../ui/more.tsx'
import { SmallForm } from './protection-forms.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Whether somebody who helps several people may open this library with a passphrase of their own. */
export function HelperSection() {
  const state = useAnswer('helper:state')
  const info = useAnswer('library:info')
  if (!state || !info || state.keys === 'unavailable') return null
  return (
    <SettingsSection title={t('settings.helper.title')}>
      <p>{t('settings.helper.what')}</p>
      {state.keys === 'damaged' ? (
        <p className="callout check">
          {t('clinic.damaged')} <a href="#/clinic">{t('clinic.to')}</a>
        </p>
      ) : state.allowed ? (
        <Allowed isProtected={info.isProtected} />
      ) : (
        <More label={t('settings.helper.allow')}>
          <AllowForm isProtected={info.isProtected} keys={state.keys} />
        </More>
      )}
    </SettingsSection>
  )
}

function Allowed({ isProtected }: { isProtected: boolean }) {
  const library = useLibrary()
  const takeBack = async () => {
    const done = await attempt(library, library.api['helper:take-back'](null))
    if (done) library.messages.say({ kind: 'done', text: t('settings.helper.takenBack') })
  }
  return (
    <>
      <p>
        <span className="tag check">{t('settings.helper.allowed')}</span>{' '}
        <a href="#/clinic">{t('clinic.to')}</a>
      </p>
      <p>{t(isProtected ? 'settings.helper.takeBackText' : 'settings.helper.openAnyway')}</p>
      <div>
        <Button className="button" onPress={takeBack}>
          {t('settings.helper.takeBack')}
        </Button>
      </div>
    </>
  )
}

type FormProps = { isProtected: boolean; keys: Output<'helper:state'>['keys'] }

/** The owner's passphrase, and that of the helper: a new one where this computer has no file of keys yet. */
function AllowForm({ isProtected, keys }: FormProps) {
  const { api } = useLibrary()
  const [own, setOwn] = useState('')
  const [known, setKnown] = useState('')
  const { check, fields } = useNewPassphrase(api)
  const { busy, refusal, run } = useTry()
  const isNew = keys === 'none'
  async function allow() {
    const passphrase = isNew ? await check() : known
    if (!passphrase || (isProtected && !own)) return
    await run(() => api['helper:allow']({ proof: isProtected ? proofFromTyped(own) : null, passphrase }))
  }
  return (
    <SmallForm action={t('settings.helper.allowNow')} busy={busy} onSubmit={allow}>
      {isProtected && <SecretBox label={t('settings.protection.current')} value={own} onChange={setOwn} />}
      <p>{t(isNew ? 'settings.helper.choose' : 'settings.helper.same')}</p>
      {isNew ? fields : <SecretBox label={t('clinic.passphrase')} value={known} onChange={setKnown} />}
      {refusal && <p role="alert">{refusal}</p>}
    </SmallForm>
  )
}
