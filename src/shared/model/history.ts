import { z } from 'zod'
import { AppealAnswers } from './appeal.ts'
import { CaseEvent } from './case-event.ts'
import { ExhibitId, Mailing } from './exhibit.ts'
import { LetterFacts } from './letter.ts'
import { PageLayoutOverride } from './page-layout-override.ts'

const changed = <W extends string, T extends z.ZodType>(what: W, value: T) =>
  z.object({ what: z.literal(what), before: value, after: value })

/** One thing about a letter that became another: what it was, what it is. */
export const HistoryChange = z.discriminatedUnion('what', [
  /** The letter came into the library, or was found in a scan. */
  z.object({ what: z.literal('kept') }),
  changed('reading', LetterFacts.nullable()),
  changed('pages', z.array(z.int().min(1))),
  changed('confirmed', LetterFacts.nullable()),
  changed('events', z.array(CaseEvent)),
  changed('answers', AppealAnswers),
  changed('mailings', z.array(Mailing)),
  changed('exhibits', z.array(z.object({ id: ExhibitId, title: z.string() }))),
  changed('removed', z.boolean()),
  /** A person laid the pages of the scan: one letter of it remembers that. */
  changed('arranged', PageLayoutOverride.nullable()).extend({ scanId: z.string() }),
])
export type HistoryChange = z.infer<typeof HistoryChange>
export type ChangedPart = HistoryChange['what']

/** All that one act changed of one letter. */
export const HistoryStep = z.object({
  /** Grows with time. */
  id: z.int(),
  /** ISO instant. */
  at: z.iso.datetime(),
  changes: z.array(HistoryChange),
  /** The step that this one took back; a step that took back such a one did it again. */
  undoes: z.int().nullable(),
})
export type HistoryStep = z.infer<typeof HistoryStep>
