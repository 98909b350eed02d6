import type { DraftForm } from '../model/appeal.ts'
import { assertNever } from '../model/result.ts'

/** The parts of the interview, in order. */
export const interviewParts = [
  'start',
  'you',
  'happened',
  'why',
  'ask',
  'proof',
  'where',
  'look',
  'print',
  'sent',
] as const
export type InterviewPart = (typeof interviewParts)[number]

/** The questions that every interview may have, each with its part. */
const partOfQuestion = {
  route: 'start',
  facts: 'start',
  action: 'start',
  joint: 'you',
  who: 'you',
  second: 'you',
  reach: 'you',
  number: 'you',
  signer: 'you',
  contact: 'happened',
  events: 'happened',
  reasons: 'why',
  own: 'why',
  harm: 'why',
  offers: 'ask',
  fix: 'ask',
  exhibits: 'proof',
  where: 'where',
  look: 'look',
  print: 'print',
  sent: 'sent',
} as const satisfies Record<string, InterviewPart>
type FixedQuestion = keyof typeof partOfQuestion

/**
 * What names a question. It is a part of an address, which a browser keeps: a reason and an offer are named by their
 * place among those that were chosen, so that an address says nothing about a person.
 */
export type QuestionId = FixedQuestion | `reason-${number}` | `offer-${number}`

export function partOf(id: QuestionId): InterviewPart {
  if (id.startsWith('reason-')) return 'why'
  if (id.startsWith('offer-')) return 'ask'
  return partOfQuestion[id as FixedQuestion]
}

/** The question that fills a block of a form; null: nobody is asked, as for the part that the IRS fills. */
export function questionOfBlock(form: DraftForm, block: string): QuestionId | null {
  switch (form) {
    case '9423':
      return of9423[block] ?? null
    case '12153':
      return of12153[block] ?? null
    default:
      return assertNever(form, 'a form without questions')
  }
}

const of9423: Record<string, QuestionId> = {
  '1': 'who',
  '2': 'signer',
  '3': 'number',
  '4': 'reach',
  '5': 'reach',
  '6': 'signer',
  '7': 'who',
  '8': 'who',
  '9': 'who',
  '10': 'who',
  '11': 'facts',
  '12': 'facts',
  '13': 'facts',
  '14': 'action',
  '15': 'reasons',
  '16': 'signer',
  '17': 'signer',
  '16 joint': 'joint',
  '17 joint': 'joint',
}

const of12153: Record<string, QuestionId> = {
  '1': 'action',
  '2': 'route',
  '3': 'who',
  '3 TIN': 'number',
  '3 address': 'who',
  '3 city': 'who',
  '3 state': 'who',
  '3 ZIP': 'who',
  '4': 'reach',
  '4 time': 'reach',
  '5': 'joint',
  '5 TIN': 'second',
  '5 address': 'second',
  '7 type': 'facts',
  '7 form': 'facts',
  '7 periods': 'facts',
  '8': 'reasons',
  '9': 'offers',
  '8, 9': 'reasons',
  '10': 'signer',
  '10 date': 'signer',
  '10 joint': 'joint',
  '10 joint date': 'joint',
  '10 representative': 'signer',
  '10 representative date': 'signer',
  '10 representative name': 'signer',
  '10 representative phone': 'signer',
}
