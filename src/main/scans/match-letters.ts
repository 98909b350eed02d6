import { noAnswers } from '../../shared/model/appeal.ts'
import type { Library } from '../storage/open-library.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'

type Row = Pick<LetterRow, 'id' | 'pages' | 'superseded' | 'reading'>

/**
 * Which letter of a scan each group of pages is: the one with the same pages, or else the one that starts
 * with the same page, or else one that shares a page, or else one from which nothing was read. A letter that
 * a person worked on takes precedence over one that nobody touched. null: a new letter.
 */
export function matchLetters<R extends Row>(
  rows: readonly R[],
  groups: readonly (readonly number[])[],
  isWorkedOn: (row: R) => boolean,
): { matched: (R | null)[]; unmatched: R[] } {
  const matched: (R | null)[] = groups.map(() => null)
  let unmatched = rows.toSorted((a, b) => Number(a.superseded) - Number(b.superseded))
  for (const fits of [hasSamePages, beginsTheSame, sharesAPage, isShownAndUnread]) {
    groups.forEach((pages, at) => {
      const row = matched[at] ? undefined : unmatched.find((each) => fits(each, pages))
      if (!row) return
      matched[at] = row
      unmatched = unmatched.filter((each) => each !== row)
    })
  }
  for (const row of unmatched.filter((each) => !each.superseded && isWorkedOn(each))) {
    const at = groups.findIndex((pages) => sharesAPage(row, pages))
    const holder = matched[at]
    if (!holder || isWorkedOn(holder)) continue
    matched[at] = row
    unmatched = [...unmatched.filter((each) => each !== row), holder]
  }
  return { matched, unmatched }
}

type Fits = (row: Row, pages: readonly number[]) => boolean
const hasSamePages: Fits = (row, pages) =>
  row.pages.length === pages.length && row.pages.every((page) => pages.includes(page))
const beginsTheSame: Fits = (row, pages) => row.pages.length > 0 && row.pages[0] === pages[0]
const sharesAPage: Fits = (row, pages) => row.pages.some((page) => pages.includes(page))
const isShownAndUnread: Fits = (row) => !row.superseded && hasNothingRead(row)

export const hasNothingRead = ({ reading }: Pick<LetterRow, 'reading'>): boolean =>
  reading === null || Object.keys(reading.evidence).length === 0

/** A person said something about the letter that reading it again cannot bring back. */
export const isWorkedOn = (
  library: Pick<Library, 'events' | 'exhibits' | 'mailings'>,
  { id, confirmed, answers }: LetterRow,
): boolean =>
  confirmed !== null ||
  JSON.stringify(answers) !== JSON.stringify(noAnswers) ||
  library.events.listOfLetter(id).length > 0 ||
  library.exhibits.listOfLetter(id).length > 0 ||
  library.mailings.listOfLetter(id).length > 0
