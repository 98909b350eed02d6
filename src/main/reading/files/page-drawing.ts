import type { PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { type Operand, readContentStream } from './content-stream.ts'
import { maxPixels } from './page-limits.ts'
import { frameOf, invisibleModes, type Painted } from './painted.ts'
import { decodedStream, type PdfObjects } from './pdf-objects.ts'

type Matrix = readonly [number, number, number, number, number, number]
type State = { matrix: Matrix; mode: number; bytesPerLetter: number }

/** No letter comes near; whoever draws more is asked of pdf.js, whose time is watched. */
const mostOperators = 2_000_000
const deepest = 12

/**
 * Where the pictures of a page lie and how many letters it shows, by its drawing alone. pdf.js tells the same, but unpacks
 * every picture on the way: hundreds of megabytes for some official forms. null: not to be read by these simple means.
 */
export function paintedByDrawing(objects: PdfObjects, page: number): Painted | null {
  const { document, lib } = objects
  try {
    const { node } = document.getPage(page - 1)
    const walk: Walk = { objects, painted: { pictures: [], hidden: 0, seen: 0 }, left: mostOperators }
    const contents = node.Contents()
    const parts = contents instanceof lib.PDFArray ? contents.asArray() : [contents]
    const drawing = joinedDrawing(objects, parts)
    const state: State = { matrix: [1, 0, 0, 1, 0, 0], mode: 0, bytesPerLetter: 1 }
    return drawing && draw(walk, drawing, node.Resources(), state, 0) ? walk.painted : null
  } catch {
    // Its objects are not as the format demands.
    return null
  }
}

type Walk = { objects: PdfObjects; painted: Painted; left: number }

function joinedDrawing(objects: PdfObjects, parts: readonly (PDFObject | undefined)[]): Uint8Array | null {
  const unpacked: Uint8Array[] = []
  for (const part of parts) {
    const stream = part && objects.document.context.lookup(part)
    if (!stream) continue
    const bytes = stream instanceof objects.lib.PDFRawStream ? decodedStream(objects, stream) : null
    if (!bytes) return null
    unpacked.push(bytes, newline)
  }
  return Buffer.concat(unpacked)
}

const newline = Uint8Array.of(10)

/** False: too much of it. */
function draw(
  walk: Walk,
  drawing: Uint8Array,
  resources: PDFDict | undefined,
  start: State,
  depth: number,
): boolean {
  const saved: State[] = []
  let state = start
  let whole = depth <= deepest
  if (!whole) return false
  readContentStream(drawing, (operator, operands) => {
    walk.left -= 1
    switch (operator) {
      case 'q':
        saved.push(state)
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'cm':
        state = { ...state, matrix: transformed(state.matrix, operands) }
        break
      case 'Tr':
        state = { ...state, mode: Number(operands[0] ?? 0) }
        break
      case 'Tf':
        state = { ...state, bytesPerLetter: bytesPerLetterOf(walk.objects, resources, operands[0]) }
        break
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        count(walk.painted, state, operands)
        break
      case 'BI':
        walk.painted.pictures.push(frameOf(state.matrix))
        break
      case 'Do':
        whole = drawObject(walk, resources, operands[0], state, depth)
        break
      default:
    }
    whole &&= walk.left > 0
    return whole
  })
  return whole
}

function drawObject(
  walk: Walk,
  resources: PDFDict | undefined,
  name: Operand | undefined,
  state: State,
  depth: number,
): boolean {
  const { lib } = walk.objects
  const object = resourceOf(walk.objects, resources, 'XObject', name)
  if (!(object instanceof lib.PDFRawStream)) return true
  const kind = object.dict.lookup(lib.PDFName.of('Subtype'))
  if (kind === lib.PDFName.of('Image')) {
    if (isDrawnPicture(walk.objects, object)) walk.painted.pictures.push(frameOf(state.matrix))
    return true
  }
  if (kind !== lib.PDFName.of('Form')) return true
  const drawing = decodedStream(walk.objects, object)
  if (!drawing) return false
  const own = object.dict.lookupMaybe(lib.PDFName.of('Resources'), lib.PDFDict) ?? resources
  const matrix = object.dict.lookupMaybe(lib.PDFName.of('Matrix'), lib.PDFArray)
  const operands = matrix
    ?.asArray()
    .map((each) => walk.objects.document.context.lookup(each, lib.PDFNumber).asNumber())
  return draw(walk, drawing, own, { ...state, matrix: transformed(state.matrix, operands ?? []) }, depth + 1)
}

/** A mask of one point is how some programs fill an area; more points than any sheet needs are not drawn at all. */
function isDrawnPicture({ lib }: PdfObjects, { dict }: PDFRawStream): boolean {
  const size = (key: string) => dict.lookupMaybe(lib.PDFName.of(key), lib.PDFNumber)?.asNumber() ?? 0
  const points = size('Width') * size('Height')
  const isMask = dict.lookup(lib.PDFName.of('ImageMask')) === lib.PDFBool.True
  return points > (isMask ? 1 : 0) && points <= maxPixels
}

function resourceOf(
  { lib }: PdfObjects,
  resources: PDFDict | undefined,
  kind: 'XObject' | 'Font',
  name: Operand | undefined,
): PDFObject | undefined {
  if (typeof name !== 'string') return undefined
  return resources?.lookupMaybe(lib.PDFName.of(kind), lib.PDFDict)?.lookup(lib.PDFName.of(name.slice(1)))
}

function bytesPerLetterOf(
  objects: PdfObjects,
  resources: PDFDict | undefined,
  name: Operand | undefined,
): number {
  const { PDFDict, PDFName } = objects.lib
  const font = resourceOf(objects, resources, 'Font', name)
  return font instanceof PDFDict && font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1
}

function count(painted: Painted, { mode, bytesPerLetter }: State, operands: readonly Operand[]): void {
  const letters = bytesIn(operands) / bytesPerLetter
  if (invisibleModes.includes(mode)) painted.hidden += letters
  else painted.seen += letters
}

function bytesIn(operands: readonly Operand[]): number {
  return operands.reduce<number>((sum, each) => {
    if (each === null || typeof each !== 'object') return sum
    return sum + ('bytes' in each ? each.bytes : bytesIn(each))
  }, 0)
}

function transformed(by: Matrix, operands: readonly Operand[]): Matrix {
  if (operands.length !== 6) return by
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map(Number)
  return [
    by[0] * a + by[2] * b,
    by[1] * a + by[3] * b,
    by[0] * c + by[2] * d,
    by[1] * c + by[3] * d,
    by[0] * e + by[2] * f + by[4],
    by[1] * e + by[3] * f + by[5],
  ]
}
