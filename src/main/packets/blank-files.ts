import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { OfficialForm } from '../../shared/appeals/official-form.ts'

/** Our manifests of official forms, checked; throws if a file is not what the program expects. */
export function loadManifests(resourcesFolder: string): OfficialForm[] {
  const folder = path.join(resourcesFolder, 'forms', 'official')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => OfficialForm.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
}

/** The printed text of a PDF with its title, and the number of pages; null when it cannot be read. */
export async function textOfBlank(bytes: Uint8Array): Promise<{ text: string; pages: number } | null> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
  try {
    const document = await loading.promise
    const { info } = await document.getMetadata()
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
    const parts = [title]
    for (let number = 1; number <= Math.min(document.numPages, 4); number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      parts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    return { text: parts.join('\n'), pages: document.numPages }
  } catch {
    return null
  } finally {
    await loading.destroy()
  }
}
