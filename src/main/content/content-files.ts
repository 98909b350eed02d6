import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where law, words, and forms are read from: the folder that ships with the app, or a content pack in memory.
 */
export type ContentFiles = {
  /** The text at a path like `law/rules.json`; throws if there is none. */
  read(path: string): string
  /** The names of the JSON files in a folder like `law/notices`, sorted. */
  list(folder: string): string[]
}

export const folderFiles = (resources: string): ContentFiles => ({
  read: (path) => readFileSync(join(resources, path), 'utf8'),
  list: (folder) =>
    readdirSync(join(resources, folder))
      .filter((name) => name.endsWith('.json'))
      .sort(),
})

export const packFiles = (parts: ReadonlyMap<string, string>): ContentFiles => ({
  read(path) {
    const text = parts.get(path)
    if (text === undefined) throw new Error(`content pack: no ${path}`)
    return text
  },
  list: (folder) =>
    [...parts.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
      .map((path) => path.slice(folder.length + 1))
      .sort(),
})
