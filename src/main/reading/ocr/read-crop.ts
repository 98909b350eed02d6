import type { Box, Line } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'
import type { Crop } from '../image/crop.ts'
import { linesFromWords, type Word } from '../rules/lines-from-words.ts'
import type { Model, PageLayout, Recognizer } from './recognizer.ts'

/** The lines in a piece of a page, at their places on the page; `pixels` may be a retouched copy of the piece. */
export async function linesOfCrop(
  crop: Crop,
  pixels: GrayImage,
  layout: PageLayout,
  page: GrayImage,
  recognizer: Recognizer,
  model: Model = 'fast',
): Promise<Line[]> {
  const words = await wordsOfCrop(crop, pixels, layout, recognizer, model)
  return linesFromWords(words, page.width / page.height)
}

/** The same, word by word. */
export async function wordsOfCrop(
  crop: Crop,
  pixels: GrayImage,
  layout: PageLayout,
  recognizer: Recognizer,
  model: Model = 'fast',
): Promise<Word[]> {
  const words = await recognizer.words(pixels, layout, model)
  return words.map((word) => ({ ...word, box: crop.toPage(word.box), size: word.size / crop.pageHeight }))
}

/** A box with some room around it; `by` is a line's height. */
export const grown = ([x, y, w, h]: Box, by: number, share = 0.45): Box => {
  const left = Math.max(0, x - 0.8 * by)
  const top = Math.max(0, y - share * by)
  return [left, top, Math.min(1 - left, w + x - left + 0.8 * by), Math.min(1 - top, h + y - top + share * by)]
}
