import { stateNames } from '../../../shared/model/clinic.ts'
import type { Line, PageText } from '../../../shared/model/letter.ts'
import { around } from './boxes.ts'
import type { Found } from './find-labeled.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Blocks of lines that end with `City, ST 12345`. */
type AddressBlock = { page: number; lines: Line[]; ofIrs: boolean }

/** Letters also write a state out: `Kansas City, Missouri 64999`. */
const writtenOut = Object.values(stateNames).flatMap((name) => [name, name.toUpperCase()])
const stateAndZip =
  `(?:${writtenOut.join('|')}|` +
  '(?:A[AEKLPRSZ]|C[AOT]|D[CE]|F[LM]|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEHINOPST]|N[CDEHJMVY]|O[HKR]|P[ARW]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])\\.?),?\\s+[\\dOoIl]{5}(?:\\s?[-–]\\s?\\d{4})?'
const cityLine = new RegExp(`^[\\p{L}][\\p{L}.'’ -]{1,40},?\\s+${stateAndZip}\\.?$`, 'u')
/** Where an address that is printed in a sentence ends. */
export const cityEnd = new RegExp(`[\\p{L}],? ${stateAndZip}(?!\\d)`, 'u')
export const isCityLine = (text: string): boolean => cityLine.test(text)
const office =
  /internal revenue service|department of the treasury|departamento del tesoro|^irs\b|servicio de impuestos internos|^stop\b|united states treasury/i
const notAddress =
  /^(?:notice|page \d|date\b|form\b|tax (?:year|period)|to contact|phone|your caller|letter\b|amount|payment|social security|taxpayer id|employer id|in reply refer|dear\b|certified|name and address|to:|department of the treasury)|[$]\s?\d|^\d{4,}(?: \d{2,}){2,}|^[\d\s]{12,}$/i

type Addresses = {
  taxpayerName: Found<string> | null
  taxpayerAddress: Found<string> | null
  returnAddress: Found<string> | null
}

/** The window's block is the taxpayer's; the one under the letterhead is the office that sent the letter. */
export function findAddresses(pages: readonly PageText[]): Addresses {
  const blocks = pages.slice(0, 1).flatMap(addressBlocks)
  const sender =
    blocks.find((block) => block.ofIrs && top(block) < 0.3) ?? blocks.find((block) => block.ofIrs)
  const recipient = blocks.find((block) => !block.ofIrs && !isNameless(block) && top(block) < 0.55)
  const split = recipient ? splitName(recipient.lines) : null
  return {
    returnAddress: sender ? foundLines(sender, sender.lines, 'return-address.letterhead') : null,
    taxpayerName: recipient && split ? foundLines(recipient, split.name, 'taxpayer.window-name', ' ') : null,
    taxpayerAddress:
      recipient && split ? foundLines(recipient, split.street, 'taxpayer.window-address') : null,
  }
}

function addressBlocks(page: PageText): AddressBlock[] {
  return paragraphsOf(withWholeCities(page))
    .flatMap(({ lines }) => cutAtCities(lines))
    .map((lines) => withLetterhead(page, lines))
    .map((lines) => ({ page: page.page, lines, ofIrs: lines.some((line) => office.test(line.text)) }))
    .sort((a, b) => top(a) - top(b))
}

/** A wide space before the state parts a city line in two. */
function withWholeCities(page: PageText): PageText {
  const states = page.lines.filter((line) => /^[A-Z]{2} \d{5}\b/.test(line.text))
  const lines = page.lines.map((line) => {
    const state = /\p{L},$/u.test(line.text) && states.find((each) => isRightBeside(line, each))
    if (!state) return line
    const confidence = Math.min(line.confidence, state.confidence)
    return { text: `${line.text} ${state.text}`, box: around([line.box, state.box]), confidence }
  })
  return { ...page, lines }
}

function isRightBeside({ box }: Line, { box: other }: Line): boolean {
  const gap = other[0] - (box[0] + box[2])
  const down = Math.abs(other[1] + other[3] / 2 - (box[1] + box[3] / 2))
  return gap > 0 && gap < 0.03 && down < 0.5 * box[3]
}

const treasury = /\b(?:department of the treasury|departamento del tesoro)\b/i

/**
 * The logo stands before the first line of the letterhead and moves its edge out of the column; at times it swallows the
 * second. What stands close below is the office's address in any case.
 */
function withLetterhead(page: PageText, lines: Line[]): Line[] {
  const [first] = lines
  if (!first || lines.some((line) => treasury.test(line.text))) return lines
  const head = page.lines.find((line) => {
    const gap = first.box[1] - (line.box[1] + line.box[3])
    const overlaps = line.box[0] < first.box[0] + first.box[2] && line.box[0] + line.box[2] > first.box[0]
    return treasury.test(line.text) && overlaps && gap > -line.box[3] && gap < 1.5 * first.box[3]
  })
  if (!head) return lines
  return [{ ...head, text: head.text.slice(head.text.search(treasury)) }, ...lines]
}

/** The lines above each city line, up to the first that cannot belong to an address. */
function cutAtCities(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  let from = 0
  for (const [at, line] of lines.entries()) {
    if (!cityLine.test(line.text)) continue
    let start = at
    while (start > from && at - start < 6 && belongs(lines[start - 1])) start--
    if (at - start >= 1) blocks.push(lines.slice(start, at + 1))
    from = at + 1
  }
  return blocks
}

const belongs = (line: Line | undefined) =>
  line !== undefined && line.text.length < 60 && (office.test(line.text) || !notAddress.test(line.text))

/** The name ends where a house number, a box or a care-of line begins. */
function splitName(lines: readonly Line[]): { name: Line[]; street: Line[] } | null {
  const first = lines.findIndex((line) => !isMailCode(line.text))
  const street = lines.findIndex(
    (line, at) => at > first && /\d|^p\.?\s?o\.?\s?box|^c\/o\b|^%/i.test(line.text),
  )
  if (first < 0 || street <= first) return null
  return { name: lines.slice(first, street), street: lines.slice(street) }
}

function foundLines(block: AddressBlock, lines: readonly Line[], rule: string, joint = '\n'): Found<string> {
  const text = lines
    .map((line) =>
      line.text
        .replace(/^reply to:?\s*/i, '')
        // A row of the mailing house's noughts that ran into the name.
        .replace(/^(?:[0OQ]{3,}\s+)+(?=\p{L})/u, '')
        .replace(/\bS(?=TH\b|th\b)/, '5')
        .replace(/\bP\.?\s?O[.,](?= Box)/i, 'P.O.')
        // The edge of a fold or of the window beside a letter.
        .replace(/(?<=\p{L})[!|)}\]](?=\s|$)/gu, '')
        .replace(/\s+/g, ' ')
        .replace(/[\s!|`~_;:—–]+$/, '')
        .trim(),
    )
    .join(joint)
    .replace(/(?<=\p{L}-) (?=\p{L})/gu, '')
  const confidence = Math.min(...lines.map((line) => line.confidence))
  return {
    value: text,
    evidence: { page: block.page, box: around(lines.map((line) => line.box)), raw: text, confidence, rule },
  }
}

/** A block that begins with a box or a stop is the rest of an office's, its letterhead lost beside the logo. */
const isNameless = ({ lines: [first] }: AddressBlock) =>
  first !== undefined && /^(?:p\.?\s?o\.?\s?box\b|(?:mail )?stop\b)/i.test(first.text)

/** The mailing house prints its own numbers above the name; a row of noughts comes out as round letters. */
const isMailCode = (text: string) =>
  (text.match(/\d/g)?.length ?? 0) >= 5 || /^(?:[0ODQNU]{4,}(?:\s+|$)){2,}$/.test(text)
const top = (block: AddressBlock) => block.lines[0]?.box[1] ?? 1
