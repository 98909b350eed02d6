import sharp from 'sharp'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import type { Scan } from '../files/scan.ts'
import type { PageImage } from '../read-results.ts'
import { cropDocument } from './detected-document.ts'
import { preparePage } from './prepare-page.ts'
import { rotatePage } from './rotate-page.ts'

/** A photographed sheet without the table around it, flat, evenly lit and upright; null for any other page. */
export async function documentImage(scan: Scan, page: number, rotation: Rotation): Promise<PageImage | null> {
  const { document } = await cropDocument(scan, page)
  if (!document) return null
  const { width, height, pixels } = await rotatePage(await preparePage(document.image), rotation)
  const raw = { width, height, channels: 1 as const }
  const bytes = await sharp(pixels, { raw }).toColorspace('b-w').jpeg({ quality: 80 }).toBuffer()
  return { type: 'image/jpeg', bytes: new Uint8Array(bytes) }
}
