import { z } from 'zod'
import { LawText, type Message, say } from '../i18n/message.ts'
import { CollectionAction, DraftForm } from '../model/appeal.ts'

const FormBlock = z
  .object({
    block: z.string(),
    label: LawText,
    kind: z.enum(['text', 'boxes', 'statement', 'signature', 'date', 'irsUse']),
    hint: z.string(),
    /** The boxes of a `boxes` block, where they are not the collection actions. */
    boxes: z.array(z.object({ id: z.string(), label: LawText }).strict()).exactOptional(),
    /** How many boxes are printed side by side; three by default. */
    columns: z.int().positive().exactOptional(),
    labelConfidence: z.enum(['high', 'medium', 'low']),
  })
  .strict()
export type FormBlock = z.infer<typeof FormBlock>

/** The number that the form prints beside a block; empty for one that has none of its own, such as `3 TIN`. */
export const printedNumber = (block: string): string => (/^\d+(?:, \d+)*$/.test(block) ? block : '')

/** What a person finds a block by: `Block 3`, and where several share a number, what is printed beside it. */
export function blockName({ block, label }: { block: string; label: LawText }): Message {
  const own = printedNumber(block)
  if (own) return say('draft.block', { block: own })
  const number = /^\d+/.exec(block)?.[0]
  return number ? say('draft.blockName', { number, label }) : label
}

/** A form in our own words: what it asks and how we lay it out (`resources/forms`). */
export const FormDescription = z
  .object({
    form: DraftForm,
    title: LawText,
    /** As printed: `Rev. 2-2020`. */
    revision: z.string(),
    officialUrl: z.url(),
    /** false: nobody has compared this description with the official PDF yet. */
    officialSeen: z.boolean(),
    status: z.string(),
    /** Why a typed request may replace the official form, with the source. */
    substitute: z.string(),
    declaration: z.string(),
    declarationNote: z.string(),
    continuationHeading: z.string(),
    seeContinuation: z.string(),
    /** The block that holds the statement. */
    statementBlock: z.string(),
    /** How much fits in it; a longer statement goes on the continuation sheet. */
    statementRoom: z.object({ charactersPerLine: z.int().positive(), lines: z.int().positive() }).strict(),
    /** Tax form as printed on a letter -> kind of tax. */
    taxTypes: z.record(z.string(), z.string()),
    /** The action and its box; `says`: the action in full where the box is only the nearest one. */
    actions: z.array(
      z.object({ action: CollectionAction, label: LawText, says: LawText.exactOptional() }).strict(),
    ),
    /** Widths of a row are fractions that add up to 1. */
    sections: z.array(
      z
        .object({
          heading: z.string().nullable(),
          rows: z.array(z.array(z.object({ block: z.string(), width: z.number() }).strict())),
        })
        .strict(),
    ),
    blocks: z.array(FormBlock),
  })
  .strict()
export type FormDescription = z.infer<typeof FormDescription>
