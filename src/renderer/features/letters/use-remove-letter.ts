import type { Letter } from '../../../shared/model/letter.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'

/** Moves a letter to the trash (Undo brings it back), or brings it back from there. */
export function useRemoveLetter() {
  const library = useLibrary()
  const set = async ({ id }: Letter, removed: boolean): Promise<boolean> => {
    const done = await attempt(library, library.api['letter:remove']({ id, removed }))
    await library.refresh().catch(() => undefined)
    return done !== null
  }
  return async (letter: Letter, removed = true): Promise<void> => {
    const title = letterTitle(library.getState().law, letter)
    if (!(await set(letter, removed))) return
    const undo = async () => {
      if (await set(letter, !removed)) library.messages.close()
    }
    library.messages.say({ kind: 'done', text: t(removed ? 'trash.removed' : 'trash.back', { title }), undo })
  }
}
