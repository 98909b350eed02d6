import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { err, ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../read-results.ts'
import { mergedScan } from './joined-scan.ts'
import { maxPages } from './page-limits.ts'
import type { Scan } from './scan.ts'

/** Opens a file that lies in another one. */
export type OpenInside = (bytes: Uint8Array) => Promise<Result<Scan, ReadFailure>>

/** What a PDF whose only page is not what it is about really is. */
type SpecialPdf = 'portfolio' | 'xfa' | null

/** `portfolio`: a cover over other files. `xfa`: a form whose one page says that another program is needed. */
export async function specialOf(document: PDFDocumentProxy): Promise<SpecialPdf> {
  if (document.numPages !== 1) return null
  const about = await document.getMetadata().catch(() => null)
  const info = { IsCollectionPresent: false, IsXFAPresent: false, ...about?.info }
  if (info.IsCollectionPresent === true && (await document.getAttachments().catch(() => null)))
    return 'portfolio'
  return info.IsXFAPresent === true && (await saysToWait(document).catch(() => false)) ? 'xfa' : null
}

/** `Please wait... If this message is not eventually replaced ...`, as Adobe's programs write it in each language. */
async function saysToWait(document: PDFDocumentProxy): Promise<boolean> {
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  page.cleanup()
  return text.length < 1200 && /please wait|espere|adobe (?:acrobat )?reader|pdf viewer/i.test(text)
}

/** Nobody keeps more letters in one file. */
const mostFiles = 200

/** The files in a portfolio as one sequence of pages, in the order of their names; those of no known kind are left out. */
export async function openPortfolio(
  document: PDFDocumentProxy,
  openInside: OpenInside,
): Promise<Result<Scan, ReadFailure>> {
  const names = [...((await document.getAttachments())?.keys() ?? [])].toSorted()
  const scans: Scan[] = []
  for (const name of names.slice(0, mostFiles)) {
    const content = await document.getAttachmentContent(name)
    const opened = content && (await openInside(Uint8Array.from(content)))
    if (opened?.ok) scans.push(opened.value)
  }
  const { filePages, ...inside } = mergedScan(scans)
  if (filePages?.length && inside.pageCount > 0 && inside.pageCount <= maxPages) return ok(inside)
  await inside.close()
  return err({ code: inside.pageCount > maxPages ? 'scan.too-many-pages' : 'scan.portfolio' })
}
