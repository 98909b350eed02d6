import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { folderFiles } from '../src/main/content/content-files.ts'
import { noticeFilesIn, translationsIn } from '../src/main/content/notice-files.ts'
import { translatedLanguages } from '../src/shared/i18n/languages.ts'

/** electron-vite bundles its configuration, and this file with it, into the project's folder. */
const project = [import.meta.dirname, dirname(import.meta.dirname)].find((folder) =>
  existsSync(join(folder, 'resources')),
)
if (!project) throw new Error('notice texts: no folder of resources')
const resources = join(project, 'resources')
const all = 'virtual:notice-texts'

/**
 * The translations that stand beside the English texts in the files of the letters, as one script for each
 * language, which the window loads when that language is chosen. The English and all else stay out of it.
 */
export const noticeTexts: Plugin = {
  name: 'waymark-notice-texts',
  resolveId: (id) => (id.startsWith(all) ? `\0${id}` : null),
  load(id) {
    if (!id.startsWith(`\0${all}`)) return null
    const language = id.slice(all.length + 2)
    if (language === '') return scriptOfAll()
    for (const entry of readdirSync(join(resources, 'law/notices'), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) this.addWatchFile(join(entry.parentPath, entry.name))
    const texts = translationsIn(noticeFilesIn(folderFiles(resources)), language)
    return `export default ${JSON.stringify(texts)}`
  },
}

const scriptOfAll = (): string =>
  `export default { ${translatedLanguages
    .map((language) => `${language}: () => import('${all}/${language}')`)
    .join(', ')} }`
