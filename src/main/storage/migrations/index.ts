import type { Database } from 'better-sqlite3'
import { sumAnew } from '../sums/chain.ts'
import { letters0001 } from './0001-letters.ts'
import { papers0002 } from './0002-papers.ts'
import { search0003 } from './0003-search.ts'
import { files0004 } from './0004-files.ts'
import { history0005 } from './0005-history.ts'
import { settings0006 } from './0006-settings.ts'
import { people0007 } from './0007-people.ts'
import { terms0008 } from './0008-terms.ts'
import { sums0009 } from './0009-sums.ts'
import { pieces0010 } from './0010-pieces.ts'

/**
 * Append only: a step that has shipped is never edited. `user_version` is the number of steps that have run.
 */
export const migrations: readonly string[] = [
  letters0001,
  papers0002,
  search0003,
  files0004,
  history0005,
  settings0006,
  people0007,
  terms0008,
  sums0009,
  pieces0010,
]

/** What SQL alone cannot compute, in the transaction of its step. */
const besides = new Map<string, (database: Database) => void>([[sums0009, sumAnew]])

/**
 * Each step and its version mark are one transaction: a crash leaves the previous step, complete. References
 * between tables are checked at the end of a step and not during it, so that a step can rebuild a table
 * without other tables losing rows; see https://sqlite.org/lang_altertable.html, section 7.
 */
export function migrate(database: Database): void {
  const from = Number(database.pragma('user_version', { simple: true }))
  database.pragma('foreign_keys = OFF')
  migrations.slice(from).forEach((step, index) => {
    database
      .transaction(() => {
        database.exec(step)
        besides.get(step)?.(database)
        const broken = database.pragma('foreign_key_check')
        if (Array.isArray(broken) && broken.length > 0)
          throw new Error('library: a migration broke references')
        database.pragma(`user_version = ${from + index + 1}`)
      })
      .exclusive()
  })
  database.pragma('foreign_keys = ON')
}
