import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { typedPdf } from '../fixtures/typed-pdf.ts'
import { hasChromium } from '../support.ts'
import { dropFiles, noViolations } from './main-way.ts'
import { openWindow } from './practice.ts'
import { launchBrowser } from './waiting.ts'

/** A folder for pictures of what the test saw, for people who want to look; none are made otherwise. */
const shots = process.env.WAYMARK_SHOTS
const shoot = async (page: Page, name: string) => {
  if (!shots) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test.skipIf(!hasChromium)(
  'files added together become one letter, whose pages a person arranges',
  async () => {
    const browser = await launchBrowser()
    const { core, page, close } = await openWindow(browser)
    try {
      await dropFiles(page, [
        { name: 'photo 10.png', bytes: await photo('CP504', '2 of 2') },
        { name: 'photo 9.png', bytes: await photo('CP504', '1 of 2') },
      ])
      const join = page.getByRole('button', { name: words.add.join })
      await join.waitFor()
      await core.idle()
      await noViolations(page)
      await shoot(page, '1-offer')
      await join.click()
      await page.getByText(words.pages.done.joined).waitFor()
      await core.idle()
      const { letters } = await core.api['letters:list'](null)
      expect(letters.map(({ pages, reading }) => [pages, reading?.facts.noticeCode])).toEqual([
        [[1, 2], 'CP504'],
      ])

      await page.getByRole('button', { name: words.pages.open }).click()
      await page.getByRole('button', { name: /^Page 2 of the file/ }).click()
      await page.locator('.page-tile img').nth(1).waitFor()
      await noViolations(page)
      await shoot(page, '2-joined')
      await page.getByRole('button', { name: words.pages.steps['begin-letter'] }).click()
      await page.getByText('A new letter begins with page 2.').waitFor()
      await core.idle()
      await shoot(page, '3-cut')
      expect((await core.api['letters:list'](null)).letters).toHaveLength(2)
      await page.locator('main h1').click()
      await page.keyboard.press('Control+z')
      await page.getByText(`Undone: ${words.history.parts.arranged}`, { exact: false }).waitFor()
      await core.idle()
      expect((await core.api['letters:list'](null)).letters).toHaveLength(1)
      // The question about a fact shows its page.
      await page.getByRole('button', { name: /^Page 2 of the file/ }).click()
      await page.getByRole('button', { name: words.pages.turnRight }).click()
      await page.getByText('Page 2 was turned. It is read again.').waitFor()
      await core.idle()
      await shoot(page, '4-turned')
    } finally {
      await close()
      await browser.close()
    }
  },
)

/** A page as a picture: small, for it is the way that is tried here and not the reading. */
async function photo(code: string, page: string): Promise<Buffer> {
  const scan = await import('../../src/main/reading/files/pdf-scan.ts')
  const opened = await scan.openPdfScan(await typedPdf([{ code, page }]))
  if (!opened.ok) throw new Error(opened.error.code)
  const { bytes } = await opened.value.imageOf(1, 1700, 0)
  await opened.value.close()
  return sharp(bytes).png().toBuffer()
}
