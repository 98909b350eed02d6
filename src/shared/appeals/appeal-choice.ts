import type { Message } from '../i18n/message.ts'

/** One of the three questions that decide the route; `because`: the rights that answered it. */
export type AppealQuestion = {
  id: 'hearing' | 'equivalentHearing' | 'action'
  ask: Message
  answer: 'yes' | 'no' | 'unknown'
  because: Message[]
}

/** The route that fits now, what it gives up, and why; `unknown` says what to ask. */
export type AppealChoice = { questions: AppealQuestion[] } & (
  | {
      route: 'CDP' | 'EH' | 'CAP' | 'IA-appeal'
      form: '12153' | '9423'
      because: Message[]
      givesUp: Message[]
      also: Message[]
    }
  | { route: 'other'; form: null; because: Message[]; givesUp: Message[]; also: Message[] }
  | { route: 'unknown'; form: null; because: Message[]; ask: Message[] }
)
