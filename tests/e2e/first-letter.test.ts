import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasChromium, resources } from '../support.ts'
import { walkToAnswers } from './main-way.ts'
import { openWindow } from './practice.ts'
import { launchBrowser } from './waiting.ts'

/** The one way through a browser that `npm test` takes; the others are in the long tests beside this one. */
test.skipIf(!hasChromium)('a dropped letter is read, confirmed and answered', async () => {
  const browser = await launchBrowser()
  const { core, page, complaints, close } = await openWindow(browser)
  try {
    await walkToAnswers(page, join(resources, 'samples', '1-lt11.pdf'), 'LT11', core.idle)
    expect(complaints).toEqual([])
  } finally {
    await close()
    await browser.close()
  }
})
