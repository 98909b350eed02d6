/**
 * Connected places of a picture. `size`: how many; `covered`: how many lie between its outermost places in each row.
 * `first` and `last`: its outermost columns in each row, -1 where there is none; `highest` and `lowest`: the same for columns.
 */
export type ConnectedComponent = {
  size: number
  covered: number
  first: Int32Array
  last: Int32Array
  highest: Int32Array
  lowest: Int32Array
}

/** The largest connected component of ones. */
export function largestComponent(mask: Uint8Array, width: number, height: number): ConnectedComponent | null {
  const seen = new Uint8Array(mask.length)
  let largest: number[] = []
  for (let start = 0; start < mask.length; start++) {
    if (seen[start] || !mask[start]) continue
    const places = flood(start)
    if (places.length > largest.length) largest = places
  }
  return largest.length === 0 ? null : componentOf(largest, width, height)

  function flood(start: number): number[] {
    const places = [start]
    seen[start] = 1
    for (let next = 0; next < places.length; next++) {
      const at = places[next] ?? 0
      const column = at % width
      if (column > 0) visit(at - 1, places)
      if (column < width - 1) visit(at + 1, places)
      if (at >= width) visit(at - width, places)
      if (at < mask.length - width) visit(at + width, places)
    }
    return places
  }
  function visit(at: number, places: number[]): void {
    if (seen[at] || !mask[at]) return
    seen[at] = 1
    places.push(at)
  }
}

function componentOf(places: readonly number[], width: number, height: number): ConnectedComponent {
  const first = new Int32Array(height).fill(-1)
  const last = new Int32Array(height).fill(-1)
  const highest = new Int32Array(width).fill(-1)
  const lowest = new Int32Array(width).fill(-1)
  for (const at of places) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (first[y] === -1 || x < (first[y] ?? 0)) first[y] = x
    if (x > (last[y] ?? 0)) last[y] = x
    if (highest[x] === -1 || y < (highest[x] ?? 0)) highest[x] = y
    if (y > (lowest[x] ?? 0)) lowest[x] = y
  }
  const covered = first.reduce((sum, from, y) => (from === -1 ? sum : sum + (last[y] ?? from) - from + 1), 0)
  return { size: places.length, covered, first, last, highest, lowest }
}
