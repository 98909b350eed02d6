import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { hasChromium, longestWait, resources, takesAllCases } from '../support.ts'
import { enter, focused, retype, tabTo } from './keyboard.ts'
import { keepConfirmed, openWindow, untilRead } from './practice.ts'
import { launchBrowser } from './waiting.ts'

/** Words as a whole, to be found in what has the focus. */
const said = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

/**
 * Four of the five main ways without a mouse; the first is in `five-ways.long.test.ts`. `npm run test:long` goes one of them, `npm run
 * test:screens` all.
 */
describe.skipIf(!hasChromium)('with the keyboard only', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('a late letter: what is still possible, then moved to Done', async () => {
    const { page, complaints, close } = await openWindow(browser, async (core) => {
      await keepConfirmed(core, 1, { noticeCode: 'LT11', noticeDate: '2025-08-01' })
    })
    await page
      .getByText(/has passed/)
      .first()
      .waitFor()
    await page.keyboard.press('2')
    await page.getByRole('region', { name: words.deadlines.late }).waitFor()
    await enter(page, /^LT11/)
    await page.getByRole('heading', { name: words.next.title }).waitFor({ state: 'attached' })
    await enter(page, said(words.done.putAway))
    await page.getByText(words.done.isDone).first().waitFor()
    await page.keyboard.press('1')
    await enter(page, /^1 letter$/)
    await enter(page, said(`${words.views.done.title} 1`))
    await page.getByText(words.views.why.closed, { exact: true }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test.runIf(takesAllCases)('a misread picture is corrected', async () => {
    const { core, page, complaints, close } = await openWindow(browser, async () => undefined)
    await tabTo(page, said(words.actions.addLetter))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
    await chooser.setFiles(join(resources, 'samples', '2-cp523.jpg'))
    await untilRead({ core, page })
    // One file opens its own letter.
    await page.getByText(words.check.ask.noticeCode).waitFor()
    await enter(page, /more facts?,/)
    await enter(page, said(words.check.form))
    await page.getByRole('button', { name: words.facts.confirm }).waitFor()
    await tabTo(page, said(words.facts.tick.noticeCode))
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await retype(page, 'November 31, 2026')
    await tabTo(page, said(words.facts.tick.noticeDate))
    await page.keyboard.press('Space')
    await enter(page, said(words.facts.confirm))
    await page.getByText(words.facts.errors.date).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[data-fact=noticeDate]') !== null)
    expect(await focused(page)).toContain(words.facts.names.noticeDate)
    await retype(page, 'November 2, 2026')
    await tabTo(page, said(words.facts.tick.noticeDate))
    await page.keyboard.press('Space')
    await enter(page, said(words.facts.confirm))
    await page.getByRole('link', { name: words.next.toAppeal }).waitFor()
    await page.getByText('Wednesday, December 2, 2026').first().waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test.runIf(takesAllCases)('from asking for a conference to the packet', async () => {
    const { page, complaints, close } = await openWindow(browser, async (core) => {
      await keepConfirmed(core, 1, { noticeCode: 'CP504', noticeDate: '2026-11-02' })
    })
    await enter(page, /^CP504/)
    const { asked, held, told, sent } = words.conference.say
    await enter(page, said(words.conference.fold))
    await happened(page, asked, '11/17/2026')
    await happened(page, held, '11/19/2026')
    await happened(page, told, '11/20/2026')
    await page.getByText('By Tuesday, November 24, 2026').waitFor()
    await enter(page, said(words.next.toAppeal))
    await page.getByRole('heading', { name: words.interview.titles.route }).waitFor()
    await enter(page, new RegExp(`${words.interview.parts.print}$`))
    await page.getByRole('heading', { name: words.interview.titles.print }).waitFor()
    await expect.poll(() => focused(page), { timeout: longestWait }).toContain(words.interview.titles.print)
    await enter(page, said(words.packet.make))
    await page.getByRole('link', { name: words.packet.save, exact: true }).waitFor()
    await page.keyboard.press('1')
    await enter(page, /^CP504/)
    await happened(page, sent, null)
    await page.keyboard.press('1')
    await enter(page, /^1 letter$/)
    await enter(page, said(`${words.views.waiting.title} 1`))
    await page.getByRole('link', { name: /^CP504/ }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test.runIf(takesAllCases)('twenty letters of a clinic: a single client, and the case', async () => {
    const { page, complaints, close } = await openWindow(browser, async (core) => {
      for (let nth = 1; nth <= 20; nth += 1)
        await keepConfirmed(core, nth, {
          noticeCode: nth % 2 === 0 ? 'LT11' : 'CP504',
          noticeDate: `2026-11-${String(nth).padStart(2, '0')}`,
          taxpayerName: `CLIENT ${'ABCDE'[nth % 4]}. SAMPLE${nth % 4}`,
        })
    })
    await enter(page, /^All 20 letters$/)
    const rows = page.locator('.letter-row')
    await rows.nth(10).waitFor()
    const total = await rows.count()
    await tabTo(page, said(words.views.person))
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => rows.count(), { timeout: longestWait }).toBeLessThan(total)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await enter(page, /^Home$/)
    await enter(page, /^CLIENT SAMPLE2/)
    await tabTo(page, said(words.case.role))
    await page.keyboard.type(words.case.roles.client.slice(0, 3))
    await page.getByText(words.save.saved).waitFor()
    expect(await page.getByLabel(words.case.role).inputValue()).toBe('client')
    expect(complaints).toEqual([])
    await close()
  })
})

/** Writes down on the conference strip that something happened; null: on the day that stands there. */
async function happened(page: Page, what: string, day: string | null): Promise<void> {
  await enter(page, said(what))
  // The form takes the focus once it is drawn; else Tab leads there.
  await page.getByLabel(words.events.day).waitFor()
  if (!said(words.events.day).test(await focused(page))) await tabTo(page, said(words.events.day))
  if (day !== null) await retype(page, day)
  await enter(page, said(words.mailing.add))
  await page.getByRole('button', { name: what }).waitFor({ state: 'detached' })
}
