import { z } from 'zod'
import { ClinicList } from '../model/clinic.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const clinicsContract = {
  /** The list of clinics that the person added; null: none, and the national finder is shown. */
  'clinics:list': { passive: true, input: nothing, output: ClinicList.nullable() },
  /** Reads the IRS's own list, the PDF of Publication 4134; the file itself is not stored. */
  'clinics:add': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ clinics: z.int(), states: z.int() })),
  },
  'clinics:remove': { input: nothing, output: done(nothing) },
} as const satisfies Record<string, CallShape>
