import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Item = { str: string; transform: number[]; width: number }
/** Left, bottom, right and top in points of the page. */
type Frame = readonly [left: number, bottom: number, right: number, top: number]

/**
 * A scan under a text layer: that text is some other program's reading, often a bad one, and nobody ever saw it. It gives
 * itself away by being invisible, by lying on pictures, or by a picture that fills the page. The picture is then the
 * better witness, whatever the layer says.
 */
export async function isLayerOnPicture(page: PDFPageProxy, items: readonly Item[]): Promise<boolean> {
  const [left = 0, bottom = 0, right = 1, top = 1] = page.view
  const pageArea = (right - left) * (top - bottom)
  const { pictures, hidden, seen } = await paintedOn(page)
  if (hidden > seen) return true
  const areas = pictures.map(areaOf)
  if (areas.reduce((sum, area) => sum + area, 0) > 0.7 * pageArea) return true
  // A logo or a bar code may well have words on it.
  const large = pictures.filter((_, at) => (areas[at] ?? 0) > 0.08 * pageArea)
  return lettersOn(items, large) > 0.5 * lettersOn(items, null)
}

type Painted = { pictures: Frame[] /** Letters that leave no mark. */; hidden: number; seen: number }
type State = { matrix: number[]; mode: number }

async function paintedOn(page: PDFPageProxy): Promise<Painted> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const painted: Painted = { pictures: [], hidden: 0, seen: 0 }
  const saved: State[] = []
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], mode: 0 }
  for (const [at, operation] of fnArray.entries()) {
    const values: unknown = argsArray[at]
    if (operation === OPS.save) saved.push(state)
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) state = saved.pop() ?? state
    else if (operation === OPS.transform) state = moved(state, numbers(values))
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(state)
      state = moved(state, Array.isArray(values) ? numbers(values[0]) : [])
    } else if (operation === OPS.setTextRenderingMode) state = { ...state, mode: numbers(values)[0] ?? 0 }
    else if (operation === OPS.showText) count(painted, state, values)
    else if (imageOperations.has(operation)) painted.pictures.push(frameOf(state.matrix))
  }
  return painted
}

/** Neither filled nor stroked; see ISO 32000-1, table 106. */
const invisibleModes = [3, 7]

function count(painted: Painted, { mode }: State, values: unknown): void {
  const glyphs: unknown = Array.isArray(values) ? values[0] : null
  const letters = Array.isArray(glyphs) ? glyphs.filter((glyph) => typeof glyph === 'object').length : 0
  if (invisibleModes.includes(mode)) painted.hidden += letters
  else painted.seen += letters
}

const imageOperations = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
])

const moved = (state: State, by: number[]): State =>
  by.length === 6 ? { ...state, matrix: Util.transform(state.matrix, by) } : state

/** Where the unit square of an image comes to lie. */
function frameOf([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: number[]): Frame {
  const xs = [x, x + a, x + c, x + a + c]
  const ys = [y, y + b, y + d, y + b + d]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
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

const numbers = (values: unknown): number[] =>
  values instanceof Float32Array || Array.isArray(values) ? Array.from(values, Number) : []
