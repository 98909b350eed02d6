import type { Api } from '../../shared/contract/contract.ts'
import { ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'

/** Who the people of the letters are, and who may speak for them. */
export function createPeopleHandlers({
  library,
  changes,
}: SessionContext): Pick<Api, 'people:list' | 'person:keep'> {
  return {
    'people:list': async () => library.people.list(),
    'person:keep': async (person) => {
      const kept = library.write(() => library.people.keep(person))
      if (!kept.ok) return kept
      changes.changed([])
      return ok(null)
    },
  }
}
