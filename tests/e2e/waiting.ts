import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { chromium as executablePath, longestWait } from '../support.ts'

/** All that waits in this context (clicks, locators, events, navigation) gives up after `longestWait`. */
export function limitWaits(context: BrowserContext): void {
  context.setDefaultTimeout(longestWait)
  context.setDefaultNavigationTimeout(longestWait)
}

/** The Chromium of the tests; all tests in a browser start it here. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], timeout: 4 * longestWait })

/** A page in a context of its own whose waits are limited; a desktop window in English unless `look` says otherwise. */
export async function openPage(browser: Browser, look: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    ...look,
  })
  limitWaits(context)
  return context.newPage()
}

/** What the browser minds about a script, a style or an image of the page, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return complaints
}
