import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { searchableCopy } from '../../../../src/main/papers/searchable/searchable-copy.ts'
import type { Line, PageText } from '../../../../src/shared/model/letter.ts'
import { err, ok } from '../../../../src/shared/model/result.ts'
import { resources, temporaryFolder } from '../../../support.ts'

const line = (text: string, box: Line['box']): Line => ({ text, box, confidence: 1 })
const pageOf = (page: number, ...lines: Line[]): PageText => ({
  page,
  aspect: 0.77,
  source: 'ocr',
  rotation: 0,
  lines,
})
const blank = async () => {
  const picture = sharp({ create: { width: 850, height: 1100, channels: 3, background: '#fff' } })
  return ok({ type: 'image/png' as const, bytes: new Uint8Array(await picture.png().toBuffer()) })
}

async function copyOf(...texts: PageText[]): Promise<string> {
  const { regular } = await loadFonts(resources)
  const made = await searchableCopy(texts, blank, regular)
  if (!made.ok) throw new Error(made.error.code)
  const file = join(temporaryFolder(), 'letter.pdf')
  writeFileSync(file, made.value)
  return file
}
const poppler = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8' })

test('what was read lies in its place under the picture, and is not seen', async () => {
  const file = await copyOf(
    pageOf(
      1,
      line('Notice CP504', [0.6, 0.1, 0.3, 0.02]),
      line('Pagué $1,200 a GÜRSEL', [0.1, 0.5, 0.4, 0.015]),
    ),
    pageOf(2, line('Page two', [0.1, 0.2, 0.2, 0.02])),
  )
  const [first = '', second = ''] = poppler('pdftotext', file, '-').split('\f')
  expect(first.replace(/\s+/g, ' ').trim()).toBe('Notice CP504 Pagué $1,200 a GÜRSEL')
  expect(second.trim()).toBe('Page two')
  const places = [
    ...poppler('pdftotext', '-bbox', file, '-').matchAll(
      /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g,
    ),
  ]
  const place = (word: string) =>
    places
      .find((each) => each[5] === word)
      ?.slice(1, 5)
      .map(Number) ?? []
  const [left = 0, top = 0] = place('Notice')
  const [, , right = 0, bottom = 0] = place('CP504')
  expect([Math.abs(left - 0.6 * 612) < 2, Math.abs(right - 0.9 * 612) < 4]).toEqual([true, true])
  expect([Math.abs(top - 0.1 * 792) < 8, Math.abs(bottom - 0.12 * 792) < 8]).toEqual([true, true])
  const drawn = execFileSync('pdftoppm', ['-r', '50', '-png', '-singlefile', file])
  expect((await sharp(drawn).stats()).channels[0]?.min).toBe(255)
  expect(poppler('pdfinfo', file)).not.toMatch(/Title|Author|CreationDate|ModDate|Producer/)
})

test('a page without words is a picture alone, a sign that the font lacks is a gap, and a page that cannot be drawn is said', async () => {
  expect(poppler('pdftotext', await copyOf(pageOf(1)), '-').trim()).toBe('')
  expect(
    poppler('pdftotext', await copyOf(pageOf(1, line('Name 李 Li', [0.1, 0.1, 0.3, 0.02]))), '-'),
  ).toMatch(/Name\s+Li/)
  const { regular } = await loadFonts(resources)
  const failed = async () => err({ code: 'scan.damaged' as const })
  expect(await searchableCopy([pageOf(1)], failed, regular)).toEqual(err({ code: 'scan.damaged' }))
})
