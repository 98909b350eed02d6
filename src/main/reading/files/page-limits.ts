/** More than 12000 x 12000: no sheet of paper needs that many. */
export const maxPixels = 150_000_000

/** Bytes of a picture as it is decoded; deep colors and interlacing make big ones of small files. */
export const maxDecodedBytes = 640 * 1024 * 1024

/** No letter comes near; each page costs a second or so. */
export const maxPages = 2000

/**
 * The frame that a page is drawn into: `width` wide, and never so tall that a strip of a page (a till roll, or a file made
 * to hurt) fills the memory. A page taller than that comes out narrower.
 */
export const frameOf = (width: number) => ({
  width,
  height: Math.min(8 * width, 16_000),
  fit: 'inside' as const,
})
