import { z } from 'zod'
import { cleanLines } from '../text/clean-name.ts'
import { Day } from './day.ts'

/** How the user of Waymark knows somebody. */
export const personRoles = ['self', 'spouse', 'client', 'other'] as const
export const PersonRole = z.enum(personRoles)
export type PersonRole = z.infer<typeof PersonRole>

/** What was said about a person named in letters. `name` is written the way `personsOf` names people. */
export const CasePerson = z.object({
  name: z.string().min(1).max(200).overwrite(cleanLines),
  role: PersonRole.nullable(),
  /** Who may speak for this person; empty: nobody we know of. */
  representative: z.string().max(200).overwrite(cleanLines),
  /**
   * The date on which a Form 2848 (may speak) or 8821 (may view) on file with the IRS was signed; null: none
   * that we know of.
   */
  form2848: Day.nullable(),
  form8821: Day.nullable(),
})
export type CasePerson = z.infer<typeof CasePerson>

export const unknownPerson = (name: string): CasePerson => ({
  name,
  role: null,
  representative: '',
  form2848: null,
  form8821: null,
})
