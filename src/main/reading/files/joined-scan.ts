import type { Scan } from './scan.ts'

/** Several opened files as one sequence of pages. */
export function mergedScan(scans: readonly Scan[]): Scan {
  const filePages = scans.map((scan) => scan.pageCount)
  const placeOf = (page: number): { scan: Scan; own: number } => {
    let own = page
    for (const scan of scans) {
      if (own <= scan.pageCount) return { scan, own }
      own -= scan.pageCount
    }
    throw new Error('scan: no such page')
  }
  return {
    pageCount: filePages.reduce((sum, count) => sum + count, 0),
    filePages,
    ...cutOffOfAny(scans),
    heldBytes: scans.reduce((sum, scan) => sum + scan.heldBytes, 0),
    async textOf(page, rotation, shownOnly) {
      const { scan, own } = placeOf(page)
      const text = await scan.textOf(own, rotation, shownOnly)
      return text && { ...text, page }
    },
    grayOf: (page, width) => onPage(page, (scan, own) => scan.grayOf(own, width)),
    colorOf: (page, width) => onPage(page, (scan, own) => scan.colorOf(own, width)),
    imageOf: (page, width, rotation) => onPage(page, (scan, own) => scan.imageOf(own, width, rotation)),
    close: async () => {
      await Promise.all(scans.map((scan) => scan.close()))
    },
  }

  function onPage<T>(page: number, use: (scan: Scan, own: number) => Promise<T>): Promise<T> {
    const { scan, own } = placeOf(page)
    return use(scan, own)
  }
}

function cutOffOfAny(scans: readonly Scan[]): Pick<Scan, 'cutOff'> {
  const all = scans.map((scan) => scan.cutOff)
  if (all.includes('part')) return { cutOff: 'part' }
  return all.includes('edge') ? { cutOff: 'edge' } : {}
}
