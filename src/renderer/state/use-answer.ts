import { useEffect, useState } from 'react'
import type { Api, Contract, Output } from '../../shared/contract/contract.ts'
import { isEqual } from './is-equal.ts'
import { useLibrary } from './library-context.tsx'

/** Calls that take no input. */
type Question = { [C in keyof Contract]: Parameters<Api[C]>[0] extends null ? C : never }[keyof Contract]

/** An open library, or the store when none is open. */
export type AnswerSource = {
  api: Api
  /** Calls back after every change of the library. */
  onRevision(listener: () => void): () => void
}

/**
 * The core's answer, refetched whenever the library changes; null until the first one. A failed call keeps the last
 * answer, since the screen already says when the core cannot be reached. An equal answer does not re-render.
 */
export const useAnswer = <C extends Question>(call: C): Output<C> | null => useAnswerOf(useLibrary(), call)

/** The same, usable when no library is open. */
export function useAnswerOf<C extends Question>(
  { api, onRevision }: AnswerSource,
  call: C,
): Output<C> | null {
  const [answer, setAnswer] = useState<Output<C> | null>(null)
  useEffect(() => {
    let latest = 0
    let shown: Output<C> | null = null
    const ask = () => {
      latest += 1
      const asked = latest
      const question = api[call] as (input: null) => Promise<Output<C>>
      question(null).then(
        (value) => {
          if (asked !== latest || isEqual(shown, value)) return
          shown = value
          setAnswer(value)
        },
        () => undefined,
      )
    }
    ask()
    const stop = onRevision(ask)
    return () => {
      latest = -1
      stop()
    }
  }, [api, onRevision, call])
  return answer
}
