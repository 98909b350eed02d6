import type { Line } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'
import { cropPage } from '../image/crop.ts'
import { eraseMarks } from '../image/erase-marks.ts'
import type { Word } from '../rules/lines-from-words.ts'
import { grown, linesOfCrop } from './read-crop.ts'
import type { Recognizer } from './recognizer.ts'

/** Words that come out of a row of stars are read again for the digits behind them. */
export const rereadStarredWords = (
  image: GrayImage,
  words: readonly Word[],
  recognizer: Recognizer,
): Promise<Word[]> =>
  Promise.all(
    words.map(async (word) => {
      const starred = /[*#_kK].*[*#_kK]/.test(word.text) && word.text.length > 6
      const again = starred ? await readMasked(image, word, recognizer) : null
      return again ? { ...word, text: again.text, confidence: again.confidence } : word
    }),
  )

/**
 * A number whose first digits are starred or crossed out, or that stands behind a row of dots, which the engine cannot
 * read: `***-**-1234` or `**-***1234` by the place of its hyphens, else `*1234`. Two readings of the digits must agree.
 */
export async function readMasked(
  image: GrayImage,
  line: Pick<Line, 'text' | 'box' | 'confidence'>,
  recognizer: Recognizer,
): Promise<Line | null> {
  if (line.confidence > 0.6 || line.text.length < 3 || line.text.length > 40) return null
  const readings: Line[] = []
  for (const [scale, margin] of [
    [1, 0.3],
    [1.6, 0.45],
  ] as const) {
    const crop = await cropPage(image, grown(line.box, Math.min(line.box[3], 0.012), margin), scale)
    const erased = eraseMarks(crop.image)
    const [only, ...more] = await linesOfCrop(crop, erased.image, 'line', image, recognizer)
    const digits = /^[|[\]]?\s?(?:[XxKk]{3,5})?\s?(\d{4})$/.exec(only?.text ?? '')?.[1]
    if (!only || !digits || more.length > 0 || only.confidence < 0.7) return null
    readings.push({ ...only, text: erased.mask + digits })
  }
  const [first, second] = readings
  if (!first || !second || first.text.slice(-4) !== second.text.slice(-4)) return null
  return first.text === second.text ? first : { ...first, text: `*${first.text.slice(-4)}` }
}

/** Lines without what the engine made of the stars, now that the number behind them is read. */
export function withoutStars(lines: readonly Line[]): Line[] {
  const masked = lines.filter((line) => /^\*.*\d{4}$/.test(line.text))
  const isRest = ({ text, box, confidence }: Line) =>
    confidence < 0.6 &&
    text.length < 20 &&
    masked.some((number) => {
      const gap = number.box[0] - (box[0] + box[2])
      const down = box[1] + box[3] / 2 - (number.box[1] + number.box[3] / 2)
      return gap > -0.01 && gap < 0.06 && Math.abs(down) < number.box[3]
    })
  return lines.filter((line) => !isRest(line))
}
