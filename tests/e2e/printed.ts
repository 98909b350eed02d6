import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { differenceOf, picturesOf } from '../goldens/pictures.ts'

/** Chromium's print, as the print dialog would get it; the page's own sheet size counts. */
export async function printedBy(page: Page): Promise<Uint8Array> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
  return Buffer.from(data, 'base64')
}

/** A dialog would wait for a hand; the page only notes that it was asked for. */
export const noteInsteadOfDialog = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = 'yes'
    }
  })

/** Of the points of a blurred picture: print that was drawn twice is softer, but lies where it lay. */
const most = 0.0015
const blurred = async (pdf: Uint8Array): Promise<Buffer[]> =>
  Promise.all(
    (await picturesOf(pdf)).map((picture) =>
      sharp(picture).flatten({ background: '#fff' }).blur(2).toBuffer(),
    ),
  )

/** Each printed page looks like the page of the paper, and not like the one after it. */
export async function expectSamePages(printed: Uint8Array, paper: Uint8Array): Promise<void> {
  const [now, wanted] = [await blurred(printed), await blurred(paper)]
  expect(now.length).toBe(wanted.length)
  const shares = (others: Buffer[]) =>
    Promise.all(others.map(async (other, at) => (await differenceOf(wanted[at] ?? other, other)).share))
  expect((await shares(now)).filter((share) => share > most)).toEqual([])
  expect((await shares(now.slice(1))).filter((share) => share <= most)).toEqual([])
}
