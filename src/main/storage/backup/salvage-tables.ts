import type { Database } from 'better-sqlite3'
import { tablesOf } from '../database.ts'
import type { LooseRow } from './salvage-pages.ts'

/** What a row of a table looks like on its page. */
type Column = {
  name: string
  type: string
  notnull: number
  /** The row number itself, which stands as NULL in the row. */
  isRowNumber: boolean
}
export type TableShape = { table: string; columns: Column[]; fewest: number }

/** Made anew from the letters, by the salvage or whenever the app has time. */
const madeAnew = ['page_text', 'letter_text', 'record_sum', 'record_chain']
/** The tables in which the search index keeps itself. */
const isOfSearch = (table: string) => /_search_(data|idx|content|docsize|config)$/.test(table)
/** A column was added to these by a later version: rows from before end without it. */
const grown = ['letter', 'exhibit']

/** The tables that are worth saving, as the library that is to be filled has them. */
export const shapesOf = (saved: Database): TableShape[] =>
  tablesOf(saved)
    .filter((table) => !madeAnew.includes(table) && !isOfSearch(table))
    .map((table) => {
      const columns = saved
        .prepare<[string], Omit<Column, 'isRowNumber'> & { pk: number }>(
          'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
        )
        .all(table)
        .map(({ pk, ...column }, _, all) => ({
          ...column,
          isRowNumber: pk > 0 && column.type === 'INTEGER' && all.filter((each) => each.pk > 0).length === 1,
        }))
      return { table, columns, fewest: columns.length - (grown.includes(table) ? 1 : 0) }
    })

/** The one table that a row without a name can be of; null: none, or it cannot be said. */
export function shapeOf(row: LooseRow, shapes: readonly TableShape[]): TableShape | null {
  const fitting = shapes.filter(({ columns, fewest }) => {
    if (row.values.length < fewest || row.values.length > columns.length) return false
    return columns.every((column, at) => at >= row.values.length || fits(row.values[at], column))
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function fits(value: unknown, { type, notnull, isRowNumber }: Column): boolean {
  if (isRowNumber) return value === null
  if (value === null) return notnull === 0
  if (type === 'TEXT') return typeof value === 'string'
  return type === 'INTEGER' ? typeof value === 'number' : value instanceof Uint8Array
}

/** Writes one row with its number; false where the table refuses it, because something in it is not what it was. */
export function createInsert(saved: Database, { table, columns }: TableShape) {
  const statements = new Map<number, ReturnType<Database['prepare']>>()
  const statementFor = (length: number) => {
    const names = ['rowid', ...columns.slice(0, length).map(({ name }) => name)].map((name) => `"${name}"`)
    const sql = `INSERT OR IGNORE INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    const statement = statements.get(length) ?? saved.prepare(sql)
    statements.set(length, statement)
    return statement
  }
  return ({ rowid, values }: LooseRow): boolean => {
    const whole = values.map((value, at) => (columns[at]?.isRowNumber ? rowid : value))
    try {
      return statementFor(whole.length).run(rowid, ...whole).changes > 0
    } catch {
      return false
    }
  }
}
