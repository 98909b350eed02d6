import { z } from 'zod'
import { FormTemplateField, OfficialFact } from '../appeals/official-form.ts'
import { LetterId } from '../model/letter.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const formTemplatesContract = {
  /**
   * Blank official forms that the person added. `toMap`: the fields, for the person to say what goes where;
   * `mapped`: that has been done, and the form can be filled in.
   */
  'form-templates:list': {
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        form: z.string(),
        fileName: z.string(),
        revision: z.string().nullable(),
        title: z.string().nullable(),
        mapped: z.boolean(),
        toMap: z
          .object({
            fields: z.array(FormTemplateField),
            proposal: z.record(z.string(), OfficialFact),
            facts: z.array(OfficialFact),
          })
          .nullable(),
      }),
    ),
  },
  /**
   * Stores a blank official form if its form and revision are known, or if it is one that a person can map.
   */
  'form-template:add': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ id: z.string() })),
  },
  /** Stores which field takes which value, as the person said. */
  'form-template:map': {
    input: z.object({ id: z.string(), from: z.record(z.string(), OfficialFact) }),
    output: done(nothing),
  },
  /** A copy to look at, with each field's number printed in it. */
  'form-template:numbered': { input: z.object({ id: z.string() }), output: done(z.object({ bytes: Bytes })) },
  'form-template:remove': { input: z.object({ id: z.string() }), output: done(nothing) },
  /**
   * An official form, filled in from one letter and flattened. `blank`: what stayed blank, `stops` where it must not be
   * sent so; the gaps of the form of an appeal are those of its draft.
   */
  'form:pdf': {
    input: z.object({ id: LetterId, template: z.string() }),
    output: done(
      z.object({ bytes: Bytes, blank: z.array(z.object({ fact: OfficialFact, stops: z.boolean() })) }),
    ),
  },
} as const satisfies Record<string, CallShape>
