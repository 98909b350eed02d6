import type { Api, Output } from '../../src/shared/contract/contract.ts'
import type { HelpedLibrary, helperContract } from '../../src/shared/contract/helper.ts'
import type { Day } from '../../src/shared/model/day.ts'
import { err, ok } from '../../src/shared/model/result.ts'

/** What the helper of the tests opens everything with. */
export const helperPassphrase = 'pony wagon route blood lantern friend'

type Held = {
  helper: Output<'helper:state'>
  helped: HelpedLibrary[]
  /** The grants by which libraries were opened. */
  openedBy: string[]
  failWith: string | null
  today: Day
}

/** A helper's keys in memory: one passphrase opens them, and nothing is encrypted. */
export function memoryHelper(core: Held, changed: () => void): Pick<Api, keyof typeof helperContract> {
  const set = (helper: Partial<Held['helper']>) => {
    core.helper = { ...core.helper, ...helper }
    changed()
    return ok(null)
  }
  return {
    'helper:state': async () => core.helper,
    'helper:unlock': async ({ passphrase }) =>
      passphrase === helperPassphrase ? set({ keys: 'open' }) : err({ code: 'helper.wrong-passphrase' }),
    'helper:lock': async () => set({ keys: 'locked' }),
    'helper:list': async () => ok({ today: core.today, libraries: core.helped }),
    'helper:open': async ({ grant }) => {
      if (core.failWith) return err({ code: core.failWith })
      core.openedBy.push(grant)
      return ok(null)
    },
    'helper:allow': async ({ passphrase }) =>
      core.failWith && passphrase ? err({ code: core.failWith }) : set({ keys: 'open', allowed: true }),
    'helper:take-back': async () => set({ allowed: false }),
    'helper:start-over': async () => set({ keys: 'none', allowed: false }),
  }
}
