import type { Database } from 'better-sqlite3'
import { z } from 'zod'

const Instant = z.iso.datetime()

/**
 * The newest instant at which a scan was kept or a letter changed; null: none was, or it cannot be told. Of the steps,
 * the last thousand are looked at: a large library opens no later.
 */
export function createNewestInstant(database: Database): () => string | null {
  const newest = database
    .prepare<[], string | null>(
      `SELECT max(at) FROM (
         SELECT max(kept_at) AS at FROM scan
         UNION ALL SELECT at FROM (SELECT at FROM history ORDER BY id DESC LIMIT 1000)
       )`,
    )
    .pluck()
  return () => Instant.safeParse(newest.get()).data ?? null
}
