import words from '../../../../resources/words/en.json' with { type: 'json' }
import { type AppealPapers, appealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { stillBlank } from '../../../shared/appeals/still-blank.ts'
import { type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { caseAmong } from '../../../shared/telling/tell-all.ts'
import type { Core } from '../../app/core.ts'
import type { BlankFact } from '../../papers/official-forms/blank-facts.ts'

export type Blank = Omit<InEnglish<ReturnType<typeof stillBlank>>[number], 'question'>

/** The draft of one letter, as its papers are made from. */
export async function papersOf(core: Core, letter: Letter): Promise<AppealPapers> {
  const { letters, today, clockDoubt } = await core.api['letters:list'](null)
  const { forms } = await core.api['app:start'](null)
  return appealPapers(forms, caseAmong(core.law, letters, letter, today), clockDoubt)
}

/** What is still blank in the papers of a letter. */
export const blanksOf = async (core: Core, letter: Letter): Promise<Blank[]> =>
  inEnglish(stillBlank(await papersOf(core, letter))).map(({ name, what, stops }) => ({ name, what, stops }))

/** What stayed blank on an official form, by the names that the screens give its facts. */
export const blanksOfForm = (facts: readonly BlankFact[]): Blank[] =>
  facts.map(({ fact, stops }) => {
    const names: Partial<Record<string, string>> = words.officialFacts
    const name = names[fact.replace('.', '-')] ?? fact
    return { name, what: 'Answer it with waymark answer, or write it on the printed form.', stops }
  })

/** What is still blank, in lines; what stops sending comes first. */
export function blankLines(blanks: readonly Blank[]): string[] {
  const line = ({ name, what }: Blank) => `  ${name}: ${what}`
  const stopping = blanks.filter(({ stops }) => stops)
  const others = blanks.filter(({ stops }) => !stops)
  return [
    ...(stopping.length > 0 ? ['Missing. Do not send before this is filled:', ...stopping.map(line)] : []),
    ...(others.length > 0 ? ['Look at these too; they may stay blank:', ...others.map(line)] : []),
    ...(blanks.length === 0 ? ['Nothing is missing. Read it once more before you sign.'] : []),
  ]
}

/** Exit status 2 while something stops sending: a script must not mail what it wrote. */
export function markUnready(blanks: readonly Blank[]): void {
  if (blanks.some(({ stops }) => stops)) process.exitCode = 2
}
