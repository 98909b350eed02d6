import { err, ok, type Result } from '../../../shared/model/result.ts'
import { openScan } from '../files/open-scan.ts'
import { bytesOf, type Scan, type ScanFile, type ScanSource } from '../files/scan.ts'
import { isTamePdf } from '../files/tame-pdf.ts'
import { documentImage } from '../image/document-image.ts'
import type { ReadFailure } from '../read-results.ts'
import type { Reader } from '../reader.ts'
import { keyedFiles, refsOf } from './keyed-files.ts'
import { createOpenScans } from './open-scans.ts'

/** Pages of files whose bytes are in this process: for a reading process only, since all of it decodes. */
export type PageTools = Pick<Reader, 'pageImage' | 'documentImage' | 'pageCount'> & {
  /** Whether pdf-lib can copy from a PDF within bounds, see tame-pdf.ts. */
  isTame(file: ScanFile): Promise<boolean>
  close(): void
}

export function createPageTools(): PageTools {
  const known = new Map<string, () => Uint8Array>()
  const scans = createOpenScans(async (key) => known.get(key)?.() ?? new Uint8Array())
  const filesOf = (source: ScanSource) => {
    const files = keyedFiles(source)
    for (const { key, bytes } of files) known.set(key, bytes)
    return refsOf(files)
  }
  async function use<T>(
    source: ScanSource,
    work: (scan: Scan) => Promise<T>,
  ): Promise<Result<T, ReadFailure>> {
    try {
      return await scans.use(filesOf(source), async (scan) => ok(await work(scan)))
    } catch {
      // What a decoder throws at a stranger's file is no bug of ours, as for a reading.
      return err({ code: 'scan.damaged' })
    }
  }
  return {
    pageImage: (source, page, width, rotation = 0) =>
      use(source, (scan) => scan.imageOf(page, width, rotation)),
    documentImage: (source, page, rotation = 0) => use(source, (scan) => documentImage(scan, page, rotation)),
    pageCount: (source) => use(source, async (scan) => scan.pageCount),
    isTame: (file) => isTame(file).catch(() => false),
    close: scans.close,
  }
}

async function isTame(file: ScanFile): Promise<boolean> {
  const scanned = { bytes: bytesOf(file), password: file.password ?? null }
  const opened = await openScan([scanned])
  if (!opened.ok) return false
  try {
    return (await isTamePdf(scanned)) && (await readsFirstPages(opened.value))
  } finally {
    await opened.value.close()
  }
}

/** A page that never ends is met here, before anything is made of the file. */
async function readsFirstPages(scan: Scan): Promise<true> {
  for (let page = 1; page <= Math.min(scan.pageCount, 4); page++) await scan.textOf(page)
  return true
}
