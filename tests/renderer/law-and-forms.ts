import { join } from 'node:path'
import { loadForms } from '../../src/main/content/form-files.ts'
import { loadLaw } from '../../src/main/content/law-files.ts'

const resources = join(import.meta.dirname, '../../resources')

/** The real rules and forms. The workshop, which runs in a browser, is given the same as data. */
export const law = loadLaw(resources)
export const forms = await loadForms(resources)
