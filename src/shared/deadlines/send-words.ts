import { type Sentence, say } from '../i18n/message.ts'
import type { Day } from '../model/day.ts'
import { assertNever } from '../model/result.ts'
import type { Deadline } from './deadline.ts'

/** By when and how to send it, the same on every screen and paper; null where nothing is to be sent any longer. */
export function sendWords({
  sendBy,
  how,
  program,
}: Pick<Deadline, 'sendBy' | 'how' | 'program'>): Sentence | null {
  if (!sendBy || !how) return null
  return wordsOf(sendBy, program === 'tax-court' ? petitionWay(how) : how)
}

type How = NonNullable<Deadline['how']>
type PetitionWay =
  | Exclude<How, 'upload' | 'fax' | 'counterOnLastDay'>
  | 'petitionOnline'
  | 'petitionOnLastDay'

/** The Tax Court takes a petition by mail, by hand, or online; nothing is faxed or uploaded to the IRS instead. */
function petitionWay(how: How): PetitionWay {
  switch (how) {
    case 'upload':
    case 'fax':
      return 'petitionOnline'
    case 'counterOnLastDay':
      return 'petitionOnLastDay'
    default:
      return how
  }
}

function wordsOf(day: Day, how: How | PetitionWay): Sentence {
  switch (how) {
    case 'mail':
    case 'mailToArrive':
    case 'counterOn':
    case 'counterOnLastDay':
    case 'petitionOnLastDay':
    case 'court':
    case 'online':
    case 'do':
      return say(`send.${how}`, { day })
    case 'counterToday':
    case 'counterLastDay':
    case 'fax':
    case 'upload':
    case 'petitionOnline':
    case 'courtToday':
    case 'call':
    case 'onlineToday':
    case 'doToday':
      return say(`send.${how}`)
    default:
      return assertNever(how, 'a way of sending without words')
  }
}
