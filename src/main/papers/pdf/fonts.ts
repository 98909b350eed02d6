import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PdfFonts } from './pdf-cursor.ts'

/** Source Sans 3 (SIL Open Font License): Latin, Vietnamese, Greek and Cyrillic. */
export async function loadFonts(resourcesFolder: string): Promise<PdfFonts> {
  const load = (weight: string) =>
    readFile(path.join(resourcesFolder, 'fonts', `source-sans-3-${weight}.ttf`))
  const [regular, bold, italic] = await Promise.all([load('regular'), load('semibold'), load('italic')])
  return { regular, bold, italic }
}
