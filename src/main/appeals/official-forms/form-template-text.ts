import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The printed text of a PDF with its title, and the number of pages; null when it cannot be read. */
export async function textOfTemplate(bytes: Uint8Array): Promise<{ text: string; pages: number } | null> {
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
