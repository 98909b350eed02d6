import type { AppealAnswers } from '../../shared/model/appeal.ts'
import type { CaseEvent } from '../../shared/model/case-event.ts'
import type { FactName, LetterId } from '../../shared/model/letter.ts'
import { createDraftsStore } from './drafts-store.ts'
import { createIntake } from './intake.ts'
import type { LibraryStore } from './library-store.ts'
import { createMessages } from './messages.ts'

/** The two facts that every deadline depends on; each must be checked individually. */
export const mustCheck = ['noticeCode', 'noticeDate'] as const
export type MustCheck = (typeof mustCheck)[number]

/** The facts as text in the form while a person checks them; '' means the letter does not state it. */
export type FactsDraft = { text: Record<FactName, string>; checked: Partial<Record<FactName, boolean>> }

/** Which letters the start screen shows; null: all. `person` as returned by `personsOf`, `year` like `2022`. */
export type LetterFilter = { person: string | null; year: string | null }

/** What a person typed or chose in this window and may not be saved yet. It survives locking the library. */
export type Drafts = ReturnType<typeof createDrafts>

export function createDrafts({ api, refresh }: LibraryStore) {
  const saved = async (result: { ok: true } | { ok: false; error: { code: string } }) => {
    if (!result.ok) return result.error.code
    await refresh().catch(() => undefined)
    return null
  }
  return {
    messages: createMessages(),
    intake: createIntake(),
    answers: createDraftsStore<AppealAnswers>(async (id, answers) =>
      saved(await api['letter:answer']({ id: id as LetterId, answers })),
    ),
    events: createDraftsStore<CaseEvent[]>(async (id, events) =>
      saved(await api['letter:record-events']({ id: id as LetterId, events })),
    ),
    factDrafts: new Map<string, FactsDraft>(),
    letterFilter: { current: { person: null, year: null } satisfies LetterFilter as LetterFilter },
  }
}
