import { createHash, randomUUID } from 'node:crypto'
import { appealPapers } from '../../shared/appeals/appeal-papers.ts'
import { type FieldMapping, recognizeFormTemplate } from '../../shared/appeals/official-form.ts'
import { factsToMap, fieldMappingFrom, proposeMapping } from '../../shared/appeals/propose-mapping.ts'
import { type Api, maxScanBytes, type Output } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { findScan } from '../letters/listed-letters.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import type { FormTemplateRow } from '../storage/tables/form-templates-table.ts'
import { fillFormTemplate } from './official-forms/fill-form-template.ts'
import { fieldsOfTemplate } from './official-forms/form-template-fields.ts'
import { textOfTemplate } from './official-forms/form-template-text.ts'
import { numberedTemplate } from './official-forms/numbered-template.ts'
import { officialValues } from './official-forms/official-facts.ts'
import { loadFonts } from './pdf/fonts.ts'

type BlankCalls = Pick<
  Api,
  'blanks:list' | 'blank:add' | 'blank:map' | 'blank:numbered' | 'blank:remove' | 'form:pdf'
>

/** Official blanks: the app carries none; the person drops one once, and it is filled from then on. */
export function createFormTemplateHandlers(parts: SessionContext): BlankCalls {
  const { library, changes, clock, resources, law, forms, manifests: ours, reader } = parts
  const write = (work: () => void): Output<'blank:remove'> => {
    const written = library.write(work)
    if (!written.ok) return written
    changes.changed([])
    return ok(null)
  }
  return {
    'blanks:list': async () => Promise.all(library.blanks.list().map((row) => shown(parts, row))),
    'blank:add': async ({ fileName, bytes }) => {
      if (bytes.length > maxScanBytes) return err({ code: 'scan.too-large' })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = library.blanks.findIdBySha256(sha256)
      if (known) return ok({ id: known })
      // What the worker cannot open in its time and memory is not opened here either.
      if (!(await reader.isTame({ bytes }))) return err({ code: 'blank.damaged' })
      const [fields, printed] = [await fieldsOfTemplate(bytes), await textOfTemplate(bytes)]
      if (!fields || !printed) return err({ code: 'blank.damaged' })
      const found = recognizeFormTemplate([...ours, ...mappedByHand(library)], fields, printed.text)
      if (found.kind === 'notAForm') return err({ code: 'blank.not-a-form' })
      // Where we know a form, another revision of it is refused; what nobody knows, the person may map.
      if (found.kind === 'unknownRevision' && ours.some(({ form }) => form === found.form))
        return err({ code: 'blank.unknown-revision' })
      const form = found.kind === 'known' ? found.manifest.form : found.form
      const manifest = found.kind === 'known' ? found.manifest : null
      const id = randomUUID()
      const written = write(() =>
        library.blanks.insert(
          { id, sha256, form, fileName: cleanFileName(fileName), keptAt: clock.now(), manifest },
          bytes,
        ),
      )
      return written.ok ? ok({ id }) : written
    },
    'blank:map': async ({ id, from }) => {
      const row = library.blanks.find(id)
      if (!row) return err({ code: 'blank.not-found' })
      const bytes = library.blanks.getBytes(id)
      const [fields, printed] = [await fieldsOfTemplate(bytes), await textOfTemplate(bytes)]
      if (!fields || !printed) return err({ code: 'blank.damaged' })
      const found = recognizeFormTemplate([], fields, printed.text)
      const revision = (found.kind === 'unknownRevision' && found.revision) || 'revision not read'
      const title = printed.text.split('\n')[0]?.trim().slice(0, 300) || `Form ${row.form}`
      const head = { form: row.form, revision, title, pages: printed.pages }
      return write(() => library.blanks.setManifest(id, fieldMappingFrom(fields, from, head)))
    },
    'blank:numbered': async ({ id }) => {
      const row = library.blanks.find(id)
      if (!row) return err({ code: 'blank.not-found' })
      const bytes = await numberedTemplate(library.blanks.getBytes(id), await loadFonts(resources))
      return bytes ? ok({ bytes }) : err({ code: 'blank.damaged' })
    },
    'blank:remove': async ({ id }) => write(() => library.blanks.remove(id)),
    'form:pdf': async ({ id, blank }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      const row = library.blanks.find(blank)
      if (!row) return err({ code: 'blank.not-found' })
      if (!row.manifest) return err({ code: 'blank.not-mapped' })
      const papers = appealPapers(forms, law, found.letter, clock.today())
      const values = officialValues({ forms, law, letter: found.letter, papers })
      const fonts = await loadFonts(resources)
      const filled = await fillFormTemplate(library.blanks.getBytes(blank), row.manifest, values, fonts)
      return filled.ok ? ok({ bytes: filled.value.bytes }) : filled
    },
  }
}

/** What the person mapped before serves every further copy of that revision. */
const mappedByHand = (library: SessionContext['library']): FieldMapping[] =>
  library.blanks.list().flatMap(({ manifest }) => (manifest ? [manifest] : []))

async function shown(
  { library, manifests }: SessionContext,
  { id, form, fileName, manifest }: FormTemplateRow,
): Promise<Output<'blanks:list'>[number]> {
  const head = { id, form, fileName, revision: manifest?.revision ?? null, title: manifest?.title ?? null }
  const isOurs = manifests.some((each) => each.form === form && each.revision === manifest?.revision)
  if (isOurs) return { ...head, mapped: true, toMap: null }
  const fields = (await fieldsOfTemplate(library.blanks.getBytes(id))) ?? []
  const said = manifest?.fields.flatMap(({ field, from }) => (from ? [[field, from] as const] : []))
  const proposal = said ? Object.fromEntries(said) : proposeMapping(fields, form)
  return { ...head, mapped: manifest !== null, toMap: { fields, proposal, facts: factsToMap(form) } }
}
