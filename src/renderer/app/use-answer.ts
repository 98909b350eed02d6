import { useEffect, useState } from 'react'
import type { Api, Contract, Output } from '../../shared/contract/contract.ts'
import { useLibrary } from './library-context.tsx'

/** Calls that take no input. */
type Question = { [C in keyof Contract]: Parameters<Api[C]>[0] extends null ? C : never }[keyof Contract]

/**
 * What the core answers, asked again whenever the library changes; null until the first answer. A failed call leaves
 * the last answer: the screen already says when the core cannot be reached.
 */
export function useAnswer<C extends Question>(call: C): Output<C> | null {
  return useAnswerOf(useLibrary(), call)
}

/** The same where no library is open. */
export function useAnswerOf<C extends Question>(
  { api, revision }: { api: Api; revision: number },
  call: C,
): Output<C> | null {
  const [answer, setAnswer] = useState<{ value: Output<C>; revision: number } | null>(null)
  useEffect(() => {
    let wanted = true
    const ask = api[call] as (input: null) => Promise<Output<C>>
    ask(null).then(
      (value) => wanted && setAnswer({ value, revision }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [api, call, revision])
  return answer?.value ?? null
}
