import { useState } from 'react'
import { shortestPassphrase } from '../../../shared/contract/library.ts'
import { t } from '../../i18n/words.ts'
import { SecretBox } from './secret-box.tsx'

/**
 * A new passphrase, typed twice. `check` returns it when both match and are long enough, and otherwise reports the
 * error.
 */
export function useNewPassphrase() {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [wrong, setWrong] = useState<'short' | 'differs' | null>(null)
  function check(): string | null {
    const problem = first.trim().length < shortestPassphrase ? 'short' : first !== second ? 'differs' : null
    setWrong(problem)
    return problem ? null : first
  }
  const fields = (
    <>
      <SecretBox
        label={t('access.new.first')}
        hint={t('access.new.hint')}
        value={first}
        onChange={setFirst}
        error={wrong === 'short' ? t('access.new.short', { count: shortestPassphrase }) : null}
      />
      <SecretBox
        label={t('access.new.second')}
        value={second}
        onChange={setSecond}
        error={wrong === 'differs' ? t('access.new.differs') : null}
      />
    </>
  )
  return { check, fields }
}
