import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Proof } from '../../../shared/contract/library.ts'
import { useNewPassphrase } from '../../common/library-access/new-passphrase.tsx'
import { proofFromTyped } from '../../common/library-access/recovery-key-shape.ts'
import { SecretBox } from '../../common/library-access/secret-box.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'
import './protection-forms.css'

type Answer = { ok: true; value: unknown } | { ok: false; error: { code: string } }

export function ProtectForm() {
  const { api, showRecoveryKey } = useLibrary()
  const { check, fields } = useNewPassphrase(api)
  const { busy, refusal, run } = useTry()
  async function protect() {
    const passphrase = await check()
    if (!passphrase) return
    const made = await run(() => api['library:protect']({ passphrase }))
    if (made) showRecoveryKey(made.value.recoveryKey)
  }
  return (
    <SmallForm action={t('settings.protection.protect')} busy={busy} onSubmit={protect}>
      {fields}
      {refusal && <p role="alert">{refusal}</p>}
    </SmallForm>
  )
}

export function ChangePassphraseForm() {
  const { api } = useLibrary()
  const [current, setCurrent] = useState('')
  const [changedTo, setChangedTo] = useState<string | null>(null)
  const { check, fields } = useNewPassphrase(api)
  const { busy, refusal, run } = useTry()
  async function change() {
    const passphrase = await check()
    if (!passphrase || !current) return
    const done = await run(() =>
      api['library:set-passphrase']({ proof: proofFromTyped(current), passphrase }),
    )
    if (done) setChangedTo(passphrase)
  }
  if (changedTo !== null) return <ChangedPassphrase passphrase={changedTo} />
  return (
    <SmallForm action={t('settings.protection.changeNow')} busy={busy} onSubmit={change}>
      <SecretBox
        label={t('settings.protection.current')}
        value={current}
        onChange={setCurrent}
        error={refusal}
      />
      {fields}
    </SmallForm>
  )
}

/** An old backup and the old passphrase give the key of today: only a new key ends that. */
function ChangedPassphrase({ passphrase }: { passphrase: string }) {
  const { api, showRecoveryKey } = useLibrary()
  const { busy, refusal, run } = useTry()
  async function renew() {
    const made = await run(() => api['library:renew-recovery-key']({ passphrase }))
    if (made) showRecoveryKey(made.value.recoveryKey)
  }
  return (
    <div className="callout check stack-s">
      <div className="stack-s" role="status">
        <p>{t('settings.protection.changed')}</p>
        <p>{t('settings.protection.changedOld')}</p>
      </div>
      {refusal && <p role="alert">{refusal}</p>}
      <div>
        <Button className="button" isDisabled={busy} onPress={renew}>
          {busy ? t('access.working') : t('settings.protection.changedRenew')}
        </Button>
      </div>
    </div>
  )
}

/** Something that only those may do who know the passphrase or the recovery key. */
export function ProofForm(props: {
  lead: string
  action: string
  passphraseOnly?: boolean
  call: (proof: Proof) => Promise<Answer>
}) {
  const [typed, setTyped] = useState('')
  const { busy, refusal, run } = useTry()
  const label = props.passphraseOnly ? t('access.passphrase') : t('settings.protection.current')
  return (
    <SmallForm
      action={props.action}
      busy={busy}
      onSubmit={async () => {
        if (!typed) return
        if (await run(() => props.call(proofFromTyped(typed)))) setTyped('')
      }}
    >
      <p>{props.lead}</p>
      <SecretBox label={label} value={typed} onChange={setTyped} error={refusal} />
    </SmallForm>
  )
}

export function SmallForm(props: {
  action: string
  busy: boolean
  onSubmit: () => Promise<void>
  children: ReactNode
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!props.busy) void props.onSubmit()
  }
  return (
    <form className="stack small-form" onSubmit={submit}>
      {props.children}
      <div>
        <Button type="submit" className="button" isDisabled={props.busy}>
          {props.busy ? t('access.working') : props.action}
        </Button>
      </div>
    </form>
  )
}
