import type { contentContract } from '../../shared/contract/content.ts'
import type { Api } from '../../shared/contract/contract.ts'
import { err } from '../../shared/model/result.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { LibraryManager } from './library-manager.ts'

export type ContentHandlers = Pick<Api, keyof typeof contentContract>

/**
 * Content packs through the window. `renew` restarts the open library's session with the content that is now
 * in use, so that nothing keeps counting by the old rules.
 */
export function createContentHandlers(
  content: ContentStore,
  manager: Pick<LibraryManager, 'state'>,
  renew: () => Promise<void>,
): ContentHandlers {
  const change = async (work: () => ReturnType<ContentStore['take']>) => {
    if (manager.state().kind === 'working') return err({ code: 'library.working' })
    const changed = work()
    if (changed.ok) await renew()
    return changed
  }
  return {
    'content:info': async () => content.info(),
    'content:import': ({ bytes }) => change(() => content.take(bytes)),
    'content:back': () => change(() => content.back()),
  }
}
