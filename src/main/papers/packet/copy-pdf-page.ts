import { degrees, PDFDict, PDFDocument, type PDFEmbeddedPage, PDFName, type PDFPage } from '@cantoo/pdf-lib'

/**
 * A page of a scan that the packet can draw anywhere. Width and height are those of the upright page, in
 * points or pixels.
 */
export type ExhibitPage = {
  width: number
  height: number
  draw: (page: PDFPage, x: number, y: number, scale: number) => void
}

/** null: pdf-lib cannot open it. An empty password opens files that only forbid changes. */
export async function openPdf(bytes: Uint8Array, password: string): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(bytes, { password, updateMetadata: false })
  } catch {
    return null
  }
}

/** The same PDF without its password; null: the password does not open it. Nothing else of it changes. */
export async function unlockedPdf(
  bytes: Uint8Array,
  password: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const document = await openPdf(bytes, password)
  return document && new Uint8Array(await document.save({ updateFieldAppearances: false }))
}

/** null: not copied, or not complete. */
export async function copyPdfPage(
  target: PDFDocument,
  document: PDFDocument,
  number: number,
  rotation: number,
): Promise<ExhibitPage | null> {
  try {
    const page = document.getPage(number - 1)
    // A blank page may have no content at all; one that does not embed here would make the whole file fail when it is saved.
    if (hasAnnotations(page) || !page.node.Contents()) return null
    const { x, y, width, height } = page.getCropBox()
    const box = { left: x, bottom: y, right: x + width, top: y + height }
    const copy = await target.embedPage(page, box)
    await copy.embed()
    return fromPdfPage(copy, (((page.getRotation().angle + rotation) % 360) + 360) % 360)
  } catch {
    return null
  }
}

/**
 * Links leave no trace on paper; copying the page alone would lose everything else (fields, stamps, notes).
 */
function hasAnnotations(page: PDFPage): boolean {
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations.some((annotation) => {
    const subtype = page.doc.context.lookupMaybe(annotation, PDFDict)?.get(PDFName.of('Subtype'))
    return subtype !== PDFName.of('Link')
  })
}

/**
 * Embedded pages ignore their own rotation: this rotates clockwise about the corner, then moves back into
 * place.
 */
function fromPdfPage(copy: PDFEmbeddedPage, turn: number): ExhibitPage {
  const sideways = turn === 90 || turn === 270
  const [width, height] = sideways ? [copy.height, copy.width] : [copy.width, copy.height]
  return {
    width,
    height,
    draw: (page, x, y, scale) =>
      page.drawPage(copy, {
        x: x + (turn === 180 || turn === 270 ? width * scale : 0),
        y: y + (turn === 90 || turn === 180 ? height * scale : 0),
        xScale: scale,
        yScale: scale,
        rotate: degrees(-turn),
      }),
  }
}
