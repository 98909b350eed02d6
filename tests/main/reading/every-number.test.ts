import { afterAll, expect, test } from 'vitest'
import { printedNotices } from '../../fixtures/letter-spec.ts'
import { typedPdf } from '../../fixtures/typed-pdf.ts'
import { law, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())

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
  const wrong: string[] = []
  for (const notice of known) {
    const pdf = await typedPdf([{ ...pageFor(notice), more: [notice.title.en] }])
    const read = await reader.read(pdf)
    const got = read.ok ? read.value.letters.map(({ facts }) => facts.noticeCode).join() : read.error.code
    if (got !== notice.code) wrong.push(`${notice.code}: ${got}`)
  }
  expect(wrong).toEqual([])
  expect(known.length).toBeGreaterThanOrEqual(300)
})
