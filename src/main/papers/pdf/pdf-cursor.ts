import fontkit from '@cantoo/fontkit'
import { PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { noTags, type Tags, writeTags } from './tags.ts'
import { writeXmp } from './xmp.ts'

export type Weight = 'regular' | 'bold' | 'italic'
/** TrueType bytes of one family. The standard PDF fonts print `Nguy?n`, so none of them is ever used. */
export type PdfFonts = Record<Weight, Uint8Array>

/** The font lacks a character in this block: nothing is printed rather than something else. */
export type PdfFailure = Failure<'papers.missing-character'>

/** US Letter, in points (72 per inch). */
export const paperSize = { width: 612, height: 792, margin: 54 } as const
export const textWidth = paperSize.width - 2 * paperSize.margin

/** `widths`: of words at size 1. Shaping is the slow part of typesetting, and words repeat. */
type Face = { font: PDFFont; characters: Set<number>; widths: Map<string, number> }

/** A PDF that is written downward on one page, usually its last. */
export type PdfCursor = {
  pdf: PDFDocument
  faces: Record<Weight, Face>
  /** The current page; null before the first one. */
  page: PDFPage | null
  /** Where the top edge of the next item goes, in points from the bottom of the page. */
  y: number
  /** The first block whose text has a character that the font lacks. */
  missing: string | null
  tags: Tags
  /** By how much type and spacing are smaller than they are set; 1 but in `drawFitting`. */
  scale: number
}

/** An empty document. The same input gives the same bytes: no clock, no ids. `title` has no personal data. */
export async function openPdf(fonts: PdfFonts, title: string): Promise<PdfCursor> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.registerFontkit(fontkit)
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('en-US')
  pdf.setProducer('Waymark')
  pdf.setCreator('Waymark')
  const face = async (bytes: Uint8Array): Promise<Face> => {
    const font = await pdf.embedFont(bytes, { subset: true, features: { liga: false } })
    return { font, characters: new Set(font.getCharacterSet()), widths: new Map() }
  }
  const [regular, bold, italic] = [
    await face(fonts.regular),
    await face(fonts.bold),
    await face(fonts.italic),
  ]
  return { pdf, faces: { regular, bold, italic }, page: null, y: 0, missing: null, tags: noTags(), scale: 1 }
}

/**
 * Width in points. Letters are set without kerning, so the width of a text is the sum of its words and
 * spaces.
 */
export function widthOf(paper: PdfCursor, text: string, weight: Weight, size: number): number {
  const { font, widths } = paper.faces[weight]
  const wordWidth = (word: string) => {
    const known = widths.get(word)
    if (known !== undefined) return known
    const width = font.widthOfTextAtSize(word, 1)
    widths.set(word, width)
    return width
  }
  const words = text.split(' ')
  const spaces = (words.length - 1) * wordWidth(' ')
  return size * words.reduce((sum, word) => sum + (word ? wordWidth(word) : 0), spaces)
}

export function newPage(paper: PdfCursor): PDFPage {
  const page = paper.pdf.addPage([paperSize.width, paperSize.height])
  goTo(paper, page)
  return page
}

/** Continues at the top of a page that was made earlier. */
export function goTo(paper: PdfCursor, page: PDFPage): void {
  paper.page = page
  paper.y = paperSize.height - paperSize.margin
}

export function lastPage(paper: PdfCursor): PDFPage {
  if (!paper.page) throw new Error('papers: no page yet')
  return paper.page
}

/** Starts a new page unless `height` points are left on this one. */
export function makeRoom(paper: PdfCursor, height: number): void {
  if (paper.y - height < paperSize.margin) newPage(paper)
}

/** The bytes, or the block that cannot be printed. */
export async function finishPdf(paper: PdfCursor): Promise<Result<Uint8Array<ArrayBuffer>, PdfFailure>> {
  if (paper.missing !== null) return err({ code: 'papers.missing-character', block: paper.missing })
  writeTags(paper.pdf, paper.tags)
  writeXmp(paper.pdf, paper.pdf.getTitle() ?? '')
  const bytes = await paper.pdf.save({ addDefaultPage: false, updateFieldAppearances: false })
  return ok(new Uint8Array(bytes))
}

/**
 * Text as it will be printed: composed characters, plain spaces, no invisible characters. Records in
 * `missing` the block whose text the font cannot print; a mark that stays separate from its letter would be
 * set in the wrong place.
 */
export function printable(paper: PdfCursor, text: string, weight: Weight, block: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\n' ? mark : ''))
  const { characters } = paper.faces[weight]
  const lacks = [...clean].some(
    (character) =>
      character !== '\n' && (!characters.has(character.codePointAt(0) ?? 0) || /\p{M}/u.test(character)),
  )
  if (lacks) paper.missing ??= block
  return clean
}
