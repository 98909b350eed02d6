import type { Line, PageText } from '../../shared/model/letter.ts'
import type { NoticeCodes } from '../../shared/reading/notice-codes.ts'
import { type NumberSeen, numbersOn } from '../../shared/reading/notice-number.ts'
import { cropPage } from './crop.ts'
import { grown, linesOfCrop } from './read-crop.ts'
import type { Recogniser } from './recogniser.ts'
import type { GreyImage } from './scan.ts'

/** What a line with a number said when it was read again; kept, since a page is asked twice. */
export type Opinions = Map<string, Promise<string[]>>

/** The confidence of a number that its second readings do not bear out. */
const doubtful = 0.3

/**
 * One misread digit makes another notice, so a number that stands in one place only is read again at two other scales.
 * It stays if one of the two agrees; where both agree on another number it is that one, else it is in doubt.
 */
export async function withSecondOpinion(
  codes: NoticeCodes,
  text: PageText,
  image: GreyImage,
  recogniser: Recogniser,
  opinions: Opinions,
): Promise<PageText> {
  const seen = numbersOn(codes, text)
  let lines = text.lines
  for (const number of seen) {
    if (seen.some((other) => other !== number && other.code === number.code)) continue
    const line = lines.find((each) => each.box === number.evidence.box)
    if (!line) continue
    const again = await linesAgain(line, image, recogniser, opinions)
    const judged = judge(codes, text, line, number, again)
    if (judged !== line) lines = lines.map((each) => (each === line ? judged : each))
  }
  return lines === text.lines ? text : { ...text, lines }
}

function judge(
  codes: NoticeCodes,
  text: PageText,
  line: Line,
  number: NumberSeen,
  readings: readonly string[],
): Line {
  const found = readings.map((reading) => codeWith(codes, text, line, reading, number.place))
  if (number.code !== null && found.includes(number.code)) return line
  const [first, second] = found
  const other = readings[0]
  if (first && first === second && other) return { ...line, text: other, confidence: 0.8 }
  return number.code === null ? line : { ...line, confidence: Math.min(line.confidence, doubtful) }
}

/** The number that the page would show in this place if the line read so. */
function codeWith(
  codes: NoticeCodes,
  text: PageText,
  line: Line,
  reading: string,
  place: NumberSeen['place'],
): string | null {
  const changed = { ...line, text: reading }
  const lines = text.lines.map((each) => (each === line ? changed : each))
  const seen = numbersOn(codes, { ...text, lines })
  return (
    seen.find((each) => each.evidence.box === line.box && each.place === place && each.code !== null)?.code ??
    null
  )
}

function linesAgain(
  line: Line,
  image: GreyImage,
  recogniser: Recogniser,
  opinions: Opinions,
): Promise<string[]> {
  const key = `${line.text} ${line.box.map((side) => side.toFixed(2)).join(' ')}`
  const before = opinions.get(key)
  if (before) return before
  const asked = Promise.all([
    readAgain(line, image, recogniser, 1.5, 'line'),
    readAgain(line, image, recogniser, 1.2, 'block'),
  ])
  opinions.set(key, asked)
  return asked
}

async function readAgain(
  line: Line,
  image: GreyImage,
  recogniser: Recogniser,
  scale: number,
  layout: 'line' | 'block',
): Promise<string> {
  const crop = await cropPage(image, grown(line.box, line.box[3], 0.3), scale)
  const lines = await linesOfCrop(crop, crop.image, layout, image, recogniser)
  return lines.map((each) => each.text).join(' ')
}
