import { z } from 'zod'
import { CasePerson } from '../model/case-person.ts'
import { type CallShape, done, nothing } from './schemas.ts'

export const peopleContract = {
  /** What the user said about the people named in letters; who they are comes from the letters. */
  'people:list': { passive: true, input: nothing, output: z.array(CasePerson) },
  'person:save': { input: CasePerson, output: done(nothing) },
} as const satisfies Record<string, CallShape>
