import type { CutOff, PageText } from '../../../shared/model/letter.ts'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import type { PageImage } from '../read-results.ts'

/** One kept file of a scan. The password is the one that a person typed for a locked PDF. */
export type ScanFile = {
  /** A function is asked only when the reading process does not have the bytes yet. */
  bytes: Uint8Array | (() => Uint8Array)
  /** Names the bytes, as the SHA-256 of a stored file does: the reading process may still know them by it. */
  key?: string
  password?: string | null
}
/** One file's bytes, or the files of a scan in the order of their pages. */
export type ScanSource = Uint8Array | readonly ScanFile[]

export const bytesOf = ({ bytes }: ScanFile): Uint8Array => (typeof bytes === 'function' ? bytes() : bytes)

/** A file whose bytes are there to be decoded. */
export type FileBytes = { bytes: Uint8Array; password?: string | null }

/** Gray pixels, one byte each, row by row. */
export type GrayImage = { width: number; height: number; pixels: Uint8Array }

/** Red, green and blue, one byte each, row by row. */
export type ColorImage = { width: number; height: number; pixels: Uint8Array }

/** An opened file of pages; pages count from 1. */
export type Scan = {
  pageCount: number
  /** Pages of each of its files, where it has several. */
  filePages?: number[]
  /** About how many bytes it keeps in memory while it is open, decoded pixels too. */
  heldBytes: number
  /** Absent where the file is whole. */
  cutOff?: CutOff
  /**
   * The page's own text with its places; null where there is none to rely on. `rotation`: how a person turned the page,
   * clockwise and on top of what the file says. `shownOnly`: the page is drawn, and words that leave no mark on it are left
   * out.
   */
  textOf(page: number, rotation?: Rotation, shownOnly?: boolean): Promise<PageText | null>
  /** The page as pixels, upright as far as the file itself says, about `width` wide. */
  grayOf(page: number, width: number): Promise<GrayImage>
  /** The same in color, for a look at the whole. */
  colorOf(page: number, width: number): Promise<ColorImage>
  /** For the screen; `rotation` is clockwise and comes on top of what the file says. */
  imageOf(page: number, width: number, rotation: Rotation): Promise<PageImage>
  close(): Promise<void>
}
