import { existsSync, readFileSync } from 'node:fs'

const [headLength, frameHead] = [32, 24]

/**
 * The pages in a write-ahead log up to its last whole transaction, oldest first, as they are to be laid over the database:
 * https://sqlite.org/fileformat.html, 4. SQLite does this itself wherever it can read the first page.
 */
export function committedPages(log: string): { page: number; bytes: Buffer }[] {
  if (!existsSync(log)) return []
  const all = readFileSync(log)
  if (all.length < headLength) return []
  const magic = all.readUInt32BE(0)
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return []
  const bigEndian = magic === 0x377f0683
  const size = all.readUInt32BE(8)
  const salt = all.subarray(16, 24)
  let sum = checksum(all.subarray(0, 24), [0, 0], bigEndian)
  const found: { page: number; bytes: Buffer }[] = []
  let committed = 0
  for (let at = headLength; at + frameHead + size <= all.length; at += frameHead + size) {
    const head = all.subarray(at, at + frameHead)
    const bytes = all.subarray(at + frameHead, at + frameHead + size)
    sum = checksum(bytes, checksum(head.subarray(0, 8), sum, bigEndian), bigEndian)
    const isValid = head.readUInt32BE(16) === sum[0] && head.readUInt32BE(20) === sum[1]
    if (!isValid || !head.subarray(8, 16).equals(salt)) break
    found.push({ page: head.readUInt32BE(0), bytes })
    if (head.readUInt32BE(4) > 0) committed = found.length
  }
  return found.slice(0, committed)
}

function checksum(bytes: Buffer, [one, two]: [number, number], bigEndian: boolean): [number, number] {
  let [a, b] = [one, two]
  const word = (at: number) => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0
    b = (b + word(at + 4) + a) >>> 0
  }
  return [a, b]
}
