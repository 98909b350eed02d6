import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { useLibrary } from '../../app/library-context.tsx'

export type SearchState =
  | { kind: 'looking' }
  | { kind: 'failed'; code: string }
  /** `revision`: the state of the library that was looked through. */
  | ({ kind: 'found'; revision: number } & Output<'letters:search'>)

/** A pause in typing of so long starts the search; milliseconds. */
const pause = 80

/** The letters that hold the words, fresh after each change of the library; old results stay while new ones come. */
export function useSearch(text: string): SearchState {
  const { api, revision } = useLibrary()
  const [state, setState] = useState<SearchState>({ kind: 'looking' })
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const found = await api['letters:search']({ text: text.slice(0, 200) }).catch(() => null)
      if (wanted)
        setState(found ? { kind: 'found', revision, ...found } : { kind: 'failed', code: 'api.unreachable' })
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [api, text, revision])
  return state
}
