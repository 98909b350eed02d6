import { z } from 'zod'

/** Uint8Array over every transport; JSON shells encode it. */
export const Bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'bytes')

export const nothing = z.null()

/** One call of the contract. */
export type CallShape = {
  input: z.ZodType
  output: z.ZodType
  /**
   * The window also makes this call when nobody touches it: by polling, on a timer, or because the library changed. It
   * does not put off the automatic lock; every other call does.
   */
  passive?: true
}

/** The result of a call that can fail in an expected way. */
export const done = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({
      ok: z.literal(false),
      error: z.object({
        code: z.string(),
        /** The block of a form that is meant. */ block: z.string().exactOptional(),
      }),
    }),
  ])
