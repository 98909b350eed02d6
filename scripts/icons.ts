import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

/** Draws the icon of `packaging/icon.svg` for all systems into `dist/icons`: PNG, ICO and ICNS hold PNGs as they are. */
const root = resolve(import.meta.dirname, '..')
const svg = readFileSync(join(root, 'packaging/icon.svg'))
const png = (size: number): Promise<Buffer> =>
  sharp(svg, { density: (72 * size) / 256 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer()

/** https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10): a table of contents, then the pictures. */
export function icoOf(pictures: { size: number; bytes: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, bytes }, index) => {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(bytes.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  })
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)])
}

/** Parts of four letters and a length each, big-endian; the type tells the size. */
export function icnsOf(parts: { type: string; bytes: Buffer }[]): Buffer {
  const part = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(8 + content.length, 4)
    return Buffer.concat([head, content])
  }
  return part('icns', Buffer.concat(parts.map(({ type, bytes }) => part(type, bytes))))
}

const icnsTypes = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }

export async function drawIcons(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const small = await Promise.all(
    [16, 24, 32, 48, 64, 128, 256].map(async (size) => ({ size, bytes: await png(size) })),
  )
  const large = await Promise.all(
    Object.entries(icnsTypes).map(async ([type, size]) => ({ type, bytes: await png(size) })),
  )
  writeFileSync(join(folder, 'icon.png'), await png(1024))
  writeFileSync(join(folder, 'icon.ico'), icoOf(small))
  writeFileSync(join(folder, 'icon.icns'), icnsOf(large))
}

if (import.meta.main) await drawIcons(join(root, 'dist/icons'))
