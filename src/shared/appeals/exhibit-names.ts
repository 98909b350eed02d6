import { findNotice, type Law } from '../law/law.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { longDay } from './format-facts.ts'

/**
 * `file`: a kept file; null: paper that the person adds. The copy of the letter comes last and carries no exhibit
 * letter: nothing that is added later can move it.
 */
export type NamedExhibit = { name: string; title: string; file: 'letter' | string | null }

/** All that goes with the form, in order: the files that were added, what the person only named, the letter. */
export function namedExhibits(law: Law, letter: Letter): NamedExhibit[] {
  const facts = factsOf(letter)
  const notice = findNotice(law, facts.noticeCode)?.printedAs[0] ?? facts.noticeCode
  const dated = facts.noticeDate ? ` of ${longDay(facts.noticeDate)}` : ''
  const copy = `Copy of the IRS letter${notice ? ` (${notice})` : ''}${dated}`
  const files = letter.exhibits.filter((each) => each.role === 'enclosure')
  const named = letter.answers.attachments.map((each) => each.trim()).filter(Boolean)
  const exhibits = [
    ...files.map(({ title, id }) => ({ title, file: id })),
    ...named.map((title) => ({ title, file: null })),
  ].map((each, index) => ({ ...each, name: exhibitName(index) }))
  return [...exhibits, { title: copy, file: 'letter', name: letterCopy }]
}

/** What the copy of the letter is called where exhibits have a letter of the alphabet. */
export const letterCopy = 'Copy of the letter'

/** `Exhibits B and C` of `[B, C]`; empty for none. */
export function exhibitList(exhibits: NamedExhibit[]): string {
  const letters = exhibits.map(({ name }) => name.replace('Exhibit ', ''))
  const last = letters.pop()
  if (last === undefined) return ''
  return letters.length > 0 ? `Exhibits ${letters.join(', ')} and ${last}` : `Exhibit ${last}`
}

/** 0 -> `Exhibit A`, 25 -> `Exhibit Z`, 26 -> `Exhibit AA`. */
function exhibitName(index: number): string {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26))
  return `Exhibit ${letters(index)}`
}
