import {
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib'

/** A part of a paper and the page that it begins on, counted from 0. */
export type Bookmark = { title: string; page: number }

/** The list of parts beside the pages, open when the file is opened. */
export function writeBookmarks(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context } = pdf
  const pages = pdf.getPages()
  const root = context.nextRef()
  const made = bookmarks.flatMap(({ title, page }) => {
    const target = pages[page]
    return target ? [{ ref: context.nextRef(), title, target }] : []
  })
  const first = made[0]
  const last = made.at(-1)
  if (!first || !last) return
  made.forEach(({ ref, title, target }, at) => {
    const beside = (name: 'Prev' | 'Next', other: { ref: PDFRef } | undefined) =>
      other ? { [name]: other.ref } : {}
    const item: PDFDict = context.obj({
      Parent: root,
      Dest: [target.ref, 'Fit'],
      ...beside('Prev', at > 0 ? made[at - 1] : undefined),
      ...beside('Next', made[at + 1]),
    })
    item.set(PDFName.of('Title'), PDFHexString.fromText(title))
    context.assign(ref, item)
  })
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first.ref, Last: last.ref, Count: PDFNumber.of(made.length) }),
  )
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** From page `at` on, counted from 0, a viewer shows `1`, `2`, ..., each after `prefix`. */
type PageLabels = { at: number; prefix?: string }

/** What a viewer shows as the number of each page, so that it is the number that is printed on it. */
export function writePageLabels(pdf: PDFDocument, labels: readonly PageLabels[]): void {
  const { context } = pdf
  const numbers = labels.flatMap(({ at, prefix }) => {
    const label = context.obj({ S: 'D', St: PDFNumber.of(1) })
    if (prefix) label.set(PDFName.of('P'), PDFHexString.fromText(prefix))
    return [PDFNumber.of(at), label]
  })
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }))
}
