import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { ExportFile } from './export-file.ts'

/** A larger file does not fit through a window; the command line writes a folder instead. */
const largestZip = 500 * 1024 * 1024
/** More entries need another form of the list at a zip file's end, which the writer does not know. */
const mostEntries = 65_535

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
  let count = 0
  for await (const { path, content } of files) {
    // Scans are already compressed.
    const entry = /\.(json|csv)$/.test(path) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
    zip.add(entry)
    // A part is good until the next one, and the writer keeps what it is given.
    for (const part of content.parts()) {
      entry.push(part.slice())
      if (length > largestZip) return err({ code: 'export.too-large' })
    }
    entry.push(new Uint8Array(), true)
    count += 1
    if (count > mostEntries) return err({ code: 'export.too-large' })
  }
  zip.end()
  const { buffer, byteOffset, byteLength } = Buffer.concat(chunks)
  return ok(new Uint8Array(buffer, byteOffset, byteLength))
}
