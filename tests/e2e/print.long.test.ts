import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { loadLaw } from '../../src/main/content/law-files.ts'
import type { LetterId } from '../../src/shared/model/letter.ts'
import { hasPoppler, picturesOf } from '../goldens/pictures.ts'
import { hasChromium, resources, takesAllCases, temporaryFolder } from '../support.ts'
import { keepConfirmed, openWindow, type Window } from './practice.ts'
import { expectSamePages, noteInsteadOfDialog, printedBy } from './printed.ts'
import { launchBrowser } from './waiting.ts'

const textOf = (pdf: Uint8Array): string => {
  const file = join(temporaryFolder(), 'printed.pdf')
  writeFileSync(file, pdf)
  return spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString()
}
const brightnessOf = async (picture: Buffer) => (await sharp(picture).stats()).channels[0]?.mean ?? 0

describe.skipIf(!hasChromium || !hasPoppler)('printed output', () => {
  let browser: Browser
  let opened: Window
  let id: LetterId
  beforeAll(async () => {
    browser = await launchBrowser()
    opened = await openWindow(browser, async (core) => {
      id = await keepConfirmed(core, 0, { noticeCode: 'LT11', noticeDate: '2026-11-10' })
      await core.idle()
    })
  })
  afterAll(async () => {
    await opened.close()
    await browser.close()
  })
  const goTo = async (hash: string, heading: string) => {
    await opened.page.evaluate((to) => {
      window.location.hash = to
    }, hash)
    await opened.page.getByRole('heading', { name: heading, level: 1 }).first().waitFor()
  }

  test('the page of a letter prints as a paper: what is folded is open, no buttons, name and date on each page', async () => {
    const { page } = opened
    await page.evaluate((to) => {
      window.location.hash = to
    }, `#/letter/${id}`)
    await page.getByRole('link', { name: words.next.toAppeal }).waitFor()
    const pages = textOf(await page.pdf({ format: 'Letter' }))
      .split('\f')
      .filter((text) => text.trim() !== '')
    expect(pages.length).toBeGreaterThan(1)
    for (const text of pages)
      expect(text).toMatch(/Final warning before the IRS.*Printed on November 22, 2026/)
    const whole = pages.join(' ')
    expect(whole).toContain(words.meaning.ifNothing)
    for (const button of [words.next.toAppeal, words.scan.forward, words.done.putAway])
      expect(whole).not.toContain(button)
  })

  // The longest of them; `npm run test:screens` takes it.
  test.runIf(takesAllCases)('a packet in a window without a PDF viewer prints page for page', async () => {
    const { page, core } = opened
    await page.evaluate(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false }))
    await noteInsteadOfDialog(page)
    await goTo(`#/letter/${id}/appeal/print`, words.interview.titles.print)
    await page.getByRole('button', { name: words.packet.make }).click()
    await page.getByRole('button', { name: words.packet.print }).click()
    await page.locator('body[data-printed]').waitFor()
    const printed = await printedBy(page)
    const packet = await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true })
    if (!packet.ok) throw new Error(packet.error.code)
    await expectSamePages(printed, packet.value.bytes)
    expect(opened.complaints).toEqual([])
  })

  test('the roadmap fits one page for a wall, its index the next ones, in the dark theme too', async () => {
    const { page } = opened
    await page.emulateMedia({ colorScheme: 'dark' })
    await goTo('#/roadmap', words.roadmap.title)
    const printed = await printedBy(page)
    const pictures = await picturesOf(printed)
    expect(pictures.length).toBe(4)
    const { width = 0, height = 0 } = await sharp(pictures[0]).metadata()
    expect(width / height).toBeCloseTo(11 / 8.5, 2)
    expect(await brightnessOf(pictures[0] ?? Buffer.alloc(0))).toBeGreaterThan(200)
    const text = textOf(printed)
    expect(text).toContain(words.roadmap.poster.title)
    const law = loadLaw(resources)
    for (const { printedAs } of [...law.notices, ...law.named]) expect(text).toContain(printedAs[0])
    // A number that stands on a letter in Spanish, and each row with its stop and the square.
    for (const row of [/CP604\s+\S.*[A-P]\d/, /CP712\s+\S.*[A-P]\d/, /CP504\s+\S.*[A-P]\d/])
      expect(text).toMatch(row)
  })

  test('the deadlines: every card whole, dark on white, without the window’s bars', async () => {
    const { page } = opened
    await goTo('#/deadlines', words.deadlines.title)
    const titles = await page.getByRole('heading', { level: 3 }).allInnerTexts()
    const printed = await printedBy(page)
    const text = textOf(printed).replace(/\s+/g, ' ')
    expect(titles.length).toBeGreaterThan(0)
    expect(titles.filter((title) => !text.includes(title.replace(/\s+/g, ' ').trim()))).toEqual([])
    expect(text).not.toContain(words.app.private)
    for (const picture of await picturesOf(printed)) expect(await brightnessOf(picture)).toBeGreaterThan(200)
  })
})
