import { createHash, randomUUID } from 'node:crypto'
import { appealPapers, type Forms } from '../../shared/appeals/appeal-papers.ts'
import { opensAppeal } from '../../shared/appeals/checklist.ts'
import { type FieldMapping, recognizeFormTemplate } from '../../shared/appeals/official-form.ts'
import { factsToMap, fieldMappingFrom, proposeMapping } from '../../shared/appeals/propose-mapping.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { Law } from '../../shared/law/law.ts'
import { DraftForm } from '../../shared/model/appeal.ts'
import type { Letter, LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import { caseOnPaper } from '../../shared/telling/tell-all.ts'
import type { ClockWatch } from '../letters/clock-watch.ts'
import { findScan, type LetterSources, listLetters } from '../letters/list-letters.ts'
import { blankFacts } from '../papers/official-forms/blank-facts.ts'
import { officialValues } from '../papers/official-forms/official-facts.ts'
import { makePaper, type TemplateContent } from '../papers/papers.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import type { ScanFile } from '../reading/files/scan.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'
import type { FormTemplateRow } from '../storage/tables/form-templates-table.ts'
import { templateFile } from './template-file.ts'

type PaperReader = Pick<Reader, 'work'>
type WriteNeeds = { library: Pick<Library, 'formTemplates' | 'write'>; changes: Notifier }

/** Stores a form template if its form and revision are known, or if it is a form that a person can map. */
export async function addFormTemplate(
  needs: WriteNeeds & { reader: PaperReader; clock: Clock; fieldMappings: FieldMapping[] },
  fileName: string,
  bytes: Uint8Array,
): Promise<Output<'form-template:add'>> {
  const { library, reader, clock, fieldMappings } = needs
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = library.formTemplates.findIdBySha256(sha256)
  if (known) return ok({ id: known })
  const content = await contentOf(reader, { bytes })
  if (!content) return err({ code: 'form-template.damaged' })
  const found = recognizeFormTemplate(
    [...fieldMappings, ...mappedByHand(library)],
    content.fields,
    content.text,
  )
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
  needs: WriteNeeds & { reader: PaperReader },
  row: FormTemplateRow,
  from: Parameters<typeof fieldMappingFrom>[1],
): Promise<Output<'form-template:map'>> {
  const { library, reader } = needs
  const content = await contentOf(reader, templateFile(library, row.id))
  if (!content) return err({ code: 'form-template.damaged' })
  const { fields, text, pages } = content
  const found = recognizeFormTemplate([], fields, text)
  const revision = (found.kind === 'unknownRevision' && found.revision) || 'revision not read'
  const title = text.split('\n')[0]?.trim().slice(0, 300) || `Form ${row.form}`
  const head = { form: row.form, revision, title, pages }
  return write(needs, () =>
    library.formTemplates.setFieldMapping(row.id, fieldMappingFrom(fields, from, head)),
  )
}

/** Deletes a form template. */
export const removeFormTemplate = (needs: WriteNeeds, id: string): Output<'form-template:remove'> =>
  write(needs, () => needs.library.formTemplates.remove(id))

/** null: it cannot be opened within bounds, or the process that opens it ends. */
async function contentOf(reader: PaperReader, file: ScanFile): Promise<TemplateContent | null> {
  const content = await makePaper(reader, 'template', null, [file])
  return content.ok ? content.value : null
}

/** The fields of each template by its id, as long as the library is open: opening a template takes a second. */
export type TemplateFields = Map<string, TemplateContent['fields']>

/** A form template as the screen lists it, with its fields if a person has to map them. */
export async function describeFormTemplate(
  {
    library,
    reader,
    fieldMappings,
    known,
  }: {
    library: Pick<Library, 'formTemplates'>
    reader: PaperReader
    fieldMappings: FieldMapping[]
    known: TemplateFields
  },
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
  const fields = known.get(id) ?? (await contentOf(reader, templateFile(library, id)))?.fields ?? []
  if (fields.length > 0) known.set(id, fields)
  const said = fieldMapping?.fields.flatMap(({ field, from }) => (from ? [[field, from] as const] : []))
  const proposal = said ? Object.fromEntries(said) : proposeMapping(fields, form)
  return { ...head, mapped: fieldMapping !== null, toMap: { fields, proposal, facts: factsToMap(form) } }
}

/** A form template, filled in from one letter and flattened. */
export async function fillFromLetter(
  needs: LetterSources & {
    library: Pick<Library, 'formTemplates'>
    law: Law
    forms: Forms
    clock: Clock
    clockDoubt: ClockWatch['doubt']
    resources: string
    reader: PaperReader
  },
  id: LetterId,
  templateId: string,
): Promise<Output<'form:pdf'>> {
  const { library, law, forms, clock, clockDoubt, resources, reader } = needs
  const found = findScan(needs, id)
  if (!found) return err({ code: 'letter.not-found' })
  const row = library.formTemplates.find(templateId)
  if (!row) return err({ code: 'form-template.not-found' })
  if (!row.fieldMapping) return err({ code: 'form-template.not-mapped' })
  const { letter, isAppeal } = withForm(found.letter, row.form)
  if (isAppeal && !opensAppeal(law, letter)) return err({ code: 'packet.no-appeal' })
  const told = caseOnPaper(law, listLetters(needs), letter, clock.today())
  const papers = appealPapers(forms, told, clockDoubt())
  const values = officialValues({ forms, law, letter, papers, fills: row.form })
  const input = { fieldMapping: row.fieldMapping, values, resources }
  const filled = await makePaper(reader, 'filled', input, [templateFile(library, templateId)])
  if (!filled.ok) return err({ code: 'form-template.damaged' })
  if (!filled.value.ok) return filled.value
  const blank = isAppeal ? [] : blankFacts(row.fieldMapping, values)
  return ok({ bytes: filled.value.value.bytes, blank })
}

/** The form of an appeal is filled with the draft of that form, whichever the route asks for. */
function withForm(letter: Letter, form: string): { letter: Letter; isAppeal: boolean } {
  const own = DraftForm.safeParse(form)
  if (!own.success) return { letter, isAppeal: false }
  return { letter: { ...letter, answers: { ...letter.answers, form: own.data } }, isAppeal: true }
}

/** The blank form with the number of each field printed in it. */
export async function numberedFormTemplate(
  {
    library,
    reader,
    resources,
  }: { library: Pick<Library, 'formTemplates'>; reader: PaperReader; resources: string },
  id: string,
): Promise<Output<'form-template:numbered'>> {
  if (!library.formTemplates.find(id)) return err({ code: 'form-template.not-found' })
  const made = await makePaper(reader, 'numbered', { resources }, [templateFile(library, id)])
  return made.ok && made.value ? ok({ bytes: made.value }) : err({ code: 'form-template.damaged' })
}

function write({ library, changes }: WriteNeeds, work: () => void): Output<'form-template:remove'> {
  const written = library.write(work)
  if (!written.ok) return written
  changes.changed([])
  return ok(null)
}

/** What a person mapped before also serves every other copy of that revision. */
const mappedByHand = (library: Pick<Library, 'formTemplates'>): FieldMapping[] =>
  library.formTemplates.list().flatMap(({ fieldMapping }) => (fieldMapping ? [fieldMapping] : []))
