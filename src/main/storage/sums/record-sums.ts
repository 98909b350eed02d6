import type { Database } from 'better-sqlite3'
import { createChainUpdate, readChain } from './chain.ts'
import {
  bytesOfSum,
  minus,
  numberOfRecord,
  type Owner,
  plus,
  summedRecords,
  sumOfBytes,
} from './summed-records.ts'

export type RecordSums = ReturnType<typeof createRecordSums>

/**
 * Keeps the sums of an open library right. Every row that this connection writes is noted by a trigger of the connection
 * (in no file, so that the schema stays as it is), with its old number and its new one, and what is rolled back is rolled back
 * there, too. What somebody changed outside of the app is part of neither, so that a later change in the app does not hide it.
 */
export function createRecordSums(database: Database) {
  let key = readChain(database)?.key
  database.function('record_number', { varargs: true }, (at: number, ...values: unknown[]) => {
    const record = summedRecords[at]
    return record && key ? bytesOfSum(numberOfRecord(key, record, values)) : null
  })
  noteChanges(database)
  const update = createChainUpdate(database)
  const noted = database.prepare<[], Noted>('SELECT owner, sign, number FROM temp.sum_change')
  const clear = database.prepare('DELETE FROM temp.sum_change')
  return {
    /** Runs work inside the caller's transaction; the sums are written at its end, in that transaction. */
    during<T>(work: () => T): T {
      // Another program may have summed the library anew.
      key = readChain(database)?.key
      const value = work()
      const changes = noted.all()
      if (changes.length === 0) return value
      update(added(changes))
      clear.run()
      return value
    },
  }
}

type Noted = { owner: Owner; sign: '+' | '-'; number: Buffer | null }

function added(changes: readonly Noted[]): Map<Owner, bigint> {
  const deltas = new Map<Owner, bigint>()
  for (const { owner, sign, number } of changes) {
    const before = deltas.get(owner) ?? 0n
    const each = number ? sumOfBytes(number) : 0n
    deltas.set(owner, sign === '+' ? plus(before, each) : minus(before, each))
  }
  return deltas
}

function noteChanges(database: Database): void {
  database.exec('CREATE TEMP TABLE sum_change (owner TEXT, sign TEXT, number BLOB)')
  summedRecords.forEach(({ table, owner, ownerColumn, columns }, at) => {
    const note = (sign: '+' | '-', row: 'old' | 'new') =>
      `INSERT INTO sum_change VALUES ('${owner} ' || ${row}.${ownerColumn}, '${sign}',
         record_number(${at}, ${columns.map((name) => `${row}.${name}`).join(', ')}));`
    const [removed, put] = [note('-', 'old'), note('+', 'new')]
    database.exec(`
      CREATE TEMP TRIGGER sum_${at}_put AFTER INSERT ON ${table} BEGIN ${put} END;
      CREATE TEMP TRIGGER sum_${at}_removed AFTER DELETE ON ${table} BEGIN ${removed} END;
      CREATE TEMP TRIGGER sum_${at}_changed AFTER UPDATE OF ${columns.join(', ')} ON ${table}
        BEGIN ${removed} ${put} END;`)
  })
}
