import type { AppealAnswers, DraftForm } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'

/** Who says where: the person, the letter's place for hearing requests, or the office that wrote; null: nobody. */
type PlaceFrom = 'you' | 'hearing' | 'office' | null

/** Where the papers of a letter go; empty where it is not known. Lines of the address are joined by `\n`. */
export type WhereToSend = {
  person: string
  address: string
  addressFrom: PlaceFrom
  fax: string
  faxFrom: PlaceFrom
}

/**
 * Where a form goes. A request for a hearing goes to the place that the letter prints for it, and to its letterhead only
 * where there is none; an appeal to Collection goes to the office that took the action. What a person typed wins.
 */
export function whereToSend(form: DraftForm, facts: LetterFacts, answers: AppealAnswers): WhereToSend {
  const hearing = form === '12153'
  const [address, addressFrom] = first([
    [answers.sendToAddress, 'you'],
    [hearing ? facts.hearingAddress : null, 'hearing'],
    [facts.returnAddress, 'office'],
  ])
  const [fax, faxFrom] = first([
    [answers.sendToFax, 'you'],
    [hearing ? facts.hearingFax : null, 'hearing'],
    // The office that wrote may have another fax than the one that hears: beside a printed place it is left out.
    [hearing && facts.hearingAddress ? null : facts.faxNumber, 'office'],
  ])
  // The person named on the letter works where it was written.
  const employee = addressFrom === 'hearing' ? '' : employeeOf(facts)
  return { person: answers.sendToPerson.trim() || employee, address, addressFrom, fax, faxFrom }
}

/** `Ms. S. Ramirez, Revenue Officer` */
const employeeOf = ({ employeeName, employeeTitle }: LetterFacts): string =>
  [employeeName, employeeName && employeeTitle].filter(Boolean).join(', ')

function first(places: [string | null, PlaceFrom][]): [string, PlaceFrom] {
  const found = places.find(([text]) => text?.trim())
  return found?.[0] ? [found[0].trim(), found[1]] : ['', null]
}

/** Person and address on one line: `Ms. S. Ramirez, 100 Example Street, Chicago, IL 60604`. */
export const placeLine = ({ person, address }: WhereToSend): string =>
  [person, ...address.split('\n')].filter(Boolean).join(', ')
