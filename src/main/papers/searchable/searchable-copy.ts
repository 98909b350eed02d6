import fontkit from '@cantoo/fontkit'
import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Line, PageText } from '../../../shared/model/letter.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../../reading/read-results.ts'
import type { ImageOf } from '../image-of.ts'

/** About 200 dots per inch of a letter page. */
export const searchableWidth = 1700

/** Points; a letter page, so that it prints in its original size. */
const pageWidth = 612

type Face = { font: PDFFont; characters: ReadonlySet<number> }

/**
 * The pages as pictures, upright, with what was read on them as invisible text in the same places, so that every PDF reader can search
 * and copy it. Runs in a reading process only: a stranger made the pages.
 */
export async function searchableCopy(
  texts: readonly PageText[],
  imageOf: ImageOf,
  fontBytes: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, ReadFailure>> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit)
  const font = await document.embedFont(fontBytes, { subset: true, features: { liga: false } })
  const face = { font, characters: new Set(font.getCharacterSet()) }
  for (const text of texts) {
    const read = await imageOf(text)
    if (!read.ok) return read
    const { data, info } = await sharp(read.value.bytes)
      .flatten({ background: '#fff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const image = await document.embedJpg(data)
    const height = (pageWidth * info.height) / info.width
    const page = document.addPage([pageWidth, height])
    page.drawImage(image, { x: 0, y: 0, width: pageWidth, height })
    for (const line of text.lines) writeInvisibly(page, line, face)
  }
  return ok(new Uint8Array(await document.save()))
}

/** One line, squeezed or stretched to the width that it has on the paper, so that a reader marks the right place. */
function writeInvisibly(page: PDFPage, { text, box: [x, y, w, h] }: Line, { font, characters }: Face): void {
  const known = [...text].map((each) => (characters.has(each.codePointAt(0) ?? 0) ? each : ' ')).join('')
  const size = h * page.getHeight()
  const width = font.widthOfTextAtSize(known, size)
  if (!known.trim() || size <= 0 || width <= 0) return
  // Letters with a tail reach below the baseline, by about a fifth of the line.
  const baseline = page.getHeight() * (1 - y - h) + size * 0.2
  page.pushOperators(
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    setFontAndSize(page.node.newFontDictionary(font.name, font.ref), size),
    setCharacterSqueeze((100 * w * page.getWidth()) / width),
    setTextMatrix(1, 0, 0, 1, x * page.getWidth(), baseline),
    showText(font.encodeText(known)),
    endText(),
  )
}
