import type { PageText } from '../../../shared/model/letter.ts'
import type { CutReason, ExcludedPage } from '../../../shared/model/structure.ts'
import type { NumberSeen } from './notice-number.ts'
import { type PageSigns, pageSignsOf } from './page-signs.ts'

/** The pages that make one letter, in the order of the scan, with the numbers seen on them. */
export type LetterPages = {
  /** Every page, also those that only lie with the letter. */
  all: PageSigns[]
  /** The letter's own pages: what facts are read from. */
  own: PageSigns[]
  numbers: NumberSeen[]
  asides: ExcludedPage[]
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
    const page = pageSignsOf(text, numbersOn(text))
    const current = letters[letters.length - 1]
    if (page.aside === 'blank' || page.aside === 'fax-cover') {
      if (current) areTogether(current, page, page.aside)
      else before.push({ page: text.page, kind: page.aside })
    } else if (current && page.aside === 'enclosure') areTogether(current, page, 'enclosure')
    else if (current && isOfOthers(current) && !standsAlone(page)) current.all.push(page)
    else if (current && isEnclosedForm(page, current)) areTogether(current, page, 'enclosure')
    else placePage(letters, page)
  }
  letters[0]?.asides.unshift(...before)
  return letters
}

const isOfOthers = ({ own }: LetterPages) => own.some((page) => page.aside !== null)
/** Leaflets and letters of others go on over pages that do not say whose they are. */
const standsAlone = (page: PageSigns) =>
  page.codes.length > 0 ||
  page.aside !== null ||
  (page.hasLetterhead && (page.date !== null || page.hasGreeting))

function placePage(letters: LetterPages[], page: PageSigns): void {
  const current = letters[letters.length - 1]
  const home = page.aside === null ? homeOf(letters, page) : null
  if (home) {
    home.all.push(page)
    home.own.push(page)
    home.numbers.push(...page.numbers)
  } else {
    const cutBecause = current ? reasonsFor(page, current) : []
    letters.push({ all: [page], own: [page], numbers: [...page.numbers], asides: [], cutBecause })
  }
}

/** A page that came with a letter and is none of its own. */
export function areTogether(letter: LetterPages, page: PageSigns, kind: ExcludedPage['kind']): void {
  letter.all.push(page)
  letter.asides.push({ page: page.page.page, kind })
}

/** The letter that a page belongs to, the last one first; null: it begins one. */
function homeOf(letters: readonly LetterPages[], page: PageSigns): LetterPages | null {
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
function hasRoomFor({ printed }: PageSigns, letter: LetterPages): boolean {
  return letter.own.every(
    (own) =>
      !own.printed || !printed || (own.printed.of === printed.of && own.printed.number !== printed.number),
  )
}

/** Below 0: they contradict each other. A date alone may be misread where all else goes on. */
function likeness(page: PageSigns, letter: LetterPages): number {
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

const differs = (page: PageSigns, letter: LetterPages) =>
  page.codes.length > 0 && codesOf(letter).length > 0 && !sharesCode(page, letter)
const sharesCode = (page: PageSigns, letter: LetterPages) =>
  page.codes.some((code) => codesOf(letter).includes(code))
const codesOf = (letter: LetterPages) => letter.own.flatMap((page) => page.codes)

/** null: one of them does not say. */
function agrees(page: PageSigns, letter: LetterPages, what: 'date' | 'tin'): boolean | null {
  const known = letter.own.flatMap((own) => own[what] ?? [])
  return page[what] === null || known.length === 0 ? null : known.includes(page[what])
}

/** A page without a printed number begins a letter by its head. */
function startsLikeALetter(page: PageSigns, current: LetterPages): boolean {
  if (page.aside === 'other-paper') return true
  const numbered = current.own.every((own) => own.printed !== null)
  if (!page.hasLetterhead) return page.hasGreeting && (numbered || current.own.some((own) => own.hasGreeting))
  const isSecondHead = current.own.some((own) => own.hasLetterhead) && page.hasGreeting
  return page.date !== null || isSecondHead
}

function reasonsFor(page: PageSigns, before: LetterPages): CutReason[] {
  const again = before.own.some((own) => own.printed && own.printed.number === page.printed?.number)
  const reasons: [CutReason, boolean][] = [
    ['sender', page.aside === 'other-paper'],
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
export function isEnclosedForm({ numbers }: PageSigns, current: LetterPages): boolean {
  const isForm = numbers.length > 0 && numbers.every((number) => number.place === 'form')
  const names = (page: PageSigns) => page.page.lines.some((line) => /\bForm\s?668/i.test(line.text))
  const isLetter = current.numbers.some((number) => number.place !== 'form')
  return isForm && isLetter && current.own.some(names)
}
