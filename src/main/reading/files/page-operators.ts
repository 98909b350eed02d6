import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { frameOf, invisibleModes, type Painted } from './painted.ts'

type State = { matrix: number[]; mode: number }

/**
 * Asked only where page-drawing.ts has no answer: pdf.js starts unpacking every picture of the page, and goes on with it
 * after it has answered.
 */
export async function paintedByOperators(page: PDFPageProxy): Promise<Painted> {
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

const numbers = (values: unknown): number[] =>
  values instanceof Float32Array || Array.isArray(values) ? Array.from(values, Number) : []
