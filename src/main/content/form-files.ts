import { Forms } from '../../shared/appeals/appeal-papers.ts'
import { FieldMapping } from '../../shared/appeals/official-form.ts'
import { named, namedList } from '../../shared/i18n/text-ids.ts'
import { type ContentFiles, folderFiles } from './content-files.ts'

const files = { '9423': '9423-2020-02.json', '12153': '12153-2022-07.json' }

/** The forms that ship with the app. */
export const loadForms = (resourcesFolder: string): Forms => formsFrom(folderFiles(resourcesFolder))

/** Our descriptions of the forms that we draft, checked; throws if a file is not what the program expects. */
export function formsFrom(content: ContentFiles): Forms {
  const read = (name: string) => JSON.parse(content.read(`forms/${name}`))
  const taxTypes = read('tax-types.json')
  const { forms, reasons } = Forms.parse({
    forms: {
      '9423': { ...read(files['9423']), taxTypes },
      '12153': { ...read(files['12153']), taxTypes },
    },
    reasons: read('reasons.json'),
  })
  return {
    forms: named(forms, 'form'),
    reasons: {
      reasons: namedList(reasons.reasons, 'reason'),
      remedies: namedList(reasons.remedies, 'remedy'),
    },
  }
}

/** Our field mappings of official forms, checked; throws if a file is not what the program expects. */
export const fieldMappingsFrom = (content: ContentFiles): FieldMapping[] =>
  content
    .list('forms/official')
    .map((name) => FieldMapping.parse(JSON.parse(content.read(`forms/official/${name}`))))

/** The field mappings that ship with the app. */
export const loadFieldMappings = (resourcesFolder: string): FieldMapping[] =>
  fieldMappingsFrom(folderFiles(resourcesFolder))
