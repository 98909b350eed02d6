import type { InEnglish } from '../i18n/english.ts'
import { type Message, say } from '../i18n/message.ts'
import { type Law, printedName } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { said } from './said.ts'

/**
 * `file`: a stored file; null: paper that the person adds. The copy of the letter comes last and has no
 * exhibit letter, so nothing added later can renumber it.
 */
export type NamedExhibit = { name: Message; title: Message; file: 'letter' | string | null }

/** Everything that goes with the form, in order: attached files, things the person only named, the letter. */
export function namedExhibits(law: Law, letter: Letter): NamedExhibit[] {
  const facts = factsOf(letter)
  const notice = facts.noticeCode && printedName(law, facts.noticeCode)
  const files = letter.exhibits.filter((each) => each.role === 'enclosure')
  const named = letter.answers.attachments.map(said).filter(Boolean)
  const exhibits = [
    ...files.map(({ title, id }) => ({ title: { verbatim: title }, file: id })),
    ...named.map((title) => ({ title: { verbatim: title }, file: null })),
  ].map((each, index) => ({ ...each, name: exhibitName(index) }))
  return [...exhibits, { title: copyTitle(notice, facts.noticeDate), file: 'letter', name: letterCopy }]
}

/** What the copy of the letter is called where exhibits have a letter of the alphabet. */
export const letterCopy = say('exhibit.letterCopy')

function copyTitle(name: string | null, day: Day | null): Message {
  if (name && day) return say('exhibit.copyNamedDated', { name, day })
  if (name) return say('exhibit.copyNamed', { name })
  return day ? say('exhibit.copyDated', { day }) : say('exhibit.copy')
}

/** `Exhibits B and C` of `[B, C]`; empty for none. */
export function exhibitList(exhibits: InEnglish<NamedExhibit>[]): string {
  const letters = exhibits.map(({ name }) => name.replace('Exhibit ', ''))
  const last = letters.pop()
  if (last === undefined) return ''
  return letters.length > 0 ? `Exhibits ${letters.join(', ')} and ${last}` : `Exhibit ${last}`
}

/** 0 -> `Exhibit A`, 25 -> `Exhibit Z`, 26 -> `Exhibit AA`. */
function exhibitName(index: number): Message {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26))
  return say('exhibit.name', { letter: letters(index) })
}
