import type { Box } from '../../../shared/model/letter.ts'

/** The smallest box around boxes. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box[0]))
  const top = Math.min(...boxes.map((box) => box[1]))
  const right = Math.max(...boxes.map((box) => box[0] + box[2]))
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]))
  return [left, top, right - left, bottom - top]
}

/** Whether the middle of a box is in another one, edges included. */
export const hasMiddleIn = ([x, y, w, h]: Box, [left, top, width, height]: Box): boolean =>
  x + w / 2 >= left && x + w / 2 <= left + width && y + h / 2 >= top && y + h / 2 <= top + height
