import { useState } from 'react'
import { errorWords } from '../../i18n/words.ts'

type Answer<T> = { ok: true; value: T } | { ok: false; error: { code: string; block?: string } }

/** State of a slow call that may be rejected: whether it is running, and the text of the last error. */
export function useTry() {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  async function run<T>(call: () => Promise<Answer<T>>): Promise<{ value: T } | null> {
    setBusy(true)
    setRefusal(null)
    const answer = await call().catch(() => ({
      ok: false as const,
      error: { code: 'api.unreachable' } as { code: string; block?: string },
    }))
    setBusy(false)
    if (answer.ok) return { value: answer.value }
    setRefusal(errorWords(answer.error.code, answer.error.block))
    return null
  }
  return { busy, refusal, run, setRefusal }
}
