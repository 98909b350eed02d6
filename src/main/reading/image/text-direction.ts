import type { GrayImage } from '../files/scan.ts'

/** `sideways`: the lines of print run down the page. `skew`: clockwise degrees by which they are tilted. */
type TextDirection = { sideways: boolean; skew: number }

const widestSkew = 9

/** How the lines of print lie, by the direction in which ink gathers in rows. */
export function textDirectionOf(image: GrayImage): TextDirection {
  const ink = inkOf(image)
  const rows = bestAngle(ink.xs, ink.ys, ink.height)
  const columns = bestAngle(
    ink.ys.map((y) => -y),
    ink.xs,
    ink.width,
  )
  const sideways = columns.score > 1.15 * rows.score
  return { sideways, skew: sideways ? columns.angle : rows.angle }
}

type Ink = { xs: number[]; ys: number[]; width: number; height: number }

/** Every fourth pixel is enough to see lines; the rim is left out, where scanners leave dark edges. */
export function inkOf({ width, height, pixels }: GrayImage): Ink {
  const xs: number[] = []
  const ys: number[] = []
  for (let y = Math.round(height * 0.03); y < height * 0.97; y += 4) {
    for (let x = Math.round(width * 0.03); x < width * 0.97; x += 4) {
      if ((pixels[y * width + x] ?? 255) >= 140) continue
      xs.push(x / 4)
      ys.push(y / 4)
    }
  }
  return { xs, ys, width: width / 4, height: height / 4 }
}

function bestAngle(
  along: readonly number[],
  across: readonly number[],
  extent: number,
): { angle: number; score: number } {
  const scored = (from: number, to: number, step: number) => {
    let best = { angle: 0, score: gathering(along, across, extent, 0) }
    for (let angle = from; angle <= to; angle += step) {
      const score = gathering(along, across, extent, angle)
      if (score > best.score) best = { angle, score }
    }
    return best
  }
  const coarse = scored(-widestSkew, widestSkew, 0.5)
  const fine = scored(coarse.angle - 0.45, coarse.angle + 0.45, 0.1)
  return fine.score > coarse.score ? fine : coarse
}

/** High where ink lies in few rows: the sum of squares of what each row holds. */
export function gathering(
  along: readonly number[],
  across: readonly number[],
  extent: number,
  angle: number,
): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const rows = new Float64Array(Math.ceil(extent * 2))
  const step = Math.max(1, Math.floor(along.length / 20_000))
  for (let at = 0; at < along.length; at += step) {
    const row = Math.round((across[at] ?? 0) - (along[at] ?? 0) * slope + extent / 2)
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}
