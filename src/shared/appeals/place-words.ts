import { type Message, say, together } from '../i18n/message.ts'
import { assertNever } from '../model/result.ts'
import { placeLine, type WhereToSend } from './where-to-send.ts'

/** Where the papers go and to which fax; `phone` is called for the fax where none is known. */
export const placeAndFax = (where: WhereToSend, phone: string | null): Message =>
  together([placeWords(where), ...faxWords(where, phone)])

function placeWords(where: WhereToSend): Message {
  const office = placeLine(where)
  switch (where.addressFrom) {
    case 'hearing':
      return say('checklist.hearingAt', { office })
    case 'office':
      return say('checklist.officeAt', { office })
    case 'you':
      return say('checklist.saidAt', { office })
    case null:
      return say('checklist.office')
    default:
      return assertNever(where.addressFrom, 'a place from nowhere')
  }
}

/** Fax only to a number that the IRS gave; a number printed on the letter is one. */
function faxWords({ fax, faxFrom }: WhereToSend, phone: string | null): Message[] {
  if (fax) return [say(faxFrom === 'you' ? 'checklist.faxSaid' : 'checklist.faxAt', { fax })]
  return phone ? [say('checklist.callForFax', { phone })] : []
}
