import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import type { Core } from '../../src/main/app/core.ts'
import { type BrowserShell, serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { hasChromium, projectFolder, resources, testCore } from '../support.ts'
import { dropFile, noViolations, walkMainWay } from './main-way.ts'
import { complaintsOf, launchBrowser, openPage } from './waiting.ts'

const scratch = join(projectFolder, 'node_modules/.cache/e2e')
mkdirSync(scratch, { recursive: true })
const sample = (name: string) => join(resources, 'samples', name)

describe.skipIf(!hasChromium)('in a browser', () => {
  let browser: Browser
  let core: Core
  let shell: BrowserShell
  beforeAll(async () => {
    browser = await launchBrowser()
    core = testCore()
    shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  })
  afterAll(async () => {
    await browser.close()
    await shell.close()
    await core.close()
  })

  /** A page on which any message of the browser, and any request to elsewhere, is a failure. */
  async function visit(url = shell.newUrl()): Promise<{ page: Page; complaints: string[] }> {
    const page = await openPage(browser)
    const complaints = complaintsOf(page)
    // The viewer in which a packet is shown is a part of Chromium.
    const viewer = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/']
    const own = [new URL(url).origin, 'blob:', 'data:', ...viewer]
    page.on('request', (request) => {
      if (!own.some((start) => request.url().startsWith(start))) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(url)
    return { page, complaints }
  }

  test('a dropped letter is saved, read, confirmed, and becomes a packet to save', async () => {
    const { page, complaints } = await visit()
    await walkMainWay(page, sample('1-lt11.pdf'), 'LT11', core.idle)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.packet.save, exact: true }).click(),
    ])
    const bytes = readFileSync(await download.path())
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    writeFileSync(join(scratch, 'packet.pdf'), bytes)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('roadmap and deadlines show the letter, and axe finds nothing there or on the screens next to them', async () => {
    const { page, complaints } = await visit()
    for (const place of [words.home.allDeadlines, words.nav.roadmap]) {
      await page.getByRole('link', { name: words.nav.home, exact: true }).click()
      await page.getByRole('link', { name: place, exact: true }).click()
      await page.getByText(/LT11/).locator('visible=true').first().waitFor()
      await noViolations(page)
    }
    for (const [hash, title] of [
      ['libraries', words.libraries.title],
      ['about', words.about.content.title],
      ['guide', words.guide.title],
    ] as const) {
      await page.goto(`${page.url().split('#')[0]}#/${hash}`)
      await page.getByRole('heading', { name: title }).first().waitFor()
      await noViolations(page)
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a word is found using only the keyboard and is marked on the scan; history and trash pass axe too', async () => {
    const { page, complaints } = await visit()
    await page.getByRole('link', { name: /^LT11/ }).first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('intent to levy')
    await page.getByText(words.search.found_one.replace('{{count}}', '1')).waitFor()
    await noViolations(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByTestId('mark').first().waitFor()
    await page.getByRole('button', { name: words.history.title, exact: true }).click()
    await page.getByText(words.history.kept).waitFor()
    await noViolations(page)
    await page.goto(`${page.url().split('#')[0]}#/letters`)
    await page.getByRole('button', { name: /^Remove LT11/ }).click()
    await page.goto(`${page.url().split('#')[0]}#/trash`)
    await page.getByRole('button', { name: /^Delete for good… LT11/ }).click()
    await noViolations(page)
    await page.keyboard.press('Control+z')
    await page.getByText(words.trash.empty).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a file that cannot be read is saved, says why, and the window stays usable', async () => {
    const { page, complaints } = await visit()
    const broken = join(scratch, 'not-a-letter.jpg')
    writeFileSync(broken, 'Dear aunt, thank you for the cake.')
    await dropFile(page, broken)
    await page.getByText(words.errors['scan.text-file']).first().waitFor()
    await page.getByRole('link', { name: words.nav.home }).click()
    await page.getByRole('link', { name: /^LT11/ }).first().waitFor()
    await noViolations(page)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a window without its key says how to get a new one', async () => {
    const { page } = await visit(shell.newUrl().split('#')[0])
    await page.getByText(words.errors['api.no-key']).waitFor()
    await page.close()
  })
})
