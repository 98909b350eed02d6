import { z } from 'zod'
import { AppealAnswers } from './appeal.ts'
import { CaseEvent } from './case-event.ts'
import { ExhibitId, Mailing } from './exhibit.ts'
import { LetterFacts } from './letter.ts'
import { PageLayoutOverride } from './page-layout-override.ts'

const changed = <W extends string, T extends z.ZodType>(what: W, value: T) =>
  z.object({ what: z.literal(what), before: value, after: value })

/**
 * A change to one part of a letter: what it was, what it is. The codes are in the history of every library, which nobody may
 * rewrite (a trigger and the sums hold that): `kept` means added, `arranged` means that the page layout was overridden.
 */
export const HistoryChange = z.discriminatedUnion('what', [
  /** The letter was added to the library, or found in a scan. */
  z.object({ what: z.literal('kept') }),
  changed('reading', LetterFacts.nullable()),
  changed('pages', z.array(z.int().min(1))),
  changed('confirmed', LetterFacts.nullable()),
  changed('events', z.array(CaseEvent)),
  changed('answers', AppealAnswers),
  changed('mailings', z.array(Mailing)),
  changed('exhibits', z.array(z.object({ id: ExhibitId, title: z.string() }))),
  changed('removed', z.boolean()),
  /** A person changed the layout of the scan's pages; one letter of the scan records it. */
  changed('arranged', PageLayoutOverride.nullable()).extend({ scanId: z.string() }),
])
export type HistoryChange = z.infer<typeof HistoryChange>
export type ChangedPart = HistoryChange['what']

/** Everything one action changed in one letter. */
export const HistoryStep = z.object({
  /** Increases with time. */
  id: z.int(),
  /** ISO instant. */
  at: z.iso.datetime(),
  changes: z.array(HistoryChange),
  /** The step that this one undid; a step that undoes an undo is a redo. */
  undoes: z.int().nullable(),
})
export type HistoryStep = z.infer<typeof HistoryStep>
