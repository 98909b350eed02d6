import { findNotice, type Law } from '../law/law.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { longDay } from './format-facts.ts'

/** `file`: a kept file; null: paper that the person adds. The letter itself is always Exhibit A. */
export type NamedExhibit = { name: string; title: string; file: 'letter' | string | null }

/** All that goes with the form, in order: the letter, the files that were added, then what the person only named. */
export function namedExhibits(law: Law, letter: Letter): NamedExhibit[] {
  const facts = factsOf(letter)
  const notice = findNotice(law, facts.noticeCode)?.printedAs[0] ?? facts.noticeCode
  const dated = facts.noticeDate ? ` of ${longDay(facts.noticeDate)}` : ''
  const copy = `copy of the IRS letter${notice ? ` (${notice})` : ''}${dated}`
  const files = letter.exhibits.filter((each) => each.role === 'enclosure')
  const named = letter.answers.attachments.map((each) => each.trim()).filter(Boolean)
  return [
    { title: copy, file: 'letter' as const },
    ...files.map(({ title, id }) => ({ title, file: id })),
    ...named.map((title) => ({ title, file: null })),
  ].map((each, index) => ({ ...each, name: exhibitName(index) }))
}

/** 0 -> `Exhibit A`, 25 -> `Exhibit Z`, 26 -> `Exhibit AA`. */
function exhibitName(index: number): string {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26))
  return `Exhibit ${letters(index)}`
}
