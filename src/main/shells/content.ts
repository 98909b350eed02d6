import { join } from 'node:path'
import { loadContentKeys } from '../content/content-keys.ts'
import { type ContentStore, createContentStore } from '../content/content-store.ts'
import { dataFolder } from './folders.ts'

/** Law, words and forms for any shell: those that come with the app, or those of a content pack that was brought in. */
export const openContent = (resources: string, app: string): ContentStore =>
  createContentStore({
    resources,
    folder: join(dataFolder(), 'content'),
    keys: loadContentKeys(resources),
    app,
  })
