import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import type { Core } from '../../src/main/app/core.ts'
import { hasChromium } from '../support.ts'
import { keepConfirmed, keepLetter, openWindow } from './practice.ts'
import { launchBrowser } from './waiting.ts'

/** One and a half screens of 800 pixels. */
const highest = 1200

type Kept = { letter: string; keep: (core: Core) => Promise<string>; seen: (page: Page) => Locator[] }

const appeal = (page: Page) => page.getByRole('link', { name: words.next.toAppeal })
const kept: Kept[] = [
  {
    letter: 'a letter that nobody has checked',
    keep: async (core) => {
      const id = await keepLetter(core)
      await core.idle()
      return id
    },
    seen: (page) => [
      page.getByText(/^Ask for a hearing: .*Mail it by Friday, December 4, 2026/).first(),
      page.getByText(/^The last day is Wednesday, December 9, 2026: 17 days left/),
      page.getByRole('button', { name: words.check.yes }),
      page.getByRole('button', { name: words.check.no, exact: true }),
    ],
  },
  {
    letter: 'a checked letter with a hearing',
    keep: (core) => keepConfirmed(core, 1, { noticeCode: 'LT11', noticeDate: '2026-11-09' }),
    seen: (page) => [page.getByText(/^The last day is .*: 17 days left/), appeal(page)],
  },
  {
    letter: 'a CP77 whose hearings have both passed',
    keep: (core) => keepConfirmed(core, 2, { noticeCode: 'CP77', noticeDate: '2025-09-07' }),
    seen: (page) => [
      page.getByText(/^The deadline for the hearing has passed: it was October 7, 2025/).first(),
      appeal(page),
    ],
  },
]

describe.runIf(hasChromium)(
  'the page of a letter is one and a half screens, with the answer on the first',
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchBrowser()
    })
    afterAll(() => browser.close())

    test.each(kept)('$letter', async ({ keep, seen }) => {
      let id = ''
      const { page, close } = await openWindow(browser, async (core) => {
        id = await keep(core)
      })
      await page.evaluate((hash) => location.assign(hash), `#/letter/${id}`)
      await page.locator('.scan-area img').waitFor()
      for (const each of [page.locator('.letter-head h1'), ...seen(page)]) {
        await each.waitFor()
        const box = await each.boundingBox()
        expect(box && box.y + box.height).toBeLessThanOrEqual(800)
      }
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(highest)
      await close()
    })
  },
)
