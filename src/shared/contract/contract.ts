import type { z } from 'zod'
import { appContract } from './app.ts'
import { clinicsContract } from './clinics.ts'
import { contentContract } from './content.ts'
import { exhibitsContract } from './exhibits.ts'
import { exportContract } from './export.ts'
import { formTemplatesContract } from './form-templates.ts'
import { helperContract } from './helper.ts'
import { historyContract } from './history.ts'
import { integrationsContract } from './integrations.ts'
import { letterPdfContract } from './letter-pdf.ts'
import { lettersContract } from './letters.ts'
import { librariesContract } from './libraries.ts'
import { libraryContract } from './library.ts'
import { packetsContract } from './packets.ts'
import { passphraseContract } from './passphrase.ts'
import { peopleContract } from './people.ts'
import { printContract } from './print.ts'
import { scansContract } from './scans.ts'
import type { CallShape } from './schemas.ts'
import { searchContract } from './search.ts'
import { sheetsContract } from './sheets.ts'
import { trashContract } from './trash.ts'

/**
 * Every call that a shell may pass to the core, in one table. Both ends derive their types from it, and the
 * core checks each input against it. Ids cross this border, not paths; `libraries:at` is the one exception.
 */
export const contract = {
  ...appContract,
  ...clinicsContract,
  ...contentContract,
  ...exhibitsContract,
  ...exportContract,
  ...formTemplatesContract,
  ...helperContract,
  ...historyContract,
  ...integrationsContract,
  ...lettersContract,
  ...librariesContract,
  ...libraryContract,
  ...packetsContract,
  ...passphraseContract,
  ...peopleContract,
  ...printContract,
  ...letterPdfContract,
  ...scansContract,
  ...searchContract,
  ...sheetsContract,
  ...trashContract,
} as const satisfies Record<string, CallShape>

export type Contract = typeof contract
export type Call = keyof Contract

/** Whether a window makes this call on its own; see `CallShape`. */
export const isPassive = (name: Call): boolean => 'passive' in contract[name]

/** Whether a name that came from outside is a call of the contract. */
export const isCall = (name: string): name is Call => Object.hasOwn(contract, name)
export type Input<C extends Call> = z.output<Contract[C]['input']>
export type Output<C extends Call> = z.output<Contract[C]['output']>
/** The core behind any shell. */
export type Api = { [C in Call]: (input: Input<C>) => Promise<Output<C>> }
