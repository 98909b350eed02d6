import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { bringFirstLetter, type FirstLetter } from '../../state/first-letter.ts'

export type BeginWith = { begin: (first: FirstLetter) => void; busy: boolean; refusal: string | null }

/**
 * The first letter is kept before anything is asked: a library without a passphrase is made for it, and the choice of one
 * is offered once a letter is in it.
 */
export function useFirstLetter(): BeginWith {
  const { api } = useLibraryAccess()
  const { busy, refusal, run } = useTry()
  async function begin(first: FirstLetter): Promise<void> {
    if (busy || (first.kind === 'files' && first.files.length === 0)) return
    bringFirstLetter(first)
    const made = await run(() => api['library:create']({ passphrase: null }))
    if (!made) bringFirstLetter(null)
  }
  return { begin: (first) => void begin(first), busy, refusal }
}
