import type { Rotation } from '../../../shared/model/arrangement.ts'
import type { PageText } from '../../../shared/model/letter.ts'
import type { PageImage } from '../read-results.ts'

/** One kept file of a scan. The password is the one that a person typed for a locked PDF. */
export type ScanFile = { bytes: Uint8Array; password?: string | null }
/** One file's bytes, or the files of a scan in the order of their pages. */
export type ScanSource = Uint8Array | readonly ScanFile[]

/** Grey pixels, one byte each, row by row. */
export type GreyImage = { width: number; height: number; pixels: Uint8Array }

/** Red, green and blue, one byte each, row by row. */
export type ColourImage = { width: number; height: number; pixels: Uint8Array }

/** An opened file of pages; pages count from 1. */
export type Scan = {
  pageCount: number
  /** Pages of each of its files, where it has several. */
  filePages?: number[]
  /**
   * The page's own text with its places; null where there is none to rely on. `rotation`: how a person turned the page,
   * clockwise and on top of what the file says.
   */
  textOf(page: number, rotation?: Rotation): Promise<PageText | null>
  /** The page as pixels, upright as far as the file itself says, about `width` wide. */
  greyOf(page: number, width: number): Promise<GreyImage>
  /** The same in colour, for a look at the whole. */
  colourOf(page: number, width: number): Promise<ColourImage>
  /** For the screen; `rotation` is clockwise and comes on top of what the file says. */
  imageOf(page: number, width: number, rotation: Rotation): Promise<PageImage>
  close(): Promise<void>
}
