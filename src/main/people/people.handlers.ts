import type { Api } from '../../shared/contract/contract.ts'
import { ok } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Library } from '../storage/open-library.ts'

type Needs = { library: Pick<Library, 'people' | 'write'>; changes: Notifier }

/** Who the people in the letters are, and who may speak for them. */
export function createPeopleHandlers({ library, changes }: Needs): Pick<Api, 'people:list' | 'person:save'> {
  return {
    'people:list': async () => library.people.list(),
    'person:save': async (person) => {
      const saved = library.write(() => library.people.save(person))
      if (!saved.ok) return saved
      changes.changed([])
      return ok(null)
    },
  }
}
