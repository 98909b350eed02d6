import type { Forms } from '../appeals/appeal-papers.ts'
import type { LawText } from '../i18n/message.ts'
import { textsIn } from '../i18n/text-ids.ts'
import type { Law } from '../law/law.ts'

/** Every text of the law and of the forms with its id. */
export const lawTexts = (law: Law, { forms, reasons }: Forms): LawText[] => [
  // Variants share the texts of their entry.
  ...new Set(textsIn(law)),
  ...textsIn(forms),
  ...textsIn(reasons),
]

/** The texts every language must have: numbers, citations, and addresses are the same in all. */
export const textsToTranslate = (law: Law, forms: Forms): LawText[] =>
  lawTexts(law, forms).filter(({ en }) => saysSomething(en))

/**
 * `Pub. 1660 p. 4` and the address of a page have no words to translate; `Form 9423` and `(its list was not
 * verified)` do.
 */
export const saysSomething = (text: string): boolean =>
  !/^(https?:\/\/|[\w.]+\.gov\/)\S+( and [\w-]+)?$/.test(text) &&
  /^Form \S+$|(?<![\w.])[a-z]{4,}(?!\w*\.\w)/.test(text)
