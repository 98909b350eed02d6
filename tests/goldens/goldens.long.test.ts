import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { textOfPdf } from '../main/papers/pdf/pdf-text.ts'
import { goldenText, keptFolder, seenFolder } from './kept.ts'
import { goldenPapers } from './papers.ts'
import { differenceOf, hasPoppler, picturesOf } from './pictures.ts'

if (!hasPoppler) console.warn('No pdftoppm: the papers are compared by their text alone.')
const kept = readdirSync(keptFolder)

/** A hair's breadth; a line of text that moved is some 0.5 % of a page. */
const allowed = 0.002

describe.each(goldenPapers)('$name', ({ name, pictures, make }) => {
  const made = make()
  made.catch(() => undefined)

  test('says what it should', async () => {
    const golden = readFileSync(join(keptFolder, `${name}.txt`), 'utf8')
    expect(goldenText(await textOfPdf(await made))).toBe(golden)
  })

  test.skipIf(!pictures || !hasPoppler)('looks as it should (else: npm run goldens, and look)', async () => {
    const pages = await picturesOf(await made)
    const goldens = kept.filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))
    expect(pages).toHaveLength(goldens.length)
    const changed: string[] = []
    for (const [index, page] of pages.entries()) {
      const file = `${name}-${index + 1}.png`
      const { share, picture } = await differenceOf(readFileSync(join(keptFolder, file)), page)
      if (share <= allowed) continue
      mkdirSync(seenFolder, { recursive: true })
      writeFileSync(join(seenFolder, file), picture)
      changed.push(`page ${index + 1}: ${(100 * share).toFixed(2)} % differs, see ${join(seenFolder, file)}`)
    }
    expect(changed).toEqual([])
  })
})

test('a page that moved down by a tenth of an inch differs; an unchanged page does not', async () => {
  const page = readFileSync(join(keptFolder, 'packet-levy-2.png'))
  const { width = 0, height = 0 } = await sharp(page).metadata()
  const lower = await sharp(page).extend({ top: 4, background: '#fff' }).png().toBuffer()
  const moved = await sharp(lower).extract({ left: 0, top: 0, width, height }).png().toBuffer()
  expect((await differenceOf(page, page)).share).toBe(0)
  expect((await differenceOf(page, moved)).share).toBeGreaterThan(5 * allowed)
})
