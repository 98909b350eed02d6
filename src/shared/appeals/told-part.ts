import type { Message, Sentence } from '../i18n/message.ts'
import type { AppealAnswers } from '../model/appeal.ts'
import type { DraftSource, SaidSentence, StatementPart } from './draft.ts'
import type { QuestionId } from './question.ts'

/** Two sign as "we". */
export const byTwo = ({ joint }: Pick<AppealAnswers, 'joint'>): boolean => joint === 'bothSign'

/** One sentence with its source and its question. */
export const sentence = (text: string, from: DraftSource, question: QuestionId): SaidSentence => ({
  text,
  from,
  question,
})

/** A part of a statement from its paragraphs, each a list of sentences. */
export function toldPart(
  heading: Sentence,
  question: QuestionId,
  paragraphs: SaidSentence[][],
  check?: Message,
): StatementPart {
  const sentences = paragraphs.flat()
  return {
    ...{ heading, question, sentences },
    text: paragraphs.map((each) => each.map(({ text }) => text).join(' ')).join('\n'),
    from: [...new Set(sentences.map(({ from }) => from))],
    ...(check ? { check } : {}),
  }
}

/** What of a citation an Appeals officer can look up: the law and what the IRS publishes, not a form or a rule of ours. */
const isAuthority = /^(?:IRC|\d+ U\.S\.C\.|Pub\.|IRS Collection)/

/** `Please release the levy (IRC 6343(a)).`: a sentence with the authority for it. */
export function cited(text: string, citation: string): string {
  const authority = citation
    .split(/;\s*/)
    .filter((each) => isAuthority.test(each))
    .join('; ')
  return authority ? `${text.replace(/\.$/, '')} (${authority}).` : text
}
