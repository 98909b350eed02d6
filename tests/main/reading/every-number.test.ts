import { expect, test } from 'vitest'
import { openPdfScan } from '../../../src/main/reading/files/pdf-scan.ts'
import { readLetters } from '../../../src/main/reading/rules/read-letters.ts'
import { printedNotices } from '../../fixtures/letter-spec.ts'
import { typedPdf } from '../../fixtures/typed-pdf.ts'
import { law } from './reading-support.ts'

/** `Letter 238` for a letter with its number at the foot; the box of the others. */
const pageFor = ({ code, wherePrinted, printedAs }: ReturnType<typeof printedNotices>[number]) => {
  const digits = code.replace(/^L(?=\d)/, '')
  switch (wherePrinted) {
    case 'box':
      return { code }
    case 'footer':
      return { code: null, footer: `Letter ${digits} (Rev. 1-2026)` }
    case 'ltr-line':
      return { code: null, replyLine: `LTR ${digits} 0` }
    case 'form':
      return { code: null, form: printedAs[0] ?? code }
  }
}

test('every number that the app knows is read from a file with its own text, each as itself', async () => {
  const known = printedNotices(law)
  const pages = known.map((notice) => ({ ...pageFor(notice), more: [notice.title.en] }))
  const opened = await openPdfScan(await typedPdf(pages))
  if (!opened.ok) throw new Error(opened.error.code)
  const wrong: string[] = []
  for (const [at, notice] of known.entries()) {
    const text = await opened.value.textOf(at + 1)
    const letters = text ? readLetters(law, [{ ...text, page: 1 }]).letters : []
    const got = letters.map(({ facts }) => facts.noticeCode).join()
    if (got !== notice.code) wrong.push(`${notice.code}: ${got}`)
  }
  await opened.value.close()
  expect(wrong).toEqual([])
  expect(known.length).toBeGreaterThanOrEqual(300)
})
