import type { Api } from '../../shared/contract/contract.ts'
import { ok } from '../../shared/model/result.ts'
import type { Parts } from '../app/session-context.ts'

/** Who the people of the letters are, and who may speak for them. */
export function createPeopleCalls({ library, changes }: Parts): Pick<Api, 'people:list' | 'person:keep'> {
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
