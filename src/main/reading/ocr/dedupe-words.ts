import type { Box } from '../../../shared/model/letter.ts'

/** The engine sometimes reads one place twice; of two that lie on each other the surer stays. */
export function dedupeWords<T extends { box: Box; confidence: number; text: string }>(
  things: readonly T[],
): T[] {
  const distinct: T[] = []
  const bySureness = [...things].sort((a, b) => b.confidence * b.text.length - a.confidence * a.text.length)
  for (const thing of bySureness) {
    const duplicate = distinct.some((other) => covered(thing.box, other.box) > 0.5)
    if (!duplicate) distinct.push(thing)
  }
  return things.filter((thing) => distinct.includes(thing))
}

/** The share of `box` that lies on `other`. */
function covered(box: Box, other: Box): number {
  const width = Math.min(box[0] + box[2], other[0] + other[2]) - Math.max(box[0], other[0])
  const height = Math.min(box[1] + box[3], other[1] + other[3]) - Math.max(box[1], other[1])
  return width > 0 && height > 0 ? (width * height) / (box[2] * box[3]) : 0
}
