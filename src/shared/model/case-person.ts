import { z } from 'zod'
import { Day } from './day.ts'

/** Who somebody is to the one who uses Waymark. */
export const personRoles = ['self', 'spouse', 'client', 'other'] as const
export const PersonRole = z.enum(personRoles)
export type PersonRole = z.infer<typeof PersonRole>

/** What was said about a person whom letters name. `name` is written as `personsOf` names people. */
export const CasePerson = z.object({
  name: z.string().min(1).max(200),
  role: PersonRole.nullable(),
  /** Who may speak for this person; empty: nobody known. */
  representative: z.string().max(200),
  /** The day on which a Form 2848 (may speak) or 8821 (may see) was signed that the IRS has on file; null: none known. */
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
