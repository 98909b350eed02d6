import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import {
  bytesOfSum,
  idOfChain,
  minus,
  numberOfOwner,
  numberOfRecord,
  type Owner,
  ownerOf,
  plus,
  summedRecords,
  sumOfBytes,
} from './summed-records.ts'

type Chain = { key: Buffer; changes: number; sum: bigint }
/** Which library it is, and how far it had come; a lower number of changes is an older state. */
export type ChainPosition = { id: string; changes: number; sum: string }

/** The sum over all records; null: the library has none, which the app never wrote. */
export function readChain(database: Database): Chain | null {
  const row = database
    .prepare<[], { key: Buffer; changes: number; sum: Buffer }>('SELECT key, changes, sum FROM record_chain')
    .get()
  return row ? { ...row, sum: sumOfBytes(row.sum) } : null
}

export function positionOf(database: Database): ChainPosition | null {
  const chain = readChain(database)
  return (
    chain && {
      id: idOfChain(chain.key),
      changes: chain.changes,
      sum: bytesOfSum(chain.sum).toString('hex').slice(0, 32),
    }
  )
}

/** The sums of all owners as their records are now. */
export function sumsOfRecords(database: Database, key: Buffer): Map<Owner, bigint> {
  const sums = new Map<Owner, bigint>()
  for (const record of summedRecords) {
    const rows = database
      .prepare(`SELECT ${record.columns.join(', ')} FROM ${record.table}`)
      .raw()
      .iterate()
    for (const values of rows as Iterable<unknown[]>) {
      const owner = ownerOf(record, values)
      sums.set(owner, plus(sums.get(owner) ?? 0n, numberOfRecord(key, record, values)))
    }
  }
  return sums
}

/** The sums of all owners as the app wrote them. */
export function storedSums(database: Database): Map<Owner, bigint> {
  const rows = database.prepare<[], { owner: string; sum: Buffer }>('SELECT owner, sum FROM record_sum').all()
  return new Map(rows.map(({ owner, sum }) => [owner, sumOfBytes(sum)]))
}

export const sumOverAll = (key: Buffer, sums: ReadonlyMap<Owner, bigint>): bigint =>
  [...sums].reduce((all, [owner, sum]) => plus(all, numberOfOwner(key, owner, sum)), 0n)

/**
 * Takes whatever is in the library as right: for the first sums of an older or a salvaged library, and when a person has compared
 * the letters. Belongs inside a transaction. The number of changes goes on, so that the library is not taken for an older one.
 */
export function sumAnew(database: Database): void {
  const before = readChain(database)
  const key = before?.key ?? randomBytes(32)
  const sums = sumsOfRecords(database, key)
  database.exec('DELETE FROM record_sum')
  const put = database.prepare('INSERT INTO record_sum (owner, sum) VALUES (?, ?)')
  for (const [owner, sum] of sums) put.run(owner, bytesOfSum(sum))
  database
    .prepare('INSERT OR REPLACE INTO record_chain (id, key, changes, sum) VALUES (1, ?, ?, ?)')
    .run(key, (before?.changes ?? 0) + 1, bytesOfSum(sumOverAll(key, sums)))
}

/** Applies what changed in the records of these owners to their sums and to the sum over all, inside the same transaction. */
export function createChainUpdate(database: Database) {
  const stored = database.prepare<[string], Buffer>('SELECT sum FROM record_sum WHERE owner = ?').pluck()
  const put = database.prepare('INSERT OR REPLACE INTO record_sum (owner, sum) VALUES (?, ?)')
  const drop = database.prepare('DELETE FROM record_sum WHERE owner = ?')
  const isThere = {
    letter: database.prepare<[string], number>('SELECT 1 FROM letter WHERE id = ?').pluck(),
    scan: database.prepare<[string], number>('SELECT 1 FROM scan WHERE id = ?').pluck(),
  }
  const setAll = database.prepare('UPDATE record_chain SET changes = changes + 1, sum = ?')
  const exists = (owner: Owner): boolean => {
    const [kind = '', id = ''] = owner.split(' ')
    return isThere[kind === 'letter' ? 'letter' : 'scan'].get(id) !== undefined
  }
  return (deltas: ReadonlyMap<Owner, bigint>): void => {
    const chain = readChain(database)
    if (!chain) return
    const { key } = chain
    let all = chain.sum
    for (const [owner, delta] of deltas) {
      const bytes = stored.get(owner)
      const before = bytes && sumOfBytes(bytes)
      if (before !== undefined) all = minus(all, numberOfOwner(key, owner, before))
      if (!exists(owner)) {
        drop.run(owner)
        continue
      }
      const after = plus(before ?? 0n, delta)
      put.run(owner, bytesOfSum(after))
      all = plus(all, numberOfOwner(key, owner, after))
    }
    setAll.run(bytesOfSum(all))
  }
}
