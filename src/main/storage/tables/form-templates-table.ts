import type { Database } from 'better-sqlite3'
import { FieldMapping } from '../../../shared/appeals/official-form.ts'
import { type Content, contentOf, createContents } from '../contents.ts'
import { fromRecord, UnreadableRecord } from '../library-failures.ts'

export type FormTemplateRow = {
  id: string
  form: string
  fileName: string
  keptAt: string
  /** null: the person has not said yet which field takes which value. */
  fieldMapping: FieldMapping | null
}

/** All SQL for `form_template`: official forms that the person added, byte for byte. */
export function createFormTemplatesTable(database: Database) {
  const contents = createContents(database, 'form_template')
  const columns = 'id, form, file_name, kept_at, field_mapping'
  const insert = database.prepare(
    'INSERT INTO form_template (id, sha256, form, file_name, kept_at, field_mapping, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const all = database.prepare<[], RawTemplate>(`SELECT ${columns} FROM form_template ORDER BY kept_at, id`)
  const byId = database.prepare<[string], RawTemplate>(`SELECT ${columns} FROM form_template WHERE id = ?`)
  const bySha = database.prepare<[string], string>('SELECT id FROM form_template WHERE sha256 = ?')
  const bytes = database.prepare<[string], Buffer>('SELECT bytes FROM form_template WHERE id = ?')
  const setFieldMapping = database.prepare('UPDATE form_template SET field_mapping = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM form_template WHERE id = ?')
  const json = (fieldMapping: FieldMapping | null) => (fieldMapping ? JSON.stringify(fieldMapping) : null)
  const inRow = (id: string): Buffer => {
    const found = bytes.pluck().get(id)
    if (!found) throw new UnreadableRecord('library: no such form template')
    return found
  }
  return {
    insert: (row: FormTemplateRow & { sha256: string }, content: Uint8Array) =>
      insert.run(
        row.id,
        row.sha256,
        row.form,
        row.fileName,
        row.keptAt,
        json(row.fieldMapping),
        contents.put(row.id, contentOf(content)),
      ),
    list: (): FormTemplateRow[] => all.all().map(templateFromRow),
    find(id: string): FormTemplateRow | undefined {
      const row = byId.get(id)
      return row && templateFromRow(row)
    },
    findIdBySha256: (sha256: string): string | undefined => bySha.pluck().get(sha256),
    getBytes: (id: string): Uint8Array<ArrayBuffer> => contents.get(id, inRow(id)),
    /** The same bytes part by part. */
    getContent: (id: string): Content => contents.read(id, inRow(id)),
    setFieldMapping: (id: string, fieldMapping: FieldMapping) => setFieldMapping.run(json(fieldMapping), id),
    remove(id: string): void {
      contents.remove(id)
      remove.run(id)
    },
  }
}

type RawTemplate = {
  id: string
  form: string
  file_name: string
  kept_at: string
  field_mapping: string | null
}

const templateFromRow = fromRecord(
  (row: RawTemplate): FormTemplateRow => ({
    id: row.id,
    form: row.form,
    fileName: row.file_name,
    keptAt: row.kept_at,
    fieldMapping: row.field_mapping === null ? null : FieldMapping.parse(JSON.parse(row.field_mapping)),
  }),
)
