import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOfPdf } from '../main/papers/pdf/pdf-text.ts'
import { goldenText, keptFolder } from './kept.ts'
import { goldenPapers } from './papers.ts'
import { hasPoppler, picturesOf } from './pictures.ts'

/** Writes what the papers look like now as what they should look like. Look at the change before you commit it. */
if (!hasPoppler) throw new Error('pdftoppm is missing: apt-get install poppler-utils')
rmSync(keptFolder, { recursive: true, force: true })
mkdirSync(keptFolder, { recursive: true })
for (const { name, pictures, make } of goldenPapers) {
  const pdf = await make()
  writeFileSync(join(keptFolder, `${name}.txt`), goldenText(await textOfPdf(pdf)))
  if (!pictures) continue
  for (const [index, picture] of (await picturesOf(pdf)).entries())
    writeFileSync(join(keptFolder, `${name}-${index + 1}.png`), picture)
}
