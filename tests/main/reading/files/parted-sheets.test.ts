import { PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openScan } from '../../../../src/main/reading/files/open-scan.ts'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import type { PageText } from '../../../../src/shared/model/letter.ts'
import { law } from '../reading-support.ts'

const letterhead = ['Department of the Treasury', 'Internal Revenue Service', 'Cincinnati, OH 45999-0149']
const letter = (code: string, date: string, amount: string) => [
  ...letterhead,
  'Notice',
  code,
  'Notice date',
  date,
  'Social Security number',
  'XXX-XX-4411',
  'Page 1 of 1',
  `Amount due immediately: ${amount}`,
  'You have unpaid taxes for 2023. Pay at www.irs.gov or call us today to make a plan.',
]

/** A sheet with two columns of lines, and a black square at the foot of the right one. */
async function sheet(left: readonly string[], right: readonly string[]) {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([1224, 792])
  for (const [x, lines] of [
    [40, left],
    [652, right],
  ] as const)
    for (const [at, line] of lines.entries()) page.drawText(line, { x, y: 740 - 16 * at, size: 11 })
  page.drawRectangle({ x: 800, y: 40, width: 200, height: 200, color: rgb(0, 0, 0) })
  const scan = await openScan(await pdf.save())
  if (!scan.ok) throw new Error(scan.error.code)
  return scan.value
}

test('two letters side by side on a sheet are two pages, and nothing of them is mixed', async () => {
  const scan = await sheet(
    letter('CP504', 'October 6, 2025', '$4,318.27'),
    letter('CP14', 'June 9, 2025', '$1,207.55'),
  )
  expect(scan.pageCount).toBe(2)
  const pages = (await Promise.all([1, 2].map((page) => scan.textOf(page)))).filter(
    (page): page is PageText => page !== null,
  )
  const { letters } = readLetters(law, pages)
  expect(
    letters.map(({ pages, facts }) => [pages, facts.noticeCode, facts.noticeDate, facts.amountDue]),
  ).toEqual([
    [[1], 'CP504', '2025-10-06', '4318.27'],
    [[2], 'CP14', '2025-06-09', '1207.55'],
  ])
  await scan.close()
})

test('each half is shown and read as a page of its own, also turned', async () => {
  const scan = await sheet(
    letter('CP504', 'October 6, 2025', '$4,318.27'),
    letter('CP14', 'June 9, 2025', '$1,207.55'),
  )
  const dark = (pixels: Uint8Array) => pixels.filter((value) => value < 60).length / pixels.length
  const [left, right] = [await scan.grayOf(1, 600), await scan.grayOf(2, 600)]
  expect([left.width, left.height]).toEqual([600, 777])
  expect(dark(left.pixels)).toBeLessThan(0.03)
  expect(dark(right.pixels)).toBeGreaterThan(0.07)
  const { width, height } = await sharp((await scan.imageOf(2, 600, 90)).bytes).metadata()
  expect(width > height).toBe(true)
  await scan.close()
})

test('a wide page with one letter stays one page', async () => {
  const scan = await sheet(letter('CP504', 'October 6, 2025', '$4,318.27'), [
    'What you can do',
    'Call us today.',
  ])
  expect(scan.pageCount).toBe(1)
  await scan.close()
})

test('a page that is broken does not close the file: the other page is still there', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage([612, 792]).drawText('The first page of the letter', { x: 50, y: 700, size: 12 })
  const broken = pdf.addPage([612, 792])
  pdf.context.assign(broken.ref, PDFName.of('Nothing'))
  const scan = await openScan(await pdf.save({ useObjectStreams: false }))
  expect(scan.ok && (await scan.value.grayOf(1, 300)).width).toBe(300)
})
