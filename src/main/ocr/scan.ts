import type { PageText } from '../../shared/model/letter.ts'
import type { PageImage } from './reader.ts'
import type { Rotation } from './worker-messages.ts'

/** Grey pixels, one byte each, row by row. */
export type GreyImage = { width: number; height: number; pixels: Uint8Array }

/** Red, green and blue, one byte each, row by row. */
export type ColourImage = { width: number; height: number; pixels: Uint8Array }

/** An opened file of pages; pages count from 1. */
export type Scan = {
  pageCount: number
  /** The page's own text with its places; null where there is none to rely on. */
  textOf(page: number): Promise<PageText | null>
  /** The page as pixels, upright as far as the file itself says, about `width` wide. */
  greyOf(page: number, width: number): Promise<GreyImage>
  /** The same in colour, for a look at the whole. */
  colourOf(page: number, width: number): Promise<ColourImage>
  /** For the screen; `rotation` is clockwise and comes on top of what the file says. */
  imageOf(page: number, width: number, rotation: Rotation): Promise<PageImage>
  close(): Promise<void>
}
