/** Left, bottom, right and top in points of the page. */
export type Frame = readonly [left: number, bottom: number, right: number, top: number]

/** What a page shows. `hidden`: letters that leave no mark. */
export type Painted = { pictures: Frame[]; hidden: number; seen: number }

/** Neither filled nor stroked; see ISO 32000-1, table 106. */
export const invisibleModes: readonly number[] = [3, 7]

/** Where the unit square of a picture comes to lie. */
export function frameOf([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[]): Frame {
  const xs = [x, x + a, x + c, x + a + c]
  const ys = [y, y + b, y + d, y + b + d]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
