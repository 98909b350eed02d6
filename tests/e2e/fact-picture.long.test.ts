import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasChromium, resources } from '../support.ts'
import { dropFile } from './main-way.ts'
import { openWindow, untilRead } from './practice.ts'
import { launchBrowser } from './waiting.ts'

/** A number at the foot of the page: what shifts the picture against its mark grows on the way down. */
test.skipIf(!hasChromium)('the mark on the enlarged paper lies on what was read', async () => {
  const browser = await launchBrowser()
  const window = await openWindow(browser)
  const { core, page } = window
  await dropFile(page, join(resources, 'samples', '4-letter-1058.pdf'))
  await untilRead(window)
  await page.locator('.fact-picture img').waitFor()
  const [letter] = (await core.api['letters:list'](null)).letters
  const box = letter?.reading?.evidence.noticeCode?.box
  expect(box?.[1]).toBeGreaterThan(0.8)
  await expect
    .poll(() =>
      page.evaluate(() => {
        const of = (part: string) => document.querySelector(`.fact-picture ${part}`)?.getBoundingClientRect()
        const [image, mark] = [of('img'), of('.fact-picture-mark')]
        return image && mark ? (mark.top - image.top) / image.height : null
      }),
    )
    .toBeCloseTo(box?.[1] ?? 0, 3)
  await window.close()
  await browser.close()
})
