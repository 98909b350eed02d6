import { join } from 'node:path'
import { builtInContent } from '../../src/main/content/content.ts'

const resources = join(import.meta.dirname, '../../resources')

/** The real rules and forms. The workshop, which runs in a browser, is given the same as data. */
export const { law, forms } = builtInContent(resources)
