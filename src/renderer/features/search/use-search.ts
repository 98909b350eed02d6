import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { isEqual } from '../../state/is-equal.ts'
import { useLibrary } from '../../state/library-context.tsx'

export type SearchState =
  | { kind: 'looking' }
  | { kind: 'failed'; code: string }
  | ({ kind: 'found' } & Output<'letters:search'>)

/** A pause in typing of so long starts the search; milliseconds. */
const pause = 80

/**
 * The letters that hold the words, fresh after each change of the library; old results stay while new ones come, and
 * the same results again draw nothing anew.
 */
export function useSearch(text: string): SearchState {
  const { api, onRevision } = useLibrary()
  const [state, setState] = useState<SearchState>({ kind: 'looking' })
  useEffect(() => {
    let latest = 0
    let shown: SearchState | null = null
    let timer: ReturnType<typeof setTimeout>
    const search = async () => {
      latest += 1
      const asked = latest
      const found = await api['letters:search']({ text: text.slice(0, 200) }).catch(() => null)
      if (asked !== latest) return
      const next: SearchState = found
        ? { kind: 'found', ...found }
        : { kind: 'failed', code: 'api.unreachable' }
      if (isEqual(shown, next)) return
      shown = next
      setState(next)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(search, pause)
    }
    soon()
    const stop = onRevision(soon)
    return () => {
      latest = -1
      clearTimeout(timer)
      stop()
    }
  }, [api, text, onRevision])
  return state
}
