import type { PageText } from '../model/letter.ts'

/** `Page 2 of 6` as printed on the page; null where it is not. */
export function printedPageOf(page: PageText): { number: number; of: number } | null {
  for (const line of page.lines) {
    const match = /\b(?:page|p[aá]gina) (\d{1,3}) (?:of|de) (\d{1,3})\b/i.exec(line.text)
    const edge = line.box[1] < 0.35 || line.box[1] > 0.85
    const [number, of] = [Number(match?.[1]), Number(match?.[2])]
    if (edge && number >= 1 && of >= number) return { number, of }
  }
  return null
}
