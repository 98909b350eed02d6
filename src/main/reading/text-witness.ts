import type { Line, PageText, Reading } from '../../shared/model/letter.ts'
import type { Scan } from './files/scan.ts'
import { cropPage } from './image/crop.ts'
import { rotatePage } from './image/rotate-page.ts'
import { grown, linesOfCrop } from './ocr/read-crop.ts'
import type { Recognizer } from './ocr/recognizer.ts'

/** Print at this width, about 200 dpi, is read without a slip. */
const readableWidth = 1700
const mostStrips = 3
/** Of the digits in a strip; clean print gives all of them, a wrong character map or unseen text next to none. */
const leastAlike = 0.5

/**
 * Whether the page shows the digits that its text layer states: a font's character map may say others than its glyphs. A few
 * lines are read from the picture, those of the facts first.
 */
export async function showsItsText(
  scan: Scan,
  text: PageText,
  letters: readonly Reading[],
  recognizer: Recognizer,
): Promise<boolean> {
  const lines = linesToCompare(text, letters)
  if (lines.length === 0) return true
  const image = await rotatePage(await scan.grayOf(text.page, readableWidth), text.rotation)
  const shown = await Promise.all(
    lines.map(async (line) => {
      const crop = await cropPage(image, grown(line.box, line.box[3], 0.25), 1)
      const seen = await linesOfCrop(crop, crop.image, 'line', image, recognizer)
      const digits = digitsOf(line.text)
      const alike = sharedInOrder(digits, digitsOf(seen.map((each) => each.text).join(' ')))
      return alike >= leastAlike * digits.length
    }),
  )
  return shown.every(Boolean)
}

/** What costs most if it is wrong comes first. */
const facts = ['noticeCode', 'respondByDate', 'noticeDate', 'amountDue', 'terminationDate'] as const

function linesToCompare(text: PageText, letters: readonly Reading[]): Line[] {
  // Stars that hide a number are read as anything.
  const withDigits = text.lines.filter(
    (line) => digitsOf(line.text).length > 2 && !/[*#•]{2}/.test(line.text),
  )
  const ofFacts = facts.flatMap((name) =>
    letters.flatMap(({ evidence }) => {
      const found = evidence[name]
      return found?.page === text.page ? withDigits.filter(({ box }) => box.join() === found.box.join()) : []
    }),
  )
  return [...new Set([...ofFacts, ...withDigits])].slice(0, mostStrips)
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The length of the longest sequence that both hold in this order. */
function sharedInOrder(a: string, b: string): number {
  let lengths = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    for (const [at, other] of [...b].entries())
      next.push(one === other ? (lengths[at] ?? 0) + 1 : Math.max(lengths[at + 1] ?? 0, next[at] ?? 0))
    lengths = next
  }
  return lengths[b.length] ?? 0
}
