import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { hasChromium, resources, takesAllCases } from '../support.ts'
import { tabTo } from './keyboard.ts'
import { dropFile, goToPart, noViolations, openForm, sayYes } from './main-way.ts'
import { keepConfirmed, keepLetter, openWindow, untilRead } from './practice.ts'
import { launchBrowser } from './waiting.ts'

/** The five main ways on practice letters; the first of them, by mouse, is `walkMainWay` in `browser.long.test.ts`. Today: November 22, 2026. */
describe.skipIf(!hasChromium)('the five main ways', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const goTo = (page: Page, screen: string) => page.goto(`${page.url().split('#')[0]}#/${screen}`)

  test('the first letter with the keyboard only; Enter, Enter, Enter confirms nothing', async () => {
    const { page, core, complaints, close } = await openWindow(browser, async (own) => {
      await keepLetter(own)
      await own.idle()
    })
    await tabTo(page, /^LT11/)
    await page.keyboard.press('Enter')
    await page.getByText(words.check.ask.noticeCode).waitFor()
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Enter')
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    expect((await core.api['letters:list'](null)).letters[0]?.confirmed).toBeNull()
    await page.getByText(words.check.ask.noticeCode).waitFor()
    await tabTo(page, new RegExp(`^${words.check.yes}`))
    await page.keyboard.press('Enter')
    await page.getByText(words.check.ask.noticeDate).waitFor()
    await sayYes(page)
    await page.getByRole('link', { name: words.next.toAppeal }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    await tabTo(page, new RegExp(words.next.toAppeal))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.interview.titles.route }).waitFor()
    for (let pages = 0; pages < 12; pages += 1) {
      const title = await page.locator('#question-title').textContent()
      if (title === words.interview.titles.own) break
      await tabTo(page, new RegExp(`^${words.interview.next}$`), 40)
      await page.keyboard.press('Enter')
      await page.waitForFunction(
        (before) =>
          document.activeElement?.id === 'question-title' && document.activeElement.textContent !== before,
        title,
      )
    }
    await tabTo(page, new RegExp(words.answers.names.whyWrong.replace('?', '\\?')), 10)
    await page.keyboard.type('It was paid on October 1, 2026.')
    await page.getByRole('link', { name: 'It was paid on October 1, 2026.' }).waitFor()
    await page.keyboard.press('Escape')
    expect(complaints).toEqual([])
    await close()
  })

  test('a picture that was misread: the person corrects the date, and the deadlines follow', async () => {
    const { core, page, complaints, close } = await openWindow(browser, async () => undefined)
    await dropFile(page, join(resources, 'samples', '2-cp523.jpg'))
    await untilRead({ core, page })
    await openForm(page)
    const date = page.getByLabel(words.facts.names.noticeDate)
    await date.fill('November 2, 2026')
    await page.locator('[data-fact=noticeDate]').getByText(words.facts.source.typed).waitFor()
    await date.fill('November 31, 2026')
    await page.getByText(words.facts.tick.noticeCode).click()
    await page.getByText(words.facts.tick.noticeDate).click()
    await page.getByRole('button', { name: words.facts.confirm }).click()
    await page.getByText(words.facts.errors.date).waitFor()
    await date.fill('November 2, 2026')
    await page.getByText(words.facts.tick.noticeDate).click()
    await page.getByRole('button', { name: words.facts.confirm }).click()
    await page.getByRole('link', { name: words.next.toAppeal }).waitFor()
    // Thirty days after November 2, 2026.
    await page.getByText('Wednesday, December 2, 2026').first().waitFor()
    await noViolations(page)
    expect(complaints).toEqual([])
    await close()
  })

  test('a late letter: calm words, what is still possible, and no deadline that has passed', async () => {
    const { page, complaints, close } = await openWindow(browser, async (core) => {
      await keepConfirmed(core, 1, { noticeCode: 'LT11', noticeDate: '2025-08-01' })
    })
    await page
      .getByText(/has passed/)
      .first()
      .waitFor()
    await noViolations(page)
    await goTo(page, 'deadlines')
    const late = page.getByRole('region', { name: words.deadlines.late })
    await late
      .getByText(/equivalent hearing/i)
      .first()
      .waitFor()
    await noViolations(page)
    await late.getByRole('link', { name: /^LT11/ }).click()
    await page.getByRole('heading', { name: words.next.title }).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: words.done.putAway }).click()
    await goTo(page, 'letters')
    await page.getByRole('link', { name: `${words.views.done.title} 1` }).click()
    await page.getByText(words.views.why.closed, { exact: true }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('from asking for a conference to the packet, and then waiting for the IRS', async () => {
    const { page, complaints, close } = await openWindow(browser, async (core) => {
      await keepConfirmed(core, 1, { noticeCode: 'CP504', noticeDate: '2026-11-02' })
    })
    await page.getByRole('link', { name: /^CP504/ }).click()
    await page.getByRole('button', { name: words.conference.fold }).click()
    const strip = page.getByRole('region', { name: words.conference.title })
    for (const [say, day] of [
      [words.conference.say.asked, '11/17/2026'],
      [words.conference.say.held, '11/19/2026'],
      [words.conference.say.told, '11/20/2026'],
    ] as const) {
      await strip.getByRole('button', { name: say }).click()
      await strip.getByLabel(words.events.day).fill(day)
      await strip.getByRole('button', { name: words.mailing.add }).click()
      await strip.getByRole('button', { name: say }).waitFor({ state: 'detached' })
    }
    // Three business days after Thursday, November 19.
    await strip.getByText('By Tuesday, November 24, 2026').waitFor()
    await noViolations(page)
    await page.getByRole('link', { name: words.next.toAppeal }).click()
    await goToPart(page, 'print')
    await page.getByRole('button', { name: words.packet.make }).click()
    await page.getByRole('link', { name: words.packet.save, exact: true }).waitFor()
    await page.getByRole('link', { name: /^CP504/ }).click()
    await page.getByRole('button', { name: words.conference.fold }).waitFor()
    await strip.getByRole('button', { name: words.conference.say.sent }).click()
    await strip.getByRole('button', { name: words.mailing.add }).click()
    await strip.getByText(/November 22, 2026/).waitFor()
    await page.goto(`${page.url().split('#')[0]}#/waiting`)
    await page.getByRole('link', { name: /^CP504/ }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('twenty letters of a clinic: views, a single client, the case', async () => {
    const codes = ['CP14', 'CP504', 'LT11', 'CP523', 'L3172']
    const { page, complaints, close } = await openWindow(browser, async (core) => {
      for (let nth = 1; nth <= 20; nth += 1)
        await keepConfirmed(core, nth, {
          noticeCode: codes[nth % 5] ?? 'CP14',
          noticeDate: `2026-${nth % 2 === 0 ? '10' : '11'}-${String(nth).padStart(2, '0')}`,
          taxpayerName: `CLIENT ${'ABCDE'[nth % 4]}. SAMPLE${nth % 4}`,
          taxPeriods: [String(2018 + (nth % 3))],
          amountDue: `${1000 + nth}.00`,
        })
    })
    // Four clients, each on a line of its own; all of their letters are one link away.
    await page.getByRole('rowheader').nth(3).waitFor()
    await noViolations(page)
    await page.getByRole('link', { name: words.home.allLetters_other.replace('{{count}}', '20') }).click()
    const rows = page.locator('.letter-row')
    await rows.first().waitFor()
    const total = await rows.count()
    expect(total).toBeGreaterThan(10)
    const days = await page.locator('.letter-row-date strong').allTextContents()
    const sorted = [...days].sort((a, b) => Date.parse(a) - Date.parse(b))
    expect(days).toEqual(sorted)
    await noViolations(page)
    const persons = page.getByLabel(words.views.person)
    await persons.selectOption({ index: 1 })
    expect(await rows.count()).toBeLessThan(total)
    await page.getByLabel(words.views.year).selectOption('2019')
    expect(await rows.count()).toBeGreaterThan(0)
    await goTo(page, 'case')
    await page.getByRole('navigation', { name: words.case.people }).getByRole('link').nth(2).click()
    await page.getByLabel(words.case.role).selectOption('client')
    await page.getByText(words.save.saved).waitFor()
    await noViolations(page)
    await goTo(page, 'deadlines')
    await page.getByRole('heading', { name: words.timeline.title }).waitFor()
    await noViolations(page)
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: words.keys.title }).waitFor()
    await noViolations(page)
    expect(complaints).toEqual([])
    await close()
  })

  test('in Spanish and in dark mode axe finds nothing on any main screen, and nothing is wider than the window', async () => {
    let letter = ''
    const { page, complaints, close } = await openWindow(
      browser,
      async (core) => {
        letter = await keepConfirmed(core, 1, { noticeCode: 'LT11', noticeDate: '2026-11-02' })
        await keepConfirmed(core, 2, { noticeCode: 'CP504', noticeDate: '2025-08-01' })
      },
      { locale: 'es-US', colorScheme: 'dark' },
    )
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    const own = [`letter/${letter}`, `letter/${letter}/appeal`]
    const others = ['case', 'roadmap', 'settings', 'guide', 'keys']
    for (const place of ['', ...own, 'deadlines', ...(takesAllCases ? others : [])]) {
      await page.evaluate((to) => location.replace(to), `#/${place}`)
      await page.locator('main h1').waitFor()
      await noViolations(page)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([place, Math.max(0, over)]).toEqual([place, 0])
    }
    expect(complaints).toEqual([])
    await close()
  })
})
