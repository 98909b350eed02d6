import type { HistoryChange } from '../../shared/model/history.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import type { Library } from './open-library.ts'

/** What is compared before and after, and where the steps are. */
export type HistoryTables = Pick<Library, 'letters' | 'events' | 'mailings' | 'exhibits' | 'history'>

type Besides = {
  /** The step that is undone. */
  undoes?: number | null
  /**
   * What one letter alone remembers, asked after the work. It is then the letter for which something is
   * undone.
   */
  besides?: () => { id: LetterId; change: HistoryChange } | null
}

/**
 * Runs `work` inside the caller's transaction and records what it changed in these letters. Everything that a
 * person or a reading can change is compared, so that no caller can forget to report it. `ids` is asked
 * before and after, because new letters may come out of a scan.
 */
export function recordHistory(
  library: HistoryTables,
  ids: () => readonly LetterId[],
  work: () => void,
  { undoes = null, besides = () => null }: Besides = {},
): void {
  const before = new Map(ids().map((id) => [id, stateOf(library, id)]))
  work()
  const own = besides()
  for (const id of new Set([...before.keys(), ...ids()])) {
    const [was, is] = [before.get(id), stateOf(library, id)]
    if (!is) continue
    const changes: HistoryChange[] = was ? changesBetween(was, is) : [{ what: 'kept' }]
    if (own?.id === id) changes.push(own.change)
    const takenBack = own === null || own.id === id ? undoes : null
    if (changes.length === 0 && takenBack === null) continue
    if (takenBack !== null || !amended(library, id, changes)) library.history.insert(id, changes, takenBack)
  }
}

type State = NonNullable<ReturnType<typeof stateOf>>
function stateOf(library: Pick<Library, 'letters' | 'events' | 'mailings' | 'exhibits'>, id: LetterId) {
  const letter = library.letters.find(id)
  if (!letter) return letter
  // Where a person is in the interview is nothing that happened.
  const { at: _, ...answers } = letter.answers
  return (
    letter && {
      reading: letter.reading?.facts ?? null,
      pages: letter.pages,
      confirmed: letter.confirmed,
      events: library.events.listOfLetter(id),
      answers,
      mailings: library.mailings.listOfLetter(id),
      exhibits: library.exhibits.listOfLetter(id).map(({ id, title }) => ({ id, title })),
      removed: letter.removedAt !== null,
    }
  )
}

function changesBetween(was: State, is: State): HistoryChange[] {
  const parts = Object.keys(is) as (keyof State)[]
  return parts
    .filter((what) => JSON.stringify(was[what]) !== JSON.stringify(is[what]))
    .map((what) => ({ what, before: was[what], after: is[what] }) as HistoryChange)
}

/** Typing is saved all the time; whatever is typed within these milliseconds is one step. */
const oneSitting = 5 * 60_000

/** True: the change was added to the previous step, because both belong to one sitting. */
function amended(library: Pick<Library, 'history'>, id: LetterId, changes: HistoryChange[]): boolean {
  const [change, ...more] = changes
  const last = library.history.lastOfLetter(id)
  const [before, ...others] = last?.changes ?? []
  if (!last || last.undoes !== null || more.length > 0 || others.length > 0) return false
  if (change?.what !== 'answers' || before?.what !== 'answers') return false
  // Special situations are not typed: each save is a step of its own.
  const said = [before.before, before.after, change.after].map(({ special, specialHere }) =>
    JSON.stringify([special, specialHere]),
  )
  if (new Set(said).size > 1) return false
  const age = Date.parse(library.history.now()) - Date.parse(last.at)
  if (age > oneSitting || age < 0) return false
  library.history.amend(last.id, [{ ...before, after: change.after }])
  return true
}
