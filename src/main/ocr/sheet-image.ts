import sharp from 'sharp'
import { preparePage } from './prepare-page.ts'
import type { PageImage } from './reader.ts'
import type { Scan } from './scan.ts'
import { cutOut } from './sheet.ts'
import { rotatePage } from './turn-page.ts'
import type { Rotation } from './worker-messages.ts'

/** A photographed sheet without the table around it, flat, evenly lit and upright; null for any other page. */
export async function sheetImage(scan: Scan, page: number, rotation: Rotation): Promise<PageImage | null> {
  const { sheet } = await cutOut(scan, page)
  if (!sheet) return null
  const { width, height, pixels } = await rotatePage(await preparePage(sheet.image), rotation)
  const raw = { width, height, channels: 1 as const }
  const bytes = await sharp(pixels, { raw }).toColourspace('b-w').jpeg({ quality: 80 }).toBuffer()
  return { type: 'image/jpeg', bytes: new Uint8Array(bytes) }
}
