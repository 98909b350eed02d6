import { join } from 'node:path'
import { builtInContent } from '../src/main/content/content.ts'

/** The law that ships with the app, read once for all files of a test process. */
export const { law } = builtInContent(join(import.meta.dirname, '../resources'))
