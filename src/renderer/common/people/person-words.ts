import { digitsOf } from '../../../shared/letters/persons.ts'
import { t } from '../../i18n/words.ts'

/** A person by name as the IRS prints it; one whom no letter names by the last digits, in the language of the screen. */
export function personWords(person: string): string {
  const digits = digitsOf(person)
  return digits === null ? person : t('person.ending', { digits })
}
