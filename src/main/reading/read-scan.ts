import { factNames, type PageText, type Reading, type ScanReading } from '../../shared/model/letter.ts'
import { type PageLayoutOverride, type Rotation, turnOf } from '../../shared/model/page-layout-override.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import { safeStack } from '../log/safe-stack.ts'
import type { Scan } from './files/scan.ts'
import { type DeskewedText, ocrPage, type PageTools } from './ocr/ocr-page.ts'
import type { Recognizer } from './ocr/recognizer.ts'
import { storedPage, textAsItLies } from './ocr/stored-page.ts'
import type { Witness } from './ocr/witness.ts'
import type { ReadFailure } from './read-results.ts'
import { type KnownNumbers, noticeCodesFrom } from './rules/notice-codes.ts'
import { chooseNumber, numbersOn } from './rules/notice-number.ts'
import { readLetters } from './rules/read-letters.ts'
import { placesOfFacts } from './rules/two-readings.ts'
import { showsItsText } from './text-witness.ts'

type ReadingTools = {
  numbers: KnownNumbers
  /** What a person said about the pages; null: nothing. */
  layoutOverride: PageLayoutOverride | null
  /** What was read on its pages before. */
  storedPages: readonly PageText[]
  /** null when its language data is missing: text layers can be read all the same. */
  recognizer: Recognizer | null
  witness: Witness
  /** How many pages are read at the same time. */
  atOnce: number
  onPage: (page: number, of: number) => void
  /** The number of the first page, before the rest of it is read. */
  onFirstNumber: (code: string) => void
  canceled: () => boolean
  /** Milliseconds since the file's bytes were given. */
  elapsed: () => number
}

/** From the pages of a scan to the letters in it. */
export async function readScan(scan: Scan, tools: ReadingTools): Promise<Result<ScanReading, ReadFailure>> {
  const codes = noticeCodesFrom(tools.numbers)
  const firstSeen = new Map<string, number>()
  let isTold = false
  const onNumber = (code: string, page: number) => {
    if (page === 1 && !isTold) tools.onFirstNumber(code)
    isTold ||= page === 1
    if (!firstSeen.has(code)) firstSeen.set(code, Math.round(tools.elapsed()))
  }
  const { numbers, witness } = tools
  const placesOf = (text: PageText) => placesOfFacts(readLetters(numbers, [text]).letters, text)
  const pageTools = { codes, onNumber, witness, placesOfFacts: placesOf }
  const texts = await readPages(scan, tools, pageTools)
  if (!texts.ok) return texts
  const { isIrs, letters } = await readShown(scan, texts.value, tools, pageTools)
  const placed = letters.map((letter) => ({
    ...asItLies(letter, texts.value),
    ...(scan.cutOff ? { cutOff: scan.cutOff } : {}),
  }))
  const number = letters[0]?.facts.noticeCode
  const msToNumber = number ? (firstSeen.get(number) ?? Math.round(tools.elapsed())) : null
  return ok({
    pageCount: scan.pageCount,
    ...(scan.filePages ? { filePages: scan.filePages } : {}),
    isIrs,
    letters: placed,
    texts: texts.value.map(textAsItLies),
    msToNumber,
  })
}

/**
 * The letters in the texts of the pages. A text layer is believed only as far as its page shows it, and only pages that
 * facts come from are drawn for that: what they turn out to say may put other facts on other pages.
 */
async function readShown(
  scan: Scan,
  texts: DeskewedText[],
  tools: ReadingTools,
  common: CommonTools,
): Promise<ReturnType<typeof readLetters>> {
  const looked = new Set<number>()
  for (;;) {
    const level = texts.map((page) => page.text)
    const read = readLetters(tools.numbers, level, tools.layoutOverride?.letters)
    const pages = level.filter(
      ({ source, page }) => source === 'text-layer' && !looked.has(page) && hasFacts(read.letters, page),
    )
    if (pages.length === 0 || tools.canceled()) return read
    for (const { page } of pages) {
      looked.add(page)
      const shown = await shownPage(scan, page, read.letters, tools, common)
      if (shown) texts[page - 1] = shown
    }
  }
}

const hasFacts = (letters: readonly Reading[], page: number): boolean =>
  letters.some(
    ({ pages, evidence }) =>
      pages[0] === page || Object.values(evidence).some((evidence) => evidence.page === page),
  )

/** A page of text as a person sees it; null where it cannot be drawn or read, and its text is all there is. */
async function shownPage(
  scan: Scan,
  page: number,
  letters: readonly Reading[],
  tools: ReadingTools,
  common: CommonTools,
): Promise<DeskewedText | null> {
  const { recognizer, layoutOverride } = tools
  const personRotation = turnOf(layoutOverride, page)
  try {
    const text = await scan.textOf(page, personRotation, true)
    const isBelieved = text && (!recognizer || (await showsItsText(scan, text, letters, recognizer)))
    if (isBelieved) return asText(text, personRotation)
    return recognizer && (await ocrPage(scan, page, { recognizer, ...common, personRotation }))
  } catch (error) {
    console.error(`waymark: a page of text could not be drawn: ${safeStack(error)}`)
    return null
  }
}

const asText = (text: PageText, personRotation: Rotation | undefined): DeskewedText => ({
  text,
  toPage: (box) => box,
  uprightAspect: text.aspect,
  rotatedByPerson: personRotation !== undefined,
})

/** Rules work on straight lines; evidence is shown on the page as it lies. */
function asItLies(letter: Reading, pages: readonly DeskewedText[]): Reading {
  const evidence: Reading['evidence'] = {}
  for (const name of factNames) {
    const found = letter.evidence[name]
    const page = found && pages[found.page - 1]
    if (found && page) evidence[name] = { ...found, box: page.toPage(found.box) }
  }
  return { ...letter, evidence }
}

/** A page that was read before, or had nothing to read by its pixels: its number is there at once. */
function withNumber(level: DeskewedText, { codes, onNumber }: CommonTools): DeskewedText {
  const number = chooseNumber(numbersOn(codes, level.text))
  if (number) onNumber(number.value, level.text.page)
  return level
}

/** What reading a page needs beside an engine. */
type CommonTools = Omit<PageTools, 'recognizer' | 'personRotation'>

async function readPages(
  scan: Scan,
  tools: ReadingTools,
  common: CommonTools,
): Promise<Result<DeskewedText[], ReadFailure>> {
  const texts: DeskewedText[] = []
  let next = 1
  let done = 0
  let failure: ReadFailure | null = null
  async function work(): Promise<void> {
    while (next <= scan.pageCount && !failure) {
      const page = next++
      if (tools.canceled()) failure = { code: 'read.cancelled' }
      const text = failure ? null : await readPage(scan, page, tools, common)
      if (text?.ok === false) failure = text.error
      if (text?.ok) {
        texts[page - 1] = text.value
        tools.onPage(++done, scan.pageCount)
      }
    }
  }
  await Promise.all(Array.from({ length: tools.atOnce }, work))
  return failure ? err(failure) : ok(texts)
}

async function readPage(
  scan: Scan,
  page: number,
  { recognizer, layoutOverride, storedPages }: ReadingTools,
  common: CommonTools,
): Promise<Result<DeskewedText, ReadFailure>> {
  const personRotation = turnOf(layoutOverride, page)
  try {
    const before = storedPage(storedPages, page, personRotation)
    if (before) return ok(withNumber(before, common))
    const text = await scan.textOf(page, personRotation)
    if (text) return ok(withNumber(asText(text, personRotation), common))
    if (!recognizer) return err({ code: 'read.no-language-data', page })
    return ok(await ocrPage(scan, page, { recognizer, ...common, personRotation }))
  } catch (error) {
    // Decoders throw on broken pages in many ways, and none of them says more than this.
    console.error(`waymark: a page could not be read: ${safeStack(error)}`)
    return err({ code: 'scan.damaged', page })
  }
}
