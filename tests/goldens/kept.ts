import { join } from 'node:path'
import { projectFolder } from '../support.ts'

/** The papers as they should be, written by `npm run goldens`. */
export const keptFolder = join(projectFolder, 'tests/goldens/kept')

/** Where a test that fails puts what it saw. */
export const seenFolder = join(projectFolder, 'node_modules/.cache/goldens')

/** One line a sentence, so that a change shows as a change of lines. */
export const goldenText = (pages: string[]): string =>
  pages.map((page, index) => `--- page ${index + 1}\n${page.replace(/(?<=[.:;]) /g, '\n').trim()}\n`).join('')
