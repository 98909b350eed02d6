import type { Line } from '../../shared/model/letter.ts'
import type { Word } from '../../shared/reading/lines-from-words.ts'
import { cropPage } from './crop.ts'
import { eraseMarks } from './erase-marks.ts'
import { grown, linesOfCrop } from './read-crop.ts'
import type { Recogniser } from './recogniser.ts'
import type { GreyImage } from './scan.ts'

/** Words that come out of a row of stars are read again for the digits behind them. */
export const rereadStarredWords = (
  image: GreyImage,
  words: readonly Word[],
  recogniser: Recogniser,
): Promise<Word[]> =>
  Promise.all(
    words.map(async (word) => {
      const starred = /[*#_kK].*[*#_kK]/.test(word.text) && word.text.length > 6
      const again = starred ? await readMasked(image, word, recogniser) : null
      return again ? { ...word, text: again.text, confidence: again.confidence } : word
    }),
  )

/**
 * A number whose first digits are starred out, which the engine cannot read: `***-**-1234` where seven marks
 * are counted, else `*1234`. Two readings of the digits must agree.
 */
export async function readMasked(
  image: GreyImage,
  line: Pick<Line, 'text' | 'box' | 'confidence'>,
  recogniser: Recogniser,
): Promise<Line | null> {
  if (line.confidence > 0.6 || line.text.length < 3 || line.text.length > 18) return null
  const readings: Line[] = []
  for (const [scale, margin] of [
    [1, 0.3],
    [1.6, 0.45],
  ] as const) {
    const crop = await cropPage(image, grown(line.box, Math.min(line.box[3], 0.012), margin), scale)
    const erased = eraseMarks(crop.image)
    const [only, ...more] = await linesOfCrop(crop, erased.image, 'line', image, recogniser)
    if (!only || more.length > 0 || !/^\d{4}$/.test(only.text) || only.confidence < 0.7) return null
    readings.push({ ...only, text: (erased.marks === 7 ? '***-**-' : '*') + only.text })
  }
  const [first, second] = readings
  if (!first || !second || first.text.slice(-4) !== second.text.slice(-4)) return null
  return first.text === second.text ? first : { ...first, text: `*${first.text.slice(-4)}` }
}
