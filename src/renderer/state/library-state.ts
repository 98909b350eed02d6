import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { AppRevision, LibraryState as FileState } from '../../shared/contract/library.ts'
import type { Law } from '../../shared/law/law.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Letter } from '../../shared/model/letter.ts'

export type ReadyState = {
  kind: 'ready'
  law: Law
  forms: Forms
  version: string
  shell: Output<'app:start'>['shell']
  /** The rules in use and the library that is open. */
  appRevision: AppRevision
  today: Day
  /** What speaks against `today`; no right is told without it. */
  clockDoubt: ClockDoubt | null
  revision: number
  letters: Letter[]
  /** The same letters in a list that does not change with reading progress; see `settledLetters`. */
  settled: Letter[]
  /** False while the core does not answer; what is shown may be stale. */
  reachable: boolean
}
/** The window is open but the library is not: not chosen yet, locked, damaged, or busy. */
export type ClosedState = {
  kind: 'closed'
  library: Exclude<FileState, { kind: 'open' }>
  appRevision: AppRevision
  shell: Output<'app:start'>['shell']
  version: string
  revision: number
  reachable: boolean
  /** It closed because the library process ended and was started again. */
  restarted: boolean
}
export type LibraryState = { kind: 'starting' } | { kind: 'stopped'; code: string } | ClosedState | ReadyState

export const isShown = (state: LibraryState): state is ClosedState | ReadyState =>
  state.kind === 'ready' || state.kind === 'closed'

export const revisionOf = (state: LibraryState): number | null => (isShown(state) ? state.revision : null)
