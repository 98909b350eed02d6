import type { PageText } from '../../../shared/model/letter.ts'

export type PrintedPage = { number: number; of: number }

/** `Page 2 of 6` as printed at the upper or lower edge of the page; null where it is not. */
export function printedPageOf(page: PageText): PrintedPage | null {
  for (const line of page.lines) {
    const match = /(?:^|\s)(?:page|p[aá]gina)\s?([\dIl|]{1,3})\s?(?:of|de|\/)\s?([\dIl|]{1,3})(?!\d)/i.exec(
      line.text,
    )
    const edge = line.box[1] < 0.35 || line.box[1] > 0.85
    const [number, of] = [digitsOf(match?.[1]), digitsOf(match?.[2])]
    if (edge && number >= 1 && of >= number) return { number, of }
  }
  return null
}

/** OCR often takes a single 1 for a letter. */
const digitsOf = (text = '') => (text === '' ? Number.NaN : Number(text.replace(/[Il|]/g, '1')))
