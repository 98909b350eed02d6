import type { Structure } from '../../../shared/model/structure.ts'
import type { PageCues } from './page-cues.ts'
import type { LetterPages } from './split-letters.ts'

/**
 * The letter's pages as the letter itself numbers them, or as a person arranged them, and which of them the scan lacks. A
 * page without a printed number follows the page that it lies behind, and fills the gap there.
 */
export function orderPages(
  letter: LetterPages,
  letterCount: number,
): { own: PageCues[]; pages: number[]; structure: Structure } {
  const places = placesOf(letter)
  const sorted = letter.inThisOrder ? places : places.toSorted((a, b) => a.place - b.place)
  const printedCount = commonCount(letter.own)
  const held = new Set(places.map(({ place }) => Math.round(place)))
  const missing = Array.from({ length: printedCount ?? 0 }, (_, at) => at + 1).filter(
    (number) => !held.has(number),
  )
  const pages = sorted.map(({ cues }) => cues.page.page)
  return {
    own: sorted.flatMap(({ cues }) => (letter.own.includes(cues) ? [cues] : [])),
    pages,
    structure: {
      letterCount,
      cutBecause: letter.cutBecause,
      printedPages: sorted.map(({ cues }) =>
        letter.own.includes(cues) ? (cues.printed?.number ?? null) : null,
      ),
      printedCount,
      missingPages: missing,
      reordered: !letter.inThisOrder && pages.some((page, at) => at > 0 && page < (pages[at - 1] ?? 0)),
      excludedPages: letter.excludedPages,
    },
  }
}

type Place = { cues: PageCues; place: number }

/** Whole numbers are pages of the letter; what lies between them came along. */
function placesOf({ all, own }: LetterPages): Place[] {
  const printed = new Set(own.flatMap((page) => page.printed?.number ?? []))
  const places: Place[] = []
  let last = 0
  for (const cues of all) {
    const isOwn = own.includes(cues)
    if (isOwn && cues.printed) last = cues.printed.number
    else if (isOwn && !printed.has(Math.floor(last) + 1)) last = Math.floor(last) + 1
    else last += 0.001
    places.push({ cues, place: last })
  }
  return places
}

/** The length that most pages print. */
function commonCount(own: readonly PageCues[]): number | null {
  const votes = new Map<number, number>()
  for (const { printed } of own) if (printed) votes.set(printed.of, (votes.get(printed.of) ?? 0) + 1)
  const [first] = [...votes].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? null
}
