import type { CollectionContact } from '../model/appeal.ts'
import { factsOf, type Letter } from '../model/letter.ts'

const officer = /revenue officer|oficial de (?:cobros|recaudaci[oó]n)|\bR\.?O\.?$/i

/**
 * Who at the IRS acts: as the person says, or else as the letter prints under its writer's name; null: neither says it. A
 * revenue officer's letter is never on the phone track, whichever notice it is.
 */
export function contactOf(
  letter: Pick<Letter, 'answers' | 'confirmed' | 'reading'>,
): CollectionContact | null {
  if (letter.answers.contact) return letter.answers.contact
  return officer.test(factsOf(letter).employeeTitle ?? '') ? 'revenueOfficer' : null
}
