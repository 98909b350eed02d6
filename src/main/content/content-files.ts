import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where law, words, and forms are read from: the folder that ships with the app, or a content pack in memory.
 */
export type ContentFiles = {
  /** The text at a path like `law/rules.json`; throws if there is none. */
  read(path: string): string
  /** The names of the JSON files in a folder like `law/es`, sorted. */
  list(folder: string): string[]
  /** The names of the folders in a folder like `law/notices`, sorted. */
  folders(folder: string): string[]
}

export const folderFiles = (resources: string): ContentFiles => ({
  read: (path) => readFileSync(join(resources, path), 'utf8'),
  list: (folder) =>
    readdirSync(join(resources, folder))
      .filter((name) => name.endsWith('.json'))
      .sort(),
  folders: (folder) =>
    readdirSync(join(resources, folder), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
      .sort(),
})

export const packFiles = (parts: ReadonlyMap<string, string>): ContentFiles => {
  /** What follows the folder in the path of each part in it. */
  const within = (folder: string) =>
    [...parts.keys()].flatMap((path) =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    )
  return {
    read(path) {
      const text = parts.get(path)
      if (text === undefined) throw new Error(`content pack: no ${path}`)
      return text
    },
    list: (folder) =>
      within(folder)
        .filter((name) => !name.includes('/'))
        .sort(),
    folders: (folder) =>
      [
        ...new Set(within(folder).flatMap((name) => (name.includes('/') ? [name.split('/')[0] ?? ''] : []))),
      ].sort(),
  }
}
