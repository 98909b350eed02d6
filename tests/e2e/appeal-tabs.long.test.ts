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
import { noViolations } from './main-way.ts'
import { launchBrowser, openPage } from './waiting.ts'

const pictures = join(projectFolder, 'node_modules/.cache/e2e')
mkdirSync(pictures, { recursive: true })
const tabs = ['draft', 'checklist', 'files', 'packet', 'after'] as const

describe.skipIf(!hasChromium)('the tabs beside the answers', () => {
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

  /** A page at the appeal of the letter; `zoom` 2 is a window of half the width, as 200 % shows it. */
  async function appealPage(scheme: 'light' | 'dark', zoom: 1 | 2): Promise<Page> {
    const viewport = { width: 1280 / zoom, height: 800 / zoom }
    const page = await openPage(browser, { viewport, colorScheme: scheme, deviceScaleFactor: zoom })
    await page.goto(shell.newUrl())
    await page.locator('main').waitFor()
    await page.evaluate((id) => {
      location.hash = `#/letter/${id}/appeal`
    }, letter)
    await page.getByRole('tablist').waitFor()
    return page
  }

  const looks = [
    ['light', 1],
    ['dark', 1],
    ['light', 2],
  ] as const
  // Light is looked at by the ways through the screens too.
  test.each(takesAllCases ? looks : looks.slice(1))(
    'axe finds nothing on any of them, and nothing is wider than the window (%s, zoom %i)',
    async (scheme, zoom) => {
      const page = await appealPage(scheme, zoom)
      for (const tab of tabs) {
        await page.getByRole('tab', { name: words.appeal[tab] }).click()
        await page.getByRole('tabpanel').waitFor()
        // A zoomed window holds the same elements in the same colors.
        if (zoom === 1) await noViolations(page)
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([tab, width]).toEqual([tab, Math.min(0, width)])
        await page.evaluate(() =>
          scrollBy(0, (document.querySelector('[role=tablist]')?.getBoundingClientRect().top ?? 0) - 8),
        )
        await page.screenshot({ path: join(pictures, `appeal-${tab}-${scheme}-${zoom}.png`) })
      }
      await page.context().close()
    },
  )

  test('the draft follows what is typed, and a ticked step keeps its date', async () => {
    const page = await appealPage('light', 1)
    await page.getByLabel(words.answers.names.whyWrong).fill('I paid on October 1.')
    const panel = page.getByRole('tabpanel')
    await panel.getByText('I paid on October 1.').waitFor()
    await panel.getByText(words.draft.from.letter).first().waitFor()
    await page.getByRole('tab', { name: words.appeal.checklist }).click()
    const step = panel.getByRole('checkbox').first()
    await step.check({ force: true })
    const day = panel.getByRole('textbox').first()
    expect(await day.inputValue()).toBe('Sunday, November 22, 2026')
    await day.fill('11/20/2026')
    await noViolations(page)
    await page.getByText(words.save.saved).waitFor()
    await page.reload()
    await page.getByRole('tab', { name: words.appeal.checklist }).click()
    await page.getByRole('tabpanel').getByRole('checkbox').first().waitFor()
    expect(await page.getByRole('tabpanel').getByRole('textbox').first().inputValue()).toBe(
      'Friday, November 20, 2026',
    )
    await page.context().close()
  })
})
