import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import type { ExportFile, Import } from './export-file.ts'

/** A larger file does not fit through a window; the command line writes a folder instead. */
export const largestZip = 500 * 1024 * 1024
/** The largest size that a zip file may unpack to; anything larger is a mistake or an attack. */
const largestContent = 2 * 1024 * 1024 * 1024

export async function zipOf(
  files: AsyncIterable<ExportFile>,
): Promise<Result<Uint8Array<ArrayBuffer>, Failure<'export.too-large'>>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const zip = new Zip((failure, chunk) => {
    if (failure) throw failure
    chunks.push(chunk)
    length += chunk.length
  })
  for await (const { path, content } of files) {
    // Scans are already compressed.
    const entry = /\.(json|csv)$/.test(path) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
    zip.add(entry)
    entry.push(content, true)
    if (length > largestZip) return err({ code: 'export.too-large' })
  }
  zip.end()
  return ok(new Uint8Array(Buffer.concat(chunks)))
}

/** Unpacks a zip file in memory; its paths are keys in a table and never reach the disk. */
export function openZip(
  bytes: Uint8Array,
): Result<Import, Failure<'import.not-an-export' | 'import.too-large'>> {
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        return total <= largestContent
      },
    })
    if (total > largestContent) return err({ code: 'import.too-large' })
    const byPath = new Map(Object.entries(files))
    const prefix = prefixOf([...byPath.keys()])
    return ok((path) => byPath.get(prefix + path))
  } catch {
    return err({ code: 'import.not-an-export' })
  }
}

/** A person may have zipped the folder again, so that everything is one folder deeper. */
const prefixOf = (paths: readonly string[]): string =>
  paths.find((path) => /^[^/]+\/waymark-export\.json$/.test(path))?.replace(/[^/]+$/, '') ?? ''
