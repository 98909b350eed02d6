import type { LetterId } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { attempt, type Library } from '../../state/library-context.tsx'
import { goTo } from '../../state/route.ts'

/** Merges letters into one and shows it. `canUndo`: each was a separate file before and can be again. */
export async function joinInto(
  library: Library,
  id: LetterId,
  others: readonly LetterId[],
  canUndo: boolean,
): Promise<void> {
  const ids = [id, ...others.filter((other) => other !== id)]
  if (ids.length < 2) return
  const joined = await attempt(library, library.api['scan:merge']({ ids }))
  await library.refresh().catch(() => undefined)
  if (!joined) return
  const undo = () => splitScan(library, joined.value.id)
  library.messages.say({ kind: 'done', text: t('pages.done.joined'), ...(canUndo ? { undo } : {}) })
  goTo({ screen: 'letter', id: joined.value.id, find: null })
}

/** Splits a merged scan into one letter per file again. */
export async function splitScan(library: Library, id: LetterId): Promise<void> {
  const done = await attempt(library, library.api['scan:split']({ id }))
  if (!done) return
  await library.refresh().catch(() => undefined)
  library.messages.say({ kind: 'done', text: t('pages.done.takeApart') })
  goTo({ screen: 'home' })
}
