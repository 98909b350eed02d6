/** What a file is, by its bytes. */
export type ScanType =
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'tiff'
  | 'webp'
  | 'bmp'
  | 'heic'
  | 'gif'
  | 'avif'
  | 'jp2'
  | 'office'
  | 'email'
  | 'text'
  | 'empty'
  | 'unknown'

/** The true type from the bytes; a file's name is often wrong. `office`: Word and its kin, or any other ZIP. */
export function scanTypeOf(bytes: Uint8Array): ScanType {
  if (bytes.length === 0) return 'empty'
  for (const [type, test] of signatures) if (test(bytes)) return type
  if (!isText(bytes)) return 'unknown'
  return isEmail(ascii(bytes, 0, 8192)) ? 'email' : 'text'
}

const signatures: readonly (readonly [ScanType, (bytes: Uint8Array) => boolean])[] = [
  ['jpeg', (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ['png', (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])],
  // 43 instead of 42 marks a file with places of eight bytes (BigTIFF).
  ['tiff', (bytes) => startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])],
  ['tiff', (bytes) => startsWith(bytes, [0x49, 0x49, 0x2b, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2b])],
  ['gif', (bytes) => /^GIF8[79]a/.test(ascii(bytes, 0, 6))],
  ['avif', (bytes) => ascii(bytes, 4, 4) === 'ftyp' && /^avi[fs]/.test(ascii(bytes, 8, 4))],
  ['jp2', (bytes) => ascii(bytes, 4, 8) === 'jP  \r\n\x87\n' || startsWith(bytes, [0xff, 0x4f, 0xff, 0x51])],
  ['webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP'],
  ['bmp', (bytes) => ascii(bytes, 0, 2) === 'BM' && bytes.length > 54 && bytes[6] === 0 && bytes[7] === 0],
  ['heic', (bytes) => ascii(bytes, 4, 4) === 'ftyp' && /^(hei|hev|mif1|msf1)/.test(ascii(bytes, 8, 4))],
  ['office', (bytes) => startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])],
  ['office', (bytes) => ascii(bytes, 0, 5) === '{\\rtf'],
  // Readers of PDF allow some junk before the header; mail programs put it there.
  ['pdf', (bytes) => ascii(bytes, 0, 1024).includes('%PDF-')],
]

const startsWith = (bytes: Uint8Array, head: number[]) => head.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length))

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  if (utf16) return true
  const odd = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0)
  return odd === 0
}

/** Heads as a saved message begins with, the sender's among them. */
function isEmail(head: string): boolean {
  const [heads = ''] = head.replace(/\r/g, '').split('\n\n')
  const lines = heads.split('\n').filter((line) => !/^[ \t]/.test(line))
  const named = lines.flatMap((line) => /^([A-Za-z][\w-]*):/.exec(line)?.[1]?.toLowerCase() ?? [])
  const marks = ['received', 'message-id', 'mime-version', 'return-path', 'to']
  return named.includes('from') && named.includes('subject') && marks.some((mark) => named.includes(mark))
}
