import { useState } from 'react'
import type { Api } from '../../../shared/contract/contract.ts'
import { shortestPassphrase } from '../../../shared/contract/library.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { SecretBox } from './secret-box.tsx'
import { SuggestedPassphrase } from './suggested-passphrase.tsx'
import { rate, useRating } from './use-rating.ts'

/** `weak` has the code that says how soon it is guessed. */
type Wrong = 'short' | 'differs' | { weak: string }

/**
 * A new passphrase, typed twice, with a word on how soon it can be guessed. `check` returns it when both match and it is
 * good enough, and otherwise reports the error.
 */
export function useNewPassphrase(api: Api) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const rating = useRating(api, first, shortestPassphrase)
  async function check(): Promise<string | null> {
    const problem = await problemOf(api, first, second)
    setWrong(problem)
    return problem ? null : first
  }
  function change(passphrase: string): void {
    setFirst(passphrase)
    setWrong(null)
  }
  function take(passphrase: string): void {
    change(passphrase)
    setSecond(passphrase)
  }
  const weak = rating && !rating.ok ? rating.error.code : null
  const fields = (
    <>
      <SecretBox
        label={t('access.new.first')}
        hint={t('access.new.hint')}
        value={first}
        onChange={change}
        error={firstError(wrong, weak)}
      />
      <p className="soft small" aria-live="polite">
        {rating?.ok && t(`access.new.takes.${rating.value.takes}`)}
      </p>
      <SecretBox
        label={t('access.new.second')}
        value={second}
        onChange={setSecond}
        error={wrong === 'differs' ? t('access.new.differs') : null}
      />
      <SuggestedPassphrase api={api} onUse={take} />
    </>
  )
  return { check, fields }
}

async function problemOf(api: Api, first: string, second: string): Promise<Wrong | null> {
  if (first.trim().length < shortestPassphrase) return 'short'
  // Without an answer the call that follows says what is wrong.
  const rating = await rate(api, first)
  if (rating && !rating.ok) return { weak: rating.error.code }
  return first === second ? null : 'differs'
}

/** What was found at the last try, or else what is known of the words as they stand. */
function firstError(wrong: Wrong | null, weak: string | null): string | null {
  if (wrong === 'short') return t('access.new.short', { count: shortestPassphrase })
  if (typeof wrong === 'object' && wrong) return errorWords(wrong.weak)
  return weak && errorWords(weak)
}
