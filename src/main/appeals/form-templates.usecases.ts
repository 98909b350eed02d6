import { createHash, randomUUID } from 'node:crypto'
import { appealPapers, type Forms } from '../../shared/appeals/appeal-papers.ts'
import { type FieldMapping, recognizeFormTemplate } from '../../shared/appeals/official-form.ts'
import { factsToMap, fieldMappingFrom, proposeMapping } from '../../shared/appeals/propose-mapping.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { Law } from '../../shared/law/law.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { ClockWatch } from '../letters/clock-watch.ts'
import { findScan, type LetterSources } from '../letters/list-letters.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'
import type { FormTemplateRow } from '../storage/tables/form-templates-table.ts'
import { fillFormTemplate } from './official-forms/fill-form-template.ts'
import { fieldsOfTemplate, textOfTemplate } from './official-forms/form-template.ts'
import { officialValues } from './official-forms/official-facts.ts'
import { loadFonts } from './pdf/fonts.ts'

type WriteNeeds = { library: Library; changes: Notifier }

/** Stores a form template if its form and revision are known, or if it is a form that a person can map. */
export async function addFormTemplate(
  needs: WriteNeeds & { reader: Pick<Reader, 'isTame'>; clock: Clock; fieldMappings: FieldMapping[] },
  fileName: string,
  bytes: Uint8Array,
): Promise<Output<'form-template:add'>> {
  const { library, reader, clock, fieldMappings } = needs
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = library.formTemplates.findIdBySha256(sha256)
  if (known) return ok({ id: known })
  // A file that the reader cannot open within its limits of time and memory is not opened here either.
  if (!(await reader.isTame({ bytes }))) return err({ code: 'form-template.damaged' })
  const [fields, printed] = [await fieldsOfTemplate(bytes), await textOfTemplate(bytes)]
  if (!fields || !printed) return err({ code: 'form-template.damaged' })
  const found = recognizeFormTemplate([...fieldMappings, ...mappedByHand(library)], fields, printed.text)
  if (found.kind === 'notAForm') return err({ code: 'form-template.not-a-form' })
  // Of a form that we know, any other revision is refused; a form that nobody knows may be mapped by the person.
  if (found.kind === 'unknownRevision' && fieldMappings.some(({ form }) => form === found.form))
    return err({ code: 'form-template.unknown-revision' })
  const form = found.kind === 'known' ? found.fieldMapping.form : found.form
  const fieldMapping = found.kind === 'known' ? found.fieldMapping : null
  const id = randomUUID()
  const row = { id, sha256, form, fileName: cleanFileName(fileName), keptAt: clock.now(), fieldMapping }
  const written = write(needs, () => library.formTemplates.insert(row, bytes))
  return written.ok ? ok({ id }) : written
}

/** Stores which field of a form template takes which value, as the person said. */
export async function mapFormTemplate(
  needs: WriteNeeds,
  row: FormTemplateRow,
  from: Parameters<typeof fieldMappingFrom>[1],
): Promise<Output<'form-template:map'>> {
  const { library } = needs
  const bytes = library.formTemplates.getBytes(row.id)
  const [fields, printed] = [await fieldsOfTemplate(bytes), await textOfTemplate(bytes)]
  if (!fields || !printed) return err({ code: 'form-template.damaged' })
  const found = recognizeFormTemplate([], fields, printed.text)
  const revision = (found.kind === 'unknownRevision' && found.revision) || 'revision not read'
  const title = printed.text.split('\n')[0]?.trim().slice(0, 300) || `Form ${row.form}`
  const head = { form: row.form, revision, title, pages: printed.pages }
  return write(needs, () => library.formTemplates.setManifest(row.id, fieldMappingFrom(fields, from, head)))
}

/** Deletes a form template. */
export const removeFormTemplate = (needs: WriteNeeds, id: string): Output<'form-template:remove'> =>
  write(needs, () => needs.library.formTemplates.remove(id))

/** A form template as the screen lists it, with its fields if a person has to map them. */
export async function describeFormTemplate(
  { library, fieldMappings }: { library: Library; fieldMappings: FieldMapping[] },
  { id, form, fileName, fieldMapping }: FormTemplateRow,
): Promise<Output<'form-templates:list'>[number]> {
  const head = {
    id,
    form,
    fileName,
    revision: fieldMapping?.revision ?? null,
    title: fieldMapping?.title ?? null,
  }
  const isOurs = fieldMappings.some((each) => each.form === form && each.revision === fieldMapping?.revision)
  if (isOurs) return { ...head, mapped: true, toMap: null }
  const fields = (await fieldsOfTemplate(library.formTemplates.getBytes(id))) ?? []
  const said = fieldMapping?.fields.flatMap(({ field, from }) => (from ? [[field, from] as const] : []))
  const proposal = said ? Object.fromEntries(said) : proposeMapping(fields, form)
  return { ...head, mapped: fieldMapping !== null, toMap: { fields, proposal, facts: factsToMap(form) } }
}

/** A form template, filled in from one letter and flattened. */
export async function fillFromLetter(
  needs: LetterSources & {
    law: Law
    forms: Forms
    clock: Clock
    clockDoubt: ClockWatch['doubt']
    resources: string
  },
  id: LetterId,
  templateId: string,
): Promise<Output<'form:pdf'>> {
  const { library, law, forms, clock, clockDoubt, resources } = needs
  const found = findScan(needs, id)
  if (!found) return err({ code: 'letter.not-found' })
  const row = library.formTemplates.find(templateId)
  if (!row) return err({ code: 'form-template.not-found' })
  if (!row.fieldMapping) return err({ code: 'form-template.not-mapped' })
  const papers = appealPapers(forms, law, found.letter, clock.today(), clockDoubt())
  const values = officialValues({ forms, law, letter: found.letter, papers })
  const fonts = await loadFonts(resources)
  const filled = await fillFormTemplate(
    library.formTemplates.getBytes(templateId),
    row.fieldMapping,
    values,
    fonts,
  )
  return filled.ok ? ok({ bytes: filled.value.bytes }) : filled
}

function write({ library, changes }: WriteNeeds, work: () => void): Output<'form-template:remove'> {
  const written = library.write(work)
  if (!written.ok) return written
  changes.changed([])
  return ok(null)
}

/** What a person mapped before also serves every other copy of that revision. */
const mappedByHand = (library: Library): FieldMapping[] =>
  library.formTemplates.list().flatMap(({ fieldMapping }) => (fieldMapping ? [fieldMapping] : []))
