import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../shared/appeals/official-form.ts'
import type { Api } from '../../shared/contract/contract.ts'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import type { Law } from '../../shared/law/law.ts'
import { err } from '../../shared/model/result.ts'
import type { ClockWatch } from '../letters/clock-watch.ts'
import type { LetterSources } from '../letters/list-letters.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'
import {
  addFormTemplate,
  describeFormTemplate,
  fillFromLetter,
  mapFormTemplate,
  numberedFormTemplate,
  removeFormTemplate,
  type TemplateFields,
} from './form-templates.usecases.ts'

type FormTemplatesCalls = Pick<
  Api,
  | 'form-templates:list'
  | 'form-template:add'
  | 'form-template:map'
  | 'form-template:numbered'
  | 'form-template:remove'
  | 'form:pdf'
>

type Needs = LetterSources & {
  library: Pick<Library, 'formTemplates' | 'write'>
  reader: Pick<Reader, 'work'>
  changes: Notifier
  clock: Clock
  clockDoubt: ClockWatch['doubt']
  law: Law
  forms: Forms
  /** The forms whose fields the app knows. */
  fieldMappings: FieldMapping[]
  /** The folder with `fonts`. */
  resources: string
}

/** Official forms to fill in: the app ships none; the person adds a blank one once, and it is filled from then on. */
export function createFormTemplatesHandlers(needs: Needs): FormTemplatesCalls {
  const { library } = needs
  const known: TemplateFields = new Map()
  return {
    'form-templates:list': async () =>
      Promise.all(library.formTemplates.list().map((row) => describeFormTemplate({ ...needs, known }, row))),
    'form-template:add': async ({ fileName, bytes }) =>
      bytes.length > maxScanBytes ? err({ code: 'scan.too-large' }) : addFormTemplate(needs, fileName, bytes),
    'form-template:map': async ({ id, from }) => {
      const row = library.formTemplates.find(id)
      return row ? mapFormTemplate(needs, row, from) : err({ code: 'form-template.not-found' })
    },
    'form-template:numbered': async ({ id }) => numberedFormTemplate(needs, id),
    'form-template:remove': async ({ id }) => removeFormTemplate(needs, id),
    'form:pdf': async ({ id, template }) => fillFromLetter(needs, id, template),
  }
}
