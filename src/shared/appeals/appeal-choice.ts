import type { Message } from '../i18n/message.ts'

/** The route that fits now, what it gives up, and why; `unknown` says what to ask. */
export type AppealChoice =
  | {
      route: 'CDP' | 'EH' | 'CAP' | 'IA-appeal'
      form: '12153' | '9423'
      because: Message[]
      givesUp: Message[]
      also: Message[]
    }
  | { route: 'other'; form: null; because: Message[]; givesUp: Message[]; also: Message[] }
  | { route: 'unknown'; form: null; because: Message[]; ask: Message[] }
