import type { Result } from '../../shared/model/result.ts'
import type { Settings } from '../storage/tables/settings-table.ts'

export type Done = Result<null, { code: string }>

/** Saves settings of the library and tells the windows. */
export type SaveSettings = (part: Partial<Settings>) => Done
