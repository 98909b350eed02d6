import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import words from '../../resources/words/en.json' with { type: 'json' }
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { launchBrowser } from '../e2e/waiting.ts'
import { hasChromium, projectFolder, temporaryFolder, testCore } from '../support.ts'
import { type Cost, costOf, firstScreen, watchPage } from './interaction.ts'
import { fillClinic } from './made-clinic.ts'

/**
 * How long the screens let a hand wait with 1,000 letters, in Chromium, against the same with twenty in the same go. The limits are the
 * next paint below 100 ms and the first screen below 1 s; milliseconds follow the machine, so the ratios are printed too.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '1000' },
    // A third is still to be checked, and each round checks one.
    few: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
  },
})
if (!hasChromium) process.exit(3)
const rounds = Number(values.rounds)

/** One thing to do: where it begins, what must be seen in the end, and the hand's part. */
type Step = { name: string; at: string; wanted: string; act: (page: Page) => Promise<void> }

const place = (name: string) => (page: Page) =>
  page.getByRole('navigation', { name: words.nav.label }).getByRole('link', { name, exact: true }).click()
const go = (hash: string) => (page: Page) => page.evaluate((to) => location.assign(to), hash)
const view = (name: 'doNow' | 'waiting' | 'done') => (page: Page) =>
  page.locator('.view-links').getByRole('link', { name: words.views[name].title }).click()
const chooseNext = (label: string) => async (page: Page) => {
  await page.locator('.letter-filters').getByLabel(label).focus()
  await page.keyboard.press('ArrowDown')
}
const sayYes = (page: Page) => page.keyboard.press('y')

const reached = (screen: string) => `.app-nav a[href="#/${screen}"][aria-current=page]`
const toCheck = '.letter-row:has(.tag.check) h2 a'
const confirmed = '.letter-row:not(:has(.tag.check)) h2 a'
const steps: Step[] = [
  {
    name: 'opening a letter to check',
    at: '#/doNow',
    wanted: '.check-by-picture',
    act: (page) => page.locator(toCheck).first().click(),
  },
  {
    name: '- saying that its number is right',
    at: '',
    wanted: '.check-by-picture:has(.check-head button)',
    act: sayYes,
  },
  {
    name: '- saying that its date is right, which confirms',
    at: '',
    wanted: '.letter-screen:not(:has(.check-by-picture))',
    // Half of the letters print a last day too.
    act: async (page) => {
      await sayYes(page)
      await page.waitForTimeout(50)
      await sayYes(page)
    },
  },
  { name: '- back to the letters', at: '', wanted: '.letter-row', act: go('#/doNow') },
  {
    name: 'opening a confirmed letter',
    at: '#/doNow',
    wanted: '#next-step',
    act: (page) => page.locator(confirmed).first().click(),
  },
  {
    name: 'the view of what is done',
    at: '#/doNow',
    wanted: 'a[href="#/done"][aria-current=page]',
    act: view('done'),
  },
  {
    name: '- of what waits for the IRS',
    at: '',
    wanted: 'a[href="#/waiting"][aria-current=page]',
    act: view('waiting'),
  },
  { name: '- of what to do now', at: '', wanted: 'a[href="#/doNow"][aria-current=page]', act: view('doNow') },
  {
    name: 'a key in the search',
    at: '#/doNow',
    wanted: '.search-hits',
    act: async (page) => {
      await page.locator('#search-field').focus()
      await page.keyboard.type('c')
    },
  },
  { name: '- the first results', at: '', wanted: '.search-hit', act: (page) => page.keyboard.type('p504') },
  { name: 'to the deadlines', at: '#/doNow', wanted: '.deadlines', act: go('#/deadlines') },
  { name: 'to the case', at: '#/doNow', wanted: '.case-columns', act: go('#/case') },
  { name: 'to the roadmap', at: '#/doNow', wanted: reached('roadmap'), act: place(words.nav.roadmap) },
  { name: 'to the settings', at: '#/doNow', wanted: reached('settings'), act: place(words.nav.settings) },
  {
    name: 'one person alone',
    at: '#/doNow',
    wanted: '.letter-filter option[value=""]:not(:checked)',
    act: chooseNext(words.views.person),
  },
]

const browser = await launchBrowser()
try {
  const few = await measure(browser, Number(values.few))
  const many = await measure(browser, Number(values.letters))
  print(few, many)
} finally {
  await browser.close()
}

type Measured = { first: number[]; costs: Map<string, Cost[]> }

async function measure(browser: Browser, letters: number): Promise<Measured> {
  const file = join(temporaryFolder(), 'library.waymark')
  fillClinic(file, letters)
  const core = testCore(file, '2026-11-22', 'browser')
  const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  const first: number[] = []
  const costs = new Map<string, Cost[]>()
  try {
    for (let round = 0; round < rounds; round += 1) {
      // A new window each time: nothing of the one before is kept.
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
      const page = await context.newPage()
      await page.addInitScript(watchPage, '.letter-row, .next-days tbody tr')
      await page.goto(shell.newUrl())
      first.push(await firstScreen(page))
      await page.waitForTimeout(500)
      for (const step of steps)
        costs.set(step.name, [...(costs.get(step.name) ?? []), await walk(page, step)])
      await context.close()
    }
  } finally {
    await shell.close()
    await core.close()
  }
  return { first, costs }
}

async function walk(page: Page, { at, wanted, act }: Step): Promise<Cost> {
  if (at) {
    // By way of another screen, so that the list is drawn anew.
    for (const hash of ['#/keys', at]) await page.evaluate((to) => location.replace(to), hash)
    await page.locator('.letter-row').first().waitFor()
    await page.waitForTimeout(400)
  }
  return costOf(page, wanted, () => act(page))
}

function print(few: Measured, many: Measured): void {
  const ms = (value: number) => (value === 0 ? '< 16 ms' : `${Math.round(value)} ms`)
  console.log(`${values.letters} letters, in brackets ${values.few}; ${rounds} rounds\n`)
  console.log(
    '| what | next paint, median | worst | until shown | of the same with few | longest task after |',
  )
  console.log('|---|---|---|---|---|---|')
  const [start, startFew] = [median(many.first), median(few.first)]
  console.log(
    `| first list painted, from the address on | | ${ms(Math.max(...many.first))} | ${ms(start)} (${ms(startFew)}) | ${(start / startFew).toFixed(2)} x | |`,
  )
  for (const [name, costs] of many.costs) {
    const of = (what: keyof Cost, from = costs) => median(from.map((cost) => cost[what]))
    const shownFew = of('shown', few.costs.get(name) ?? [])
    const worst = Math.max(...costs.map(({ paint }) => paint))
    console.log(
      `| ${name} | ${ms(of('paint'))} | ${ms(worst)} | ${ms(of('shown'))} (${ms(shownFew)}) | ${(of('shown') / shownFew).toFixed(2)} x | ${ms(of('busy'))} |`,
    )
  }
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
