import { createHash, createHmac } from 'node:crypto'

/** The letter or the scan that a record belongs to, as `letter <id>` or `scan <id>`. */
export type Owner = string
type SummedRecord = {
  table: string
  owner: 'letter' | 'scan'
  ownerColumn: string
  /** What the sum covers. A column that the app can find again from the others is left out. */
  columns: readonly string[]
}

/**
 * Every record whose change outside of the app would change what is known of a letter. Large values that change seldom stand
 * apart, so that saving an answer does not hash what was read, or a file.
 */
export const summedRecords: readonly SummedRecord[] = [
  {
    ...{ table: 'letter', owner: 'letter', ownerColumn: 'id' },
    columns: ['id', 'scan_id', 'position', 'pages', 'confirmed', 'answers', 'removed_at', 'superseded'],
  },
  { table: 'letter', owner: 'letter', ownerColumn: 'id', columns: ['id', 'reading'] },
  {
    ...{ table: 'case_event', owner: 'letter', ownerColumn: 'letter_id' },
    columns: ['letter_id', 'position', 'kind', 'day', 'note'],
  },
  {
    ...{ table: 'mailing', owner: 'letter', ownerColumn: 'letter_id' },
    columns: ['letter_id', 'position', 'day', 'how', 'what', 'sent_to', 'number', 'receipt'],
  },
  {
    ...{ table: 'exhibit', owner: 'letter', ownerColumn: 'letter_id' },
    columns: ['id', 'letter_id', 'position', 'title', 'role', 'file_name', 'kept_at', 'removed_at'],
  },
  { table: 'exhibit', owner: 'letter', ownerColumn: 'letter_id', columns: ['id', 'letter_id', 'bytes'] },
  {
    ...{ table: 'history', owner: 'letter', ownerColumn: 'letter_id' },
    columns: ['id', 'letter_id', 'at', 'changes', 'undoes'],
  },
  {
    ...{ table: 'scan', owner: 'scan', ownerColumn: 'id' },
    columns: ['id', 'kept_at', 'status', 'failure', 'is_irs', 'rotations', 'arrangement'],
  },
  {
    ...{ table: 'file', owner: 'scan', ownerColumn: 'scan_id' },
    columns: ['id', 'scan_id', 'position', 'sha256', 'file_name', 'kept_at', 'password'],
  },
]

/** The owner of a record with these values. */
export const ownerOf = (record: SummedRecord, values: readonly unknown[]): Owner =>
  `${record.owner} ${values[record.columns.indexOf(record.ownerColumn)]}`

/** The number of one record; the number of an owner is the sum of those of its records. */
export function numberOfRecord(key: Buffer, record: SummedRecord, values: readonly unknown[]): bigint {
  const plain = values.map((value) =>
    value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
  )
  return keyed(key, JSON.stringify([record.table, record.columns.at(-1), ...plain]))
}

/** The part of an owner in the sum over all. */
export const numberOfOwner = (key: Buffer, owner: Owner, sum: bigint): bigint =>
  keyed(key, JSON.stringify(['sum', owner, sum.toString(16)]))

/** Tells a library from others without giving the key away. */
export const idOfChain = (key: Buffer): string => keyed(key, 'id').toString(16).padStart(64, '0').slice(0, 32)

const size = 1n << 256n
/** Adds up in any order, and takes away what was added. */
export const plus = (a: bigint, b: bigint): bigint => (a + b) & (size - 1n)
export const minus = (a: bigint, b: bigint): bigint => (a - b + size) & (size - 1n)

export const bytesOfSum = (sum: bigint): Buffer => Buffer.from(sum.toString(16).padStart(64, '0'), 'hex')
export const sumOfBytes = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`)

const keyed = (key: Buffer, text: string): bigint =>
  BigInt(`0x${createHmac('sha256', key).update(text).digest('hex')}`)
