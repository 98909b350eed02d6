import { join } from 'node:path'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { loadFonts } from '../../papers/pdf/fonts.ts'
import { familySheet } from '../../papers/sheets/family-sheet.ts'
import { projectFolder } from '../folders.ts'
import { warnOfClock } from './clock-warning.ts'
import { CommandFailure } from './command-failure.ts'
import { unwrap } from './open-core.ts'
import { openLaw } from './open-law.ts'
import { jsonText, say } from './print.ts'
import { writeOut } from './write-out.ts'

/** Writes one page for a practitioner to check: all rights and days of a family of notices. */
export async function sheetCommand(family: string, options: { out?: string; json?: boolean }): Promise<void> {
  const law = openLaw()
  const ids = law.families.map(({ id }) => id)
  if (!ids.includes(family))
    throw new CommandFailure(`There is no family "${family}". Families: ${ids.join(', ')}`)
  const out = options.out ?? `sheet-${family}.pdf`
  const bytes = unwrap(await familySheet(law, family, await loadFonts(join(projectFolder, 'resources'))))
  warnOfClock()
  writeOut(out, bytes)
  say(options.json ? jsonText({ family, out, bytes: bytes.length }) : `Written: ${cleanText(out)}`)
}
