import type { contentContract } from '../../shared/contract/content.ts'
import type { Api } from '../../shared/contract/contract.ts'
import { err } from '../../shared/model/result.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { LibraryManager } from './library-manager.ts'

export type ContentHandlers = Pick<Api, keyof typeof contentContract>

/**
 * Content packs through the window. `renew` lets the open library begin anew with what is in use now, so that nothing goes
 * on counting by the rules of before.
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
