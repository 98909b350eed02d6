import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import type { Core } from '../../src/main/app/core.ts'
import { type BrowserShell, serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { factsOf } from '../../src/shared/model/letter.ts'
import { hasChromium, projectFolder, takesAllCases, testCore } from '../support.ts'
import { goToPart, nextTo, noViolations } from './main-way.ts'
import { launchBrowser, openPage } from './waiting.ts'

const pictures = join(projectFolder, 'node_modules/.cache/e2e')
mkdirSync(pictures, { recursive: true })
describe.skipIf(!hasChromium)('the interview of an appeal', () => {
  let browser: Browser
  let core: Core
  let shell: BrowserShell
  let letter: string
  beforeAll(async () => {
    browser = await launchBrowser()
    core = testCore()
    const added = await core.api['letter:add-sample'](null)
    if (!added.ok) throw new Error(added.error.code)
    await core.idle()
    const [first] = (await core.api['letters:list'](null)).letters
    if (!first) throw new Error('no letter')
    letter = first.id
    await core.api['letter:confirm']({ id: first.id, facts: factsOf(first) })
    shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  })
  afterAll(async () => {
    await browser.close()
    await shell.close()
    await core.close()
  })

  /** A page at the first question of the appeal; `zoom` 2 is a window of half the width, as 200 % shows it. */
  async function appealPage(scheme: 'light' | 'dark', zoom: 1 | 2): Promise<Page> {
    const viewport = { width: 1280 / zoom, height: 800 / zoom }
    const page = await openPage(browser, { viewport, colorScheme: scheme, deviceScaleFactor: zoom })
    await page.goto(shell.newUrl())
    await page.locator('main').waitFor()
    await page.evaluate((id) => {
      location.hash = `#/letter/${id}/appeal/route`
    }, letter)
    await page.getByRole('heading', { name: words.interview.titles.route }).waitFor()
    return page
  }

  const looks = [
    ['light', 1],
    ['dark', 1],
    ['light', 2],
  ] as const
  // Light is looked at by the ways through the screens too.
  test.each(takesAllCases ? looks : looks.slice(1))(
    'axe finds nothing on any question, and nothing is wider than the window (%s, zoom %i)',
    async (scheme, zoom) => {
      const page = await appealPage(scheme, zoom)
      const heading = page.locator('#question-title')
      for (;;) {
        const title = await heading.textContent()
        await page.waitForFunction(() => document.activeElement?.id === 'question-title')
        // A zoomed window holds the same elements in the same colors.
        if (zoom === 1) await noViolations(page)
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([title, width]).toEqual([title, Math.min(0, width)])
        const name = (await page.evaluate(() => location.hash)).split('/').at(-1)
        await page.screenshot({ path: join(pictures, `appeal-${name}-${scheme}-${zoom}.png`) })
        if (name === 'sent') break
        await nextPage(page)
      }
      await page.context().close()
    },
  )

  const nextPage = async (page: Page) => {
    const before = await page.locator('#question-title').textContent()
    await page.getByRole('button', { name: words.interview.next, exact: true }).click()
    await page.waitForFunction(
      (title) => document.querySelector('#question-title')?.textContent !== title,
      before,
    )
  }

  test('a phone shows the question first, and the steps and the form one click away', async () => {
    const page = await openPage(browser, { viewport: { width: 390, height: 844 } })
    await page.goto(shell.newUrl())
    await page.locator('main').waitFor()
    await page.evaluate((id) => {
      location.hash = `#/letter/${id}/appeal/reasons`
    }, letter)
    await page.getByRole('heading', { name: words.interview.titles.reasons }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await page.getByRole('button', { name: words.interview.steps }).click()
    await page.getByRole('link', { name: new RegExp(`${words.interview.parts.where}$`) }).click()
    await page.getByRole('heading', { name: words.interview.titles.where }).waitFor()
    await page.getByRole('button', { name: words.interview.form }).click()
    await page.getByRole('region', { name: words.draft.label }).waitFor()
    await page.context().close()
  })

  test('the form follows what is typed, Enter goes on, and a reload comes back to the same question', async () => {
    const page = await appealPage('light', 1)
    await nextTo(page, words.interview.titles.reach)
    await page.getByLabel(words.answers.names.homePhone).fill('217-555-0101')
    const form = page.getByRole('region', { name: words.draft.label })
    await form.getByText('217-555-0101').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.interview.titles.number }).waitFor()
    await page.getByText(words.save.saved).waitFor()
    await page.evaluate((id) => {
      location.hash = `#/letter/${id}`
    }, letter)
    await page.getByRole('link', { name: words.next.toAppeal }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: words.next.toAppeal }).click()
    await page.getByRole('heading', { name: words.interview.titles.number }).waitFor()
    await page.context().close()
  })

  test('a ticked step of the checklist keeps its date', async () => {
    const page = await appealPage('light', 1)
    await goToPart(page, 'look')
    await page.getByRole('button', { name: words.appeal.checklist }).click()
    const list = page.getByRole('region', { name: words.appeal.checklist })
    await list.getByRole('checkbox').first().check({ force: true })
    const day = list.getByRole('textbox').first()
    expect(await day.inputValue()).toBe('Sunday, November 22, 2026')
    await day.fill('11/20/2026')
    await noViolations(page)
    await page.getByText(words.save.saved).waitFor()
    await page.reload()
    await page.getByRole('button', { name: words.appeal.checklist }).click()
    await list.getByRole('checkbox').first().waitFor()
    expect(await list.getByRole('textbox').first().inputValue()).toBe('Friday, November 20, 2026')
    await page.context().close()
  })
})
