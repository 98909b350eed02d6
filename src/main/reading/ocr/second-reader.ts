import type { Line, PageText } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'
import { cropPage } from '../image/crop.ts'
import { inkMask } from '../image/ink-mask.ts'
import { around } from '../rules/boxes.ts'
import { type NoticeCodes, withoutMarks } from '../rules/notice-codes.ts'
import { numbersOn } from '../rules/notice-number.ts'
import { unreadPlaces } from '../rules/unread-number.ts'
import { grown, linesOfCrop } from './read-crop.ts'
import type { Model, Recognizer } from './recognizer.ts'

/** What a line with a number said when it was read again; kept, since a page is asked more than once. */
export type SecondReadings = Map<string, Promise<Again>>
type Again = Pick<Line, 'text' | 'box'>

/** The confidence of a number that its other readings do not bear out, and of one on which they agree. */
const doubtful = 0.3
const agreed = 0.8
/** The most for a number that the second model has not seen. */
const alone = 0.7

/**
 * One misread digit makes another notice, so a number that stands in one place only is read again: enlarged, and by a
 * second model, and larger still where these two do not both agree. It stays where one agrees and none sees another
 * notice. What stands in a number's place and is none of the catalog becomes the one that several readings see, the
 * second model's among them.
 */
export async function withSecondReader(
  codes: NoticeCodes,
  text: PageText,
  image: GrayImage,
  recognizer: Recognizer,
  secondReadings: SecondReadings,
): Promise<PageText> {
  const seen = numbersOn(codes, text)
  const alone = seen.filter(
    ({ code }) => code === null || seen.filter((other) => other.code === code).length === 1,
  )
  const places: Place[] = alone.flatMap(({ code, evidence }) => {
    const line = text.lines.find((each) => each.box === evidence.box)
    return line ? [{ line, code }] : []
  })
  const unread = seen.some((number) => number.code !== null) ? [] : unreadPlaces(codes, text)
  places.push(...unread.map((line) => ({ line, code: null })))
  const all = { ...text, lines: [...text.lines, ...unread.filter((line) => !text.lines.includes(line))] }
  const judged = await Promise.all(
    places.map((place) => judge(place, codes, all, (way) => readingOf(place.line, way))),
  )
  if (judged.every((line, at) => line === places[at]?.line)) return text
  const lines = all.lines.map((line) => judged[places.findIndex((place) => place.line === line)] ?? line)
  return { ...text, lines: lines.filter((line) => line.text !== '') }

  function readingOf(line: Line, way: Way): Promise<Again> {
    const key = [way.model, way.scale, way.dark, line.text, ...line.box.map((side) => side.toFixed(2))].join(
      ' ',
    )
    const before = secondReadings.get(key)
    if (before) return before
    const asked = readAgain(line, image, recognizer, way)
    secondReadings.set(key, asked)
    return asked
  }
}

/** A line in which a number stands alone on its page; `code` null: what stands there is none of the catalog. */
type Place = { line: Line; code: string | null }
type Way = { model: Model; scale: number; dark?: boolean }
const first: readonly [Way, Way] = [
  { model: 'fast', scale: 2 },
  { model: 'second', scale: 1.5 },
]
/** Small print is read best at this size, some other print worse; what lies over the print is taken off. */
const larger: readonly Way[] = [
  { model: 'fast', scale: 3 },
  { model: 'second', scale: 3 },
  { model: 'fast', scale: 2, dark: true },
  { model: 'second', scale: 2, dark: true },
]
type Reading = Again & { code: string | null; model: Model }

async function judge(
  { line, code }: Place,
  codes: NoticeCodes,
  text: PageText,
  read: (way: Way) => Promise<Again>,
): Promise<Line> {
  const readBy = async (way: Way): Promise<Reading> => {
    const reading = await read(way)
    return { ...reading, code: codeWith(codes, text, line, reading.text), model: way.model }
  }
  const sure = { ...line, confidence: Math.max(line.confidence, agreed) }
  const two = await Promise.all(first.map(readBy))
  if (code !== null && two.every((reading) => reading.code === code)) return sure
  const again = [...two, ...(await Promise.all(larger.map(readBy)))]
  const [only, ...others] = new Set(
    [code, ...again.map((reading) => reading.code)].filter((each) => each !== null),
  )
  const witnesses = again.filter((reading) => reading.code === only)
  const second = witnesses.find((reading) => reading.model === 'second')
  if (only === undefined || others.length > 0 || witnesses.length === 0) return doubted(line, code)
  if (code === only) return second ? sure : { ...line, confidence: Math.min(line.confidence, alone) }
  return second && witnesses.length > 1
    ? { ...line, text: second.text, box: line.text === '' ? second.box : line.box, confidence: agreed }
    : doubted(line, code)
}

const doubted = (line: Line, code: string | null): Line =>
  code === null ? line : { ...line, confidence: Math.min(line.confidence, doubtful) }

/** The number that the page would show in this place if the line read so. */
function codeWith(codes: NoticeCodes, text: PageText, line: Line, reading: string): string | null {
  const changed = { ...line, text: reading }
  const lines = text.lines.map((each) => (each === line ? changed : each))
  const seen = numbersOn(codes, { ...text, lines })
  return seen.find((each) => each.evidence.box === line.box && each.code !== null)?.code ?? null
}

async function readAgain(
  line: Line,
  image: GrayImage,
  recognizer: Recognizer,
  { model, scale, dark }: Way,
): Promise<Again> {
  const crop = await cropPage(image, grown(line.box, line.box[3], 0.3), scale)
  const pixels = dark ? inkMask(crop.image) : crop.image
  const lines = await linesOfCrop(crop, pixels, 'line', image, recognizer, model)
  const text = withoutMarks(lines.map((each) => each.text).join(' '))
  return { text, box: lines.length > 0 ? around(lines.map((each) => each.box)) : line.box }
}
