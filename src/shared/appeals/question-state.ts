import type { AppealAnswers, CollectionAction } from '../model/appeal.ts'
import type { CaseEventKind } from '../model/case-event.ts'
import type { Letter } from '../model/letter.ts'
import { contactOf } from '../telling/contact.ts'
import type { AppealPapers } from './appeal-papers.ts'
import type { QuestionId } from './question.ts'
import { type Chosen, needsAmount, needsDay } from './reasons.ts'

/** What is known about one appeal. `answers`: with what the letter says in the empty ones. */
export type Known = {
  letter: Letter
  papers: AppealPapers
  answers: AppealAnswers
  actions: CollectionAction[]
  chosen: Chosen
  events: CaseEventKind[]
}

/** Whether a question holds an answer, given by the person or by the letter. */
export function isAnswered(id: QuestionId, known: Known): boolean {
  const nth = Number(/^(?:reason|offer)-(\d+)$/.exec(id)?.[1] ?? 0) - 1
  if (id.startsWith('reason-')) return (known.chosen.reasons[nth]?.detail ?? '') !== ''
  if (id.startsWith('offer-')) return isComplete(known.chosen.remedies[nth])
  return answered[id as keyof typeof answered](known)
}

function isComplete(offer: Chosen['remedies'][number] | undefined): boolean {
  if (!offer) return false
  const { remedy, amount, day } = offer
  return (!needsAmount(remedy) || amount !== '') && (!needsDay(remedy) || day !== '')
}

const always = () => true
const said = (text: string): boolean => text.trim() !== ''

const answered: Record<
  Exclude<QuestionId, `reason-${number}` | `offer-${number}`>,
  (known: Known) => boolean
> = {
  route: always,
  facts: always,
  action: ({ actions }) => actions.length > 0,
  joint: ({ answers }) => answers.joint !== null,
  who: ({ answers }) => said(answers.name) && said(answers.street),
  second: ({ answers }) => said(answers.jointName),
  reach: ({ answers }) => said(answers.homePhone) || said(answers.businessPhone),
  number: ({ answers }) => said(answers.tin),
  signer: always,
  contact: ({ letter }) => contactOf(letter) !== null,
  events: ({ letter, events }) => letter.events.some(({ kind }) => events.some((each) => each === kind)),
  reasons: ({ chosen, answers }) => chosen.reasons.length > 0 || said(answers.whyWrong),
  own: ({ answers }) => said(answers.whyWrong),
  harm: ({ answers }) => said(answers.harm),
  offers: ({ chosen, answers }) => chosen.remedies.length > 0 || said(answers.fix),
  fix: ({ answers }) => said(answers.fix),
  exhibits: ({ letter, answers }) =>
    answers.attachments.length > 0 || letter.exhibits.some(({ role }) => role === 'enclosure'),
  where: ({ papers }) => papers.draft.whereToSend.addressFrom !== null,
  look: always,
  print: () => false,
  sent: ({ letter }) => letter.mailings.length > 0,
}
