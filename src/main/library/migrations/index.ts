import type { Database } from 'better-sqlite3'
import { letters0001 } from './0001-letters.ts'
import { papers0002 } from './0002-papers.ts'
import { search0003 } from './0003-search.ts'

/** Append only: a step that shipped is never edited. `user_version` is the number of steps that ran. */
export const migrations: readonly string[] = [letters0001, papers0002, search0003]

/** Each step and its version mark are one transaction: a crash leaves the step before, whole. */
export function migrate(database: Database): void {
  const from = Number(database.pragma('user_version', { simple: true }))
  migrations.slice(from).forEach((step, index) => {
    database
      .transaction(() => {
        database.exec(step)
        database.pragma(`user_version = ${from + index + 1}`)
      })
      .exclusive()
  })
}
