import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { paintedByOperators } from './page-operators.ts'
import type { Frame, Painted } from './painted.ts'

type Item = { str: string; transform: number[]; width: number }

/**
 * A scan under a text layer: that text is some other program's reading, often a bad one, and nobody ever saw it. It gives
 * itself away by being invisible, by lying on pictures, or by a picture that fills the page. The picture is then the
 * better witness, whatever the layer says.
 */
export async function isLayerOnPicture(
  page: PDFPageProxy,
  items: readonly Item[],
  painted: Painted | null,
): Promise<boolean> {
  const [left = 0, bottom = 0, right = 1, top = 1] = page.view
  const pageArea = (right - left) * (top - bottom)
  const { pictures, hidden, seen } = painted ?? (await paintedByOperators(page))
  if (hidden > seen) return true
  const areas = pictures.map(areaOf)
  if (areas.reduce((sum, area) => sum + area, 0) > 0.7 * pageArea) return true
  // A logo or a bar code may well have words on it.
  const large = pictures.filter((_, at) => (areas[at] ?? 0) > 0.08 * pageArea)
  return lettersOn(items, large) > 0.5 * lettersOn(items, null)
}

const areaOf = ([left, bottom, right, top]: Frame) => (right - left) * (top - bottom)

/** Letters of the items whose middle lies on one of the frames; of all items for null. */
function lettersOn(items: readonly Item[], frames: readonly Frame[] | null): number {
  const isOn = ({ transform, width }: Item) => {
    const [a = 1, b = 0, , , x = 0, y = 0] = transform
    const half = width / 2 / Math.hypot(a, b)
    const [middleX, middleY] = [x + half * a, y + half * b]
    return frames?.some(
      ([left, bottom, right, top]) => middleX > left && middleX < right && middleY > bottom && middleY < top,
    )
  }
  return items.reduce((sum, item) => sum + (frames === null || isOn(item) ? item.str.length : 0), 0)
}
