import type { PageText } from '../../../shared/model/letter.ts'
import type { CutReason, ExcludedPage } from '../../../shared/model/structure.ts'
import type { NumberSeen } from './notice-number.ts'
import { type PageCues, pageCuesOf } from './page-cues.ts'

/** The pages that make one letter, in the order of the scan, with the numbers seen on them. */
export type LetterPages = {
  /** Every page, also those that only lie with the letter. */
  all: PageCues[]
  /** The letter's own pages: what facts are read from. */
  own: PageCues[]
  numbers: NumberSeen[]
  excludedPages: ExcludedPage[]
  cutBecause: CutReason[]
  /** A person gave the order of the pages. */
  inThisOrder?: boolean
}

/**
 * Parts a scan into letters. A page joins the letter that it fits best by printed page number, notice number, date and
 * taxpayer, also when the pages lie in another order; a page that fits none begins a letter, with the reasons.
 */
export function splitLetters(
  pages: readonly PageText[],
  numbersOn: (page: PageText) => NumberSeen[],
): LetterPages[] {
  const letters: LetterPages[] = []
  const before: ExcludedPage[] = []
  for (const text of pages) {
    const page = pageCuesOf(text, numbersOn(text))
    const current = letters[letters.length - 1]
    if (page.excludedAs === 'blank' || page.excludedAs === 'fax-cover') {
      if (current) areTogether(current, page, page.excludedAs)
      else before.push({ page: text.page, kind: page.excludedAs })
    } else if (current && page.excludedAs === 'enclosure') areTogether(current, page, 'enclosure')
    else if (current && isOfOthers(current) && !standsAlone(page)) current.all.push(page)
    else if (current && isEnclosedForm(page, current)) areTogether(current, page, 'enclosure')
    else placePage(letters, page)
  }
  letters[0]?.excludedPages.unshift(...before)
  return letters
}

const isOfOthers = ({ own }: LetterPages) => own.some((page) => page.excludedAs !== null)
/** Leaflets and letters of others go on over pages that do not say whose they are. */
const standsAlone = (page: PageCues) =>
  page.codes.length > 0 ||
  page.excludedAs !== null ||
  (page.hasLetterhead && (page.date !== null || page.hasGreeting))

function placePage(letters: LetterPages[], page: PageCues): void {
  const current = letters[letters.length - 1]
  const home = page.excludedAs === null ? homeOf(letters, page) : null
  if (home) {
    home.all.push(page)
    home.own.push(page)
    home.numbers.push(...page.numbers)
  } else {
    const cutBecause = current ? reasonsFor(page, current) : []
    letters.push({ all: [page], own: [page], numbers: [...page.numbers], excludedPages: [], cutBecause })
  }
}

/** A page that came with a letter and is none of its own. */
export function areTogether(letter: LetterPages, page: PageCues, kind: ExcludedPage['kind']): void {
  letter.all.push(page)
  letter.excludedPages.push({ page: page.page.page, kind })
}

/** The letter that a page belongs to, the last one first; null: it begins one. */
function homeOf(letters: readonly LetterPages[], page: PageCues): LetterPages | null {
  const [current, ...others] = [...letters].reverse().filter((letter) => !isOfOthers(letter))
  if (!current) return null
  if (!page.printed) return startsLikeALetter(page, current) || differs(page, current) ? null : current
  const free = [current, ...others].filter((letter) => hasRoomFor(page, letter))
  const [best] = free
    .map((letter) => ({ letter, score: likeness(page, letter) }))
    .filter(({ letter, score }) =>
      letter === current && page.printed?.number !== 1 ? score >= 0 : score >= 2,
    )
    .sort((a, b) => b.score - a.score)
  return best?.letter ?? null
}

/** A printed page fits once into a letter of its length. */
function hasRoomFor({ printed }: PageCues, letter: LetterPages): boolean {
  return letter.own.every(
    (own) =>
      !own.printed || !printed || (own.printed.of === printed.of && own.printed.number !== printed.number),
  )
}

/** Below 0: they contradict each other. A date alone may be misread where all else goes on. */
function likeness(page: PageCues, letter: LetterPages): number {
  const last = letter.own[letter.own.length - 1]?.printed
  const goesOn = last && page.printed && page.printed.number === last.number + 1
  if (differs(page, letter)) return -1
  const [date, tin] = [agrees(page, letter, 'date'), agrees(page, letter, 'tin')]
  if (!goesOn && (date === false || tin === false)) return -1
  return (
    (sharesCode(page, letter) ? 2 : 0) +
    (date ? 1 : 0) +
    (tin ? 2 : tin === false ? -1 : 0) +
    (goesOn ? 1 : 0)
  )
}

const differs = (page: PageCues, letter: LetterPages) =>
  page.codes.length > 0 && codesOf(letter).length > 0 && !sharesCode(page, letter)
const sharesCode = (page: PageCues, letter: LetterPages) =>
  page.codes.some((code) => codesOf(letter).includes(code))
const codesOf = (letter: LetterPages) => letter.own.flatMap((page) => page.codes)

/** null: one of them does not say. */
function agrees(page: PageCues, letter: LetterPages, what: 'date' | 'tin'): boolean | null {
  const known = letter.own.flatMap((own) => own[what] ?? [])
  return page[what] === null || known.length === 0 ? null : known.includes(page[what])
}

/** A page without a printed number begins a letter by its head. */
function startsLikeALetter(page: PageCues, current: LetterPages): boolean {
  if (page.excludedAs === 'other-paper') return true
  const numbered = current.own.every((own) => own.printed !== null)
  if (!page.hasLetterhead) return page.hasGreeting && (numbered || current.own.some((own) => own.hasGreeting))
  const isSecondHead = current.own.some((own) => own.hasLetterhead) && page.hasGreeting
  return page.date !== null || isSecondHead
}

function reasonsFor(page: PageCues, before: LetterPages): CutReason[] {
  const again = before.own.some((own) => own.printed && own.printed.number === page.printed?.number)
  const reasons: [CutReason, boolean][] = [
    ['sender', page.excludedAs === 'other-paper'],
    ['page-again', again && page.printed?.number !== 1],
    ['page-one', page.printed?.number === 1],
    ['number', differs(page, before)],
    ['date', agrees(page, before, 'date') === false],
    ['taxpayer', agrees(page, before, 'tin') === false],
    ['letterhead', page.hasLetterhead],
  ]
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

/** A letter that names Form 668 brings its copy along. */
export function isEnclosedForm({ numbers }: PageCues, current: LetterPages): boolean {
  const isForm = numbers.length > 0 && numbers.every((number) => number.place === 'form')
  const names = (page: PageCues) => page.page.lines.some((line) => /\bForm\s?668/i.test(line.text))
  const isLetter = current.numbers.some((number) => number.place !== 'form')
  return isForm && isLetter && current.own.some(names)
}
