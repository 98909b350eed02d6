import type { LetterPagesOverride } from './page-layout-override.ts'

/** Which pages make up which letter now, set by a person or by reading; what the screen shows and changes. */
export type PageLayout = { letters: LetterPagesOverride[]; excludedPages: number[] }

/** The same pages after one step by a person. `at` is a page of the scan, even where a letter is meant. */
export type LayoutStep = {
  kind: 'earlier' | 'later' | 'begin-letter' | 'join-before' | 'put-aside' | 'take-back'
  page: number
}

/** Whether and how a step changes the layout; null if it is not possible. */
export function stepped(layout: PageLayout, { kind, page }: LayoutStep): PageLayout | null {
  const at = layout.letters.findIndex((letter) => letter.pages.includes(page))
  const letter = layout.letters[at]
  if (!letter) return kind === 'take-back' ? takenBack(layout, page) : null
  const place = letter.pages.indexOf(page)
  switch (kind) {
    case 'earlier':
      return moved(layout, at, place, -1)
    case 'later':
      return moved(layout, at, place, 1)
    case 'begin-letter':
      return place === 0
        ? null
        : withLetters(layout, at, 1, [
            { ...letter, pages: letter.pages.slice(0, place) },
            { ...letter, pages: letter.pages.slice(place) },
          ])
    case 'join-before':
      return joinedBefore(layout, at)
    case 'put-aside':
      return putAside(layout, at, page)
    case 'take-back':
      return null
  }
}

/** Past the edge of its letter, a page moves into the next one. A letter keeps at least one page. */
function moved(layout: PageLayout, at: number, place: number, by: -1 | 1): PageLayout | null {
  const letter = layout.letters[at]
  const page = letter?.pages[place]
  if (!letter || page === undefined) return null
  const to = place + by
  const other = letter.pages[to]
  if (other !== undefined) {
    const pages = letter.pages.with(to, page).with(place, other)
    return withLetters(layout, at, 1, [{ pages, inThisOrder: true }])
  }
  const neighbor = layout.letters[at + by]
  if (!neighbor || letter.pages.length === 1) return null
  const rest = { ...letter, pages: letter.pages.filter((each) => each !== page) }
  const grown: LetterPagesOverride = {
    pages: by === 1 ? [page, ...neighbor.pages] : [...neighbor.pages, page],
    inThisOrder: true,
  }
  return by === 1 ? withLetters(layout, at, 2, [rest, grown]) : withLetters(layout, at - 1, 2, [grown, rest])
}

function joinedBefore(layout: PageLayout, at: number): PageLayout | null {
  const [before, letter] = [layout.letters[at - 1], layout.letters[at]]
  if (!before || !letter) return null
  const pages = [...before.pages, ...letter.pages]
  return withLetters(layout, at - 1, 2, [{ pages, inThisOrder: before.inThisOrder || letter.inThisOrder }])
}

function putAside(layout: PageLayout, at: number, page: number): PageLayout | null {
  const letter = layout.letters[at]
  if (!letter || (letter.pages.length === 1 && layout.letters.length === 1)) return null
  const pages = letter.pages.filter((each) => each !== page)
  const left = withLetters(layout, at, 1, pages.length > 0 ? [{ ...letter, pages }] : [])
  return { ...left, excludedPages: [...layout.excludedPages, page].sort((a, b) => a - b) }
}

/** Back to its place in the file: after the nearest page before it, else in front. */
function takenBack(layout: PageLayout, page: number): PageLayout | null {
  if (!layout.excludedPages.includes(page)) return null
  const excludedPages = layout.excludedPages.filter((each) => each !== page)
  const before = Math.max(0, ...layout.letters.flatMap(({ pages }) => pages.filter((each) => each < page)))
  const letters = layout.letters.map((letter, at) => {
    if (before === 0) return at === 0 ? { ...letter, pages: [page, ...letter.pages] } : letter
    const place = letter.pages.indexOf(before)
    return place < 0 ? letter : { ...letter, pages: letter.pages.toSpliced(place + 1, 0, page) }
  })
  return { letters, excludedPages }
}

const withLetters = (
  layout: PageLayout,
  at: number,
  count: number,
  letters: LetterPagesOverride[],
): PageLayout => ({ ...layout, letters: layout.letters.toSpliced(at, count, ...letters) })
