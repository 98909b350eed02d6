import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box, PageText } from '../../../shared/model/letter.ts'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { linesFromWords, type Word } from '../rules/lines-from-words.ts'
import { isLayerOnPicture } from './layer-on-picture.ts'
import type { Painted } from './painted.ts'
import { plainCharacters } from './plain-characters.ts'
import { isRealText } from './real-text.ts'

type TextItem = { str: string; transform: number[]; width: number; height: number }

/** What a page shows: its pictures, and where there is ink on it once it is drawn; `inkOn` null: not asked. */
type Shown = {
  painted: () => Promise<Painted | null>
  inkOn: ((rotation: Rotation) => Promise<(box: Box) => boolean>) | null
}

/** The page's own text, or null where a picture or a broken font makes reading the pixels the better witness. */
export async function textOfPdfPage(
  page: PDFPageProxy,
  number: number,
  personRotation: Rotation | undefined,
  shown: Shown,
): Promise<PageText | null> {
  const content = await page.getTextContent({ disableNormalization: false })
  const items = content.items
    .filter((item): item is TextItem & typeof item => 'str' in item)
    .map((item) => ({ ...item, str: plainCharacters(cleanText(item.str)) }))
    .filter((item) => item.str.trim() !== '')
  if (!isRealText(items.map((item) => item.str).join(' '))) return null
  if (await isLayerOnPicture(page, items, await shown.painted())) return null
  const rotation = personRotation ?? rotationOf(items, page.getViewport({ scale: 1 }).transform)
  const { width, height, transform } = page.getViewport({
    scale: 1,
    rotation: (page.rotate + rotation) % 360,
  })
  const inText = items.flatMap((item) => wordsFromItem(item, transform, width, height))
  const hasInk = await shown.inkOn?.(rotation)
  const words = hasInk ? inText.filter((word) => hasInk(word.box)) : inText
  // Two numbers in one place: what the page shows there, its text does not tell.
  if (liesOverAnother(words)) return null
  const aspect = width / height
  return { page: number, aspect, source: 'text-layer', rotation, lines: linesFromWords(words, aspect) }
}

/** Clockwise degrees that make upright what most of the page's text is. */
function rotationOf(items: readonly TextItem[], viewport: number[]): Rotation {
  const letters = new Map<Rotation, number>()
  for (const { transform, str } of items) {
    const [a = 0, b = 0] = Util.transform(viewport, transform)
    const way: Rotation = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 180) : b > 0 ? 270 : 90
    letters.set(way, (letters.get(way) ?? 0) + str.length)
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

/** Slanted text is a watermark or a stamp, never a value. */
function wordsFromItem(item: TextItem, viewport: number[], width: number, height: number): Word[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(viewport, item.transform)
  if (a <= 0 || Math.abs(b) > 0.05 * a) return []
  const size = Math.hypot(c, d)
  const chars = item.str.length
  const pieces: Word[] = []
  // Type-writer layouts hold a whole row in one string; wide gaps of blanks part its columns.
  for (const match of item.str.matchAll(/\S+(?: {1,2}\S+)*/g)) {
    const left = x + (match.index / chars) * item.width
    const box: Word['box'] = [
      left / width,
      (y - 0.8 * size) / height,
      ((match[0].length / chars) * item.width) / width,
      size / height,
    ]
    const glued = match.index + match[0].length === chars
    pieces.push({ text: match[0].replace(/ +/g, ' '), box, confidence: 1, size: size / height, glued })
  }
  return pieces
}

/** Bold print is at times the same word twice; two words with other digits never share a place. */
function liesOverAnother(words: readonly Word[]): boolean {
  const numbers = words.filter(({ text }) => /\d{2}/.test(text))
  return numbers.some((one, at) =>
    numbers.slice(at + 1).some((other) => one.text !== other.text && sharedArea(one.box, other.box) > 0.6),
  )
}

/** The part of the smaller box that lies on the other one. */
function sharedArea(a: Box, b: Box): number {
  const across = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0])
  const down = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1])
  const smaller = Math.min(a[2] * a[3], b[2] * b[3])
  return across > 0 && down > 0 && smaller > 0 ? (across * down) / smaller : 0
}
