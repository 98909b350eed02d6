import { Button } from 'react-aria-components'
import type { Output } from '../../../shared/contract/contract.ts'
import { t } from '../../i18n/words.ts'
import { attempt, saveTyped, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { More } from '../../ui/more.tsx'
import { Tick } from '../../ui/tick.tsx'
import { AutoLockChoice } from './auto-lock-choice.tsx'
import { PlainBackups } from './plain-backups.tsx'
import { ChangePassphraseForm, ProofForm, ProtectForm } from './protection-forms.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Who else may read the letters: the passphrase, the recovery key, the lock. */
export function ProtectionSection() {
  const info = useAnswer('library:info')
  return (
    <SettingsSection title={t('settings.protection.title')}>
      {info && (info.isProtected ? <Protected info={info} /> : <Unprotected />)}
    </SettingsSection>
  )
}

const Unprotected = () => (
  <>
    <p className="callout check">{t('settings.protection.none')}</p>
    <p>{t('settings.protection.what')}</p>
    <ProtectForm />
  </>
)

function Protected({ info }: { info: Output<'library:info'> }) {
  const library = useLibrary()
  const { api } = library
  const lock = async () => {
    await saveTyped(library)
    await attempt(library, api['library:lock'](null))
  }
  return (
    <>
      <p>
        <span className="tag good">{t('access.restore.protected')}</span> {t('settings.protection.on')}
      </p>
      {info.hasOtherName && <p className="callout check">{t('settings.protection.otherName')}</p>}
      <PlainBackups />
      {!info.recoveryKeyNoted && <p className="callout check">{t('settings.protection.keyNotNoted')}</p>}
      <div className="row">
        <Button className="button" onPress={lock}>
          {t('settings.protection.lock')}
        </Button>
        <AutoLockChoice minutes={info.autoLockMinutes} />
      </div>
      {info.remembered !== 'unavailable' && (
        <Tick
          selected={info.remembered === 'yes'}
          onChange={(remember) => attempt(library, api['library:remember']({ remember }))}
        >
          {t('settings.protection.remember')}
        </Tick>
      )}
      <ProofForms isKeyNoted={info.recoveryKeyNoted} />
    </>
  )
}

/** What takes the passphrase or the recovery key once more. */
function ProofForms({ isKeyNoted }: { isKeyNoted: boolean }) {
  const { api, showRecoveryKey } = useLibrary()
  const show = (call: Promise<Output<'library:show-recovery-key'>>) =>
    call.then((shown) => {
      if (shown.ok) showRecoveryKey(shown.value.recoveryKey)
      return shown
    })
  return (
    <>
      <More label={t('settings.protection.showKey')} open={!isKeyNoted}>
        <ProofForm
          lead={t('settings.protection.showKeyText')}
          action={t('settings.protection.showKeyNow')}
          call={(proof) => show(api['library:show-recovery-key']({ proof }))}
        />
      </More>
      <More label={t('settings.protection.change')}>
        <ChangePassphraseForm />
      </More>
      <More label={t('settings.protection.renew')}>
        <ProofForm
          passphraseOnly
          lead={t('settings.protection.renewText')}
          action={t('settings.protection.renewNow')}
          call={(proof) =>
            show(
              api['library:renew-recovery-key']({
                passphrase: proof.kind === 'passphrase' ? proof.passphrase : proof.key,
              }),
            )
          }
        />
      </More>
      <More label={t('settings.protection.remove')}>
        <ProofForm
          lead={t('settings.protection.removeText')}
          action={t('settings.protection.removeNow')}
          call={(proof) => api['library:unprotect']({ proof })}
        />
      </More>
    </>
  )
}
