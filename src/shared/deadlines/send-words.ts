import { type Sentence, say } from '../i18n/message.ts'
import type { Day } from '../model/day.ts'
import { assertNever } from '../model/result.ts'
import type { Deadline } from './deadline.ts'
import { countedOn, nearDay } from './near-day.ts'

/** By when and how to send it, the same on every screen and paper; null where nothing is to be sent any longer. */
export function sendWords(deadline: Sent): Sentence | null {
  const { sendBy, how, program } = deadline
  if (!sendBy || !how) return null
  const way = program === 'tax-court' ? petitionWay(how) : how
  const day = nearDay(sendBy, countedOn(deadline))
  return way === 'counterOn' && day.key === 'day.tomorrow'
    ? say('send.counterOnTomorrow', { day: sendBy })
    : wordsOf(day, way, sendBy)
}

type Sent = Pick<Deadline, 'sendBy' | 'how' | 'program' | 'lastDay' | 'daysLeft'>

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

function wordsOf(day: Sentence, how: How | PetitionWay, on: Day): Sentence {
  switch (how) {
    case 'counterOn':
      return say('send.counterOn', { day: on })
    case 'mail':
    case 'mailToArrive':
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
