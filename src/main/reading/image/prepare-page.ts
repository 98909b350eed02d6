import sharp from 'sharp'
import type { GrayImage } from '../files/scan.ts'

/** The width at which letters are read: 260 dots an inch on Letter paper. */
export const readingWidth = 2200

/** Softens the grain and evens out the light, so that paper is white under any lamp. */
export async function preparePage(image: GrayImage): Promise<GrayImage> {
  const raw = { width: image.width, height: image.height, channels: 1 as const }
  const pixels = await sharp(image.pixels, { raw }).blur(0.9).toColorspace('b-w').raw().toBuffer()
  divideByBackground(pixels, image.width, image.height)
  return { width: image.width, height: image.height, pixels }
}

const cell = 32

/** In place. The background of a place is the brightest paper around it. */
function divideByBackground(pixels: Uint8Array, width: number, height: number): void {
  const columns = Math.ceil(width / cell)
  const rows = Math.ceil(height / cell)
  const background = smooth(brightest(pixels, width, height, columns, rows), columns, rows)
  const factors = background.map((light) => (white * unit) / light)
  const factor = new Float32Array(columns + 1)
  for (let y = 0; y < height; y++) {
    rowOf(factors, columns, rows, y / cell - 0.5, factor)
    factor[columns] = factor[columns - 1] ?? unit
    brighten(pixels, y * width, width, factor)
  }
}

/** What paper becomes, a little below 255 so that grain does not burn out. */
const white = 250
/** Whole numbers are several times faster than fractions here. */
const unit = 1 << 12

/** One row, from the middle of one cell to the middle of the next. */
function brighten(pixels: Uint8Array, start: number, width: number, factor: Float32Array): void {
  let at = start
  const end = start + width
  for (let column = -1; at < end; column++) {
    const left = factor[Math.max(0, column)] ?? unit
    const step = ((factor[column + 1] ?? left) - left) / cell
    const stop = Math.min(end, start + Math.round((column + 1.5) * cell))
    for (let by = left; at < stop; at++) {
      const value = ((pixels[at] ?? 0) * by) >> 12
      pixels[at] = value > 255 ? 255 : value
      by += step
    }
  }
}

function brightest(pixels: Uint8Array, width: number, height: number, columns: number, rows: number) {
  const cells = new Float32Array(columns * rows)
  for (let y = 0; y < height; y += 2) {
    const row = Math.floor(y / cell) * columns
    for (let x = 0; x < width; x += 2) {
      const at = row + Math.floor(x / cell)
      const value = pixels[y * width + x] ?? 0
      if (value > (cells[at] ?? 0)) cells[at] = value
    }
  }
  return cells
}

/** Mean over three by three cells; below 48 it would be a black picture, not paper in the shade. */
function smooth(cells: Float32Array, columns: number, rows: number): Float32Array {
  const smoothed = new Float32Array(cells.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let count = 0
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          sum += cells[y * columns + x] ?? 0
          count++
        }
      }
      smoothed[row * columns + column] = Math.max(48, sum / count)
    }
  }
  return smoothed
}

function rowOf(cells: Float32Array, columns: number, rows: number, at: number, into: Float32Array): void {
  const clamped = Math.min(rows - 1, Math.max(0, at))
  const above = Math.floor(clamped)
  const below = Math.min(rows - 1, above + 1)
  const share = clamped - above
  for (let x = 0; x < columns; x++) {
    into[x] = (cells[above * columns + x] ?? 255) * (1 - share) + (cells[below * columns + x] ?? 255) * share
  }
}
