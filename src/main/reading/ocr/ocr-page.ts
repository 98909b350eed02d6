import type { Box, Line, PageText } from '../../../shared/model/letter.ts'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import type { GrayImage, Scan } from '../files/scan.ts'
import { cropPage } from '../image/crop.ts'
import { type DetectedDocument, detectDocument } from '../image/detected-document.ts'
import { type NormalizedPage, normalizePage } from '../image/normalize-page.ts'
import { textDirectionOf } from '../image/text-direction.ts'
import { linesFromWords, type Word } from '../rules/lines-from-words.ts'
import type { NoticeCodes } from '../rules/notice-codes.ts'
import { chooseNumber, numbersOn } from '../rules/notice-number.ts'
import type { StripPlace } from '../rules/two-readings.ts'
import { dedupeWords } from './dedupe-words.ts'
import { isLegible, legibleCharacters, showsText } from './legible.ts'
import { wordsOfCrop } from './read-crop.ts'
import { type Region, type Regions, regionsOf, wordsOfRegions } from './read-regions.ts'
import type { Recognizer } from './recognizer.ts'
import { rereadUnsureLines } from './reread-lines.ts'
import { type SecondReadings, withSecondReader } from './second-reader.ts'
import { rereadStarredWords } from './starred-number.ts'
import { type SeenInPlaces, withWitness } from './strips.ts'
import type { Witness } from './witness.ts'

/** A page's text as if it had lain straight, and the way back to how it lies. */
export type DeskewedText = {
  text: PageText
  toPage: (box: Box) => Box
  uprightAspect: number
  /** Whether a person had rotated the page. */
  rotatedByPerson: boolean
}
export type PageTools = {
  recognizer: Recognizer
  witness: Witness
  codes: NoticeCodes
  /** The places on a page whose digits the rules take for facts. */
  placesOfFacts: (text: PageText) => StripPlace[]
  /** Told as soon as head or foot of a page show a number. */
  onNumber: (code: string, page: number) => void
  /** How a person turned the page, clockwise; undefined: reading decides. */
  personRotation?: Rotation | undefined
}

/**
 * Reads a page by its pixels, head and foot first. Lines of print show which two ways a page may lie; the other way
 * round is tried only when the first is not legible, and the other two when neither is. A page that a person turned is
 * read as they turned it.
 */
export async function ocrPage(scan: Scan, page: number, tools: PageTools): Promise<DeskewedText> {
  tools.recognizer.warmUp()
  const document = await detectDocument(scan, page)
  const { sideways, skew } = textDirectionOf(document.image)
  if (tools.personRotation !== undefined) {
    const lies = sideways === (tools.personRotation % 180 === 90)
    return finish(await begin(document, page, tools.personRotation, lies ? skew : 0, tools), tools)
  }
  const [[likely, other], across] = sideways ? [leftRight, upDown] : [upDown, leftRight]
  const first = await begin(document, page, likely, skew, tools)
  if (isLegible(first.lines)) return finish(first, tools)
  const tried = [first, await begin(document, page, other, skew, tools)]
  // Rules and dark areas can look like lines of print that run the other way.
  if (!tried.some(({ lines }) => isLegible(lines)))
    for (const rotation of across) tried.push(await begin(document, page, rotation, 0, tools))
  const [better = first, worse = first] = tried.toSorted(
    (a, b) => legibleCharacters(b.lines) - legibleCharacters(a.lines),
  )
  const text = await finish(better, tools)
  if (legibleCharacters(better.lines) > 0 || isLegible(text.text.lines)) return text
  const last = await finish(worse, tools)
  return legibleCharacters(last.text.lines) > legibleCharacters(text.text.lines) ? last : text
}

const upDown = [0, 180] as const satisfies Rotation[]
const leftRight = [90, 270] as const satisfies Rotation[]

type Normalized = { page: number; normalized: NormalizedPage; secondReadings: SecondReadings }
/** A page whose head is read, and its foot where the head did not settle which way is up. */
type Begun = Normalized & {
  regions: Regions
  head: Word[]
  foot: Promise<Word[]>
  lines: Line[]
  /** Whether its corner or its foot have shown a number. */
  early: Promise<boolean>
}

async function begin(
  document: DetectedDocument,
  page: number,
  rotation: Rotation,
  skew: number,
  tools: PageTools,
): Promise<Begun> {
  const normalized = await normalizePage(document, rotation, skew)
  const at: Normalized = { page, normalized, secondReadings: new Map() }
  const regions = regionsOf(normalized.image)
  const read = (some: readonly Region[]) => wordsOfRegions(normalized.image, some, tools.recognizer)
  // The two places of a number come first, and its second opinion before all the rest.
  const [inUpper, foot] = [read(regions.corner.slice(0, 1)), read([regions.foot])]
  const upper = await inUpper
  const atTop = await numberIn(at, upper, tools)
  const inLower = read(regions.corner.slice(1))
  const atEnds = atTop || (await numberIn(at, [...upper, ...(await foot)], tools))
  const inRest = read(regions.head)
  const corner = [...upper, ...(await inLower)]
  const early = atEnds
    ? Promise.resolve(true)
    : foot.then((words) => numberIn(at, [...corner, ...words], tools))
  const head = [...corner, ...(await inRest)]
  const ofHead = linesFromWords(head, aspectOf(normalized))
  const lines =
    isLegible(ofHead) && showsText(ofHead)
      ? ofHead
      : [...ofHead, ...linesFromWords(await foot, aspectOf(normalized))]
  return { ...at, regions, head, foot, lines, early }
}

async function finish(begun: Begun, tools: PageTools): Promise<DeskewedText> {
  const { normalized, regions, head, secondReadings } = begun
  const { image } = normalized
  // The number comes first: what is read meanwhile would stand in its way.
  const early = await begun.early
  const ends: Word[] = [...head, ...(await begun.foot)]
  if (!early && !(await numberIn(begun, ends, tools)) && isFromIrs(begun.lines)) {
    ends.push(...(await wordsAroundNumber(image, tools.recognizer)))
    await numberIn(begun, ends, tools)
  }
  const seen: SeenInPlaces = new Map()
  const atEnds = textOf(begun, linesFromWords(dedupeWords(ends), aspectOf(normalized)))
  const [middle] = await Promise.all([
    wordsOfRegions(image, regions.middle, tools.recognizer),
    // The second engine runs in this thread, the first one in others: meanwhile it reads what the ends say.
    withWitness(atEnds, image, tools.placesOfFacts(atEnds), tools.witness, seen),
  ])
  const found = dedupeWords([...ends, ...middle])
  const words = await rereadStarredWords(image, found, tools.recognizer)
  const read = linesFromWords(words, aspectOf(normalized))
  // What no turning made legible gains nothing from a second look.
  const lines = isLegible(read) ? await rereadUnsureLines(image, read, tools.recognizer) : read
  const text = await withSecondReader(
    tools.codes,
    textOf(begun, lines),
    image,
    tools.recognizer,
    secondReadings,
  )
  const { toPage, uprightAspect } = normalized
  const twice = await withWitness(text, image, tools.placesOfFacts(text), tools.witness, seen)
  return { text: twice, toPage, uprightAspect, rotatedByPerson: tools.personRotation !== undefined }
}

async function numberIn(at: Normalized, words: readonly Word[], tools: PageTools): Promise<boolean> {
  const lines = linesFromWords(dedupeWords(words), aspectOf(at.normalized))
  const text = textOf(at, lines)
  const sure = await withSecondReader(
    tools.codes,
    text,
    at.normalized.image,
    tools.recognizer,
    at.secondReadings,
  )
  const number = chooseNumber(numbersOn(tools.codes, sure))
  if (number) tools.onNumber(number.value, text.page)
  return number !== null
}

/** The engine leaves words out at times, in boxes above all. Both places of a number again, larger and as one column. */
async function wordsAroundNumber(image: GrayImage, recognizer: Recognizer): Promise<Word[]> {
  const words = await Promise.all(
    numberPlaces.map(async (place) => {
      const crop = await cropPage(image, place, 1.5)
      return wordsOfCrop(crop, crop.image, 'block', recognizer)
    }),
  )
  return words.flat()
}

const numberPlaces: readonly Box[] = [
  [0.45, 0.01, 0.54, 0.25],
  [0.02, 0.9, 0.96, 0.09],
]

/** A second look for a number is worth its time only on a letter of the IRS. */
const isFromIrs = (lines: readonly Line[]) =>
  lines.some((line) => /internal revenue|department of the treas|^irs\b/i.test(line.text))

const textOf = ({ page, normalized }: Normalized, lines: Line[]): PageText => ({
  page,
  aspect: aspectOf(normalized),
  source: 'ocr',
  rotation: normalized.rotation,
  lines,
})

const aspectOf = ({ image }: NormalizedPage) => image.width / image.height
