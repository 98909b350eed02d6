import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import words from '../../resources/words/en.json' with { type: 'json' }
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { launchBrowser } from '../e2e/waiting.ts'
import { hasChromium, projectFolder, resources, testCore } from '../support.ts'

/**
 * The way of a new letter in a browser, as a person meets it: from the drop to its number, its title, and its next step; how
 * high its page is and what of it is seen without scrolling; how many clicks and keys it takes until a packet can be printed.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
if (!hasChromium) process.exit(3)

/** What a person must see of each letter, by the first words of the sentence. */
const letters = [
  { name: 'clean scan', file: '1-lt11.pdf', number: 'LT11', step: 'Ask for a hearing' },
  { name: 'photo', file: '2-cp523.jpg', number: 'CP523', step: 'If you disagree, appeal the decision' },
] as const
type Wanted = (typeof letters)[number]
/** Milliseconds from the drop until each was seen; null: it never was within `patience`. */
type Seen = Record<'number' | 'step', number | null>
type Round = { seen: Seen; height: number; fold: string[]; checks: number; clicks: number }

/** Long, so that a busy machine gives slow figures and no failure. */
const patience = 90_000

const browser = await launchBrowser()
try {
  for (const wanted of letters) {
    const rounds: Round[] = []
    for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await walk(browser, wanted))
    print(wanted, rounds)
  }
} finally {
  await browser.close()
}

async function walk(browser: Browser, wanted: Wanted): Promise<Round> {
  const core = testCore(undefined, '2026-11-22', 'browser')
  const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  const page = await context.newPage()
  try {
    await page.addInitScript(watch, { number: wanted.number, step: wanted.step })
    await page.goto(shell.newUrl())
    await page.locator('main h1').waitFor()
    await drop(page, join(resources, 'samples', wanted.file))
    await page.waitForFunction(() => window.ways.seen.number !== null, null, { timeout: patience })
    await core.idle()
    const seenAtOnce = await page
      .waitForFunction(() => window.ways.seen.step !== null, null, { timeout: 2000 })
      .catch(() => null)
    const id = (await core.api['letters:list'](null)).letters[0]?.id
    // One click on its row opens it, where it does not open automatically.
    const isOpen = page.url().includes(`/letter/${id}`)
    if (!isOpen) await page.evaluate((hash) => location.assign(hash), `#/letter/${id}`)
    await page.locator('#next-step').waitFor({ state: 'attached' })
    const seen = await page.evaluate(() => window.ways.seen)
    const { height, fold } = await page.evaluate(measurePage, {
      ...{
        number: wanted.number,
        'next step': wanted.step,
        'days left': 'days left.',
        help: words.next.help.slice(0, 20),
      },
    })
    const checks = await confirm(page)
    await page.getByRole('link', { name: words.next.toAppeal }).click()
    const parts = page.getByRole('navigation', { name: words.interview.steps })
    await parts.getByRole('link', { name: new RegExp(`${words.interview.parts.print}$`) }).click()
    await page.getByRole('button', { name: words.packet.make }).click()
    await page.getByRole('button', { name: words.packet.print }).waitFor({ timeout: patience })
    const clicks = (await page.evaluate(() => window.ways.clicks)) + 1 + (isOpen ? 0 : 1)
    return { seen: seenAtOnce ? seen : { ...seen, step: null }, height, fold, checks, clicks }
  } finally {
    await context.close()
    await shell.close()
    await core.close()
  }
}

declare global {
  interface Window {
    ways: { dropped: number; clicks: number; seen: Seen }
  }
}

/** Runs in the page: counts what a hand clicks, and notes when each text is first there. */
function watch(texts: Record<keyof Seen, string>): void {
  window.ways = { dropped: 0, clicks: 0, seen: { number: null, step: null } }
  addEventListener('click', ({ isTrusted }) => (window.ways.clicks += isTrusted ? 1 : 0), true)
  const look = () => {
    const { dropped, seen } = window.ways
    const text = dropped > 0 ? (document.querySelector('main')?.innerText ?? '') : ''
    for (const name of Object.keys(texts) as (keyof Seen)[])
      if (seen[name] === null && text.includes(texts[name])) seen[name] = performance.now() - dropped
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function drop(page: Page, file: string): Promise<void> {
  await page.evaluate(
    ({ name, data }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name))
      window.ways.dropped = performance.now()
      const target = document.querySelector('main') ?? document.body
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    },
    // Its name says nothing, so that the number seen was read from the paper.
    { name: `scan.${file.split('.').at(-1)}`, data: readFileSync(file).toString('base64') },
  )
}

/** Runs in the page: its height, and which texts are wholly seen without scrolling. */
function measurePage(texts: Record<string, string>): { height: number; fold: string[] } {
  // The innermost elements: the text may stand at several places of the page.
  const holding = (text: string) =>
    [...document.querySelectorAll('main *')].filter(
      (each) =>
        each.textContent?.includes(text) &&
        ![...each.children].some((child) => child.textContent?.includes(text)),
    )
  const isSeen = (text: string) =>
    holding(text).some((each) => {
      const { top, bottom, height } = each.getBoundingClientRect()
      return height > 0 && top >= 0 && bottom <= innerHeight
    })
  const fold = Object.entries(texts).flatMap(([name, text]) => (isSeen(text) ? [name] : []))
  const pages = [document.documentElement, ...document.querySelectorAll('main')]
  return { height: Math.max(...pages.map(({ scrollHeight }) => scrollHeight)), fold }
}

/** Says yes to each question by its key, or ticks the two facts; the number of keys and clicks it took. */
async function confirm(page: Page): Promise<number> {
  const before = await page.evaluate(() => window.ways.clicks)
  const done = page.getByRole('link', { name: words.next.toAppeal })
  const form = page.getByRole('button', { name: words.facts.confirm })
  let keys = 0
  if (await form.isVisible()) {
    await page.getByText(words.facts.tick.noticeCode).click()
    await page.getByText(words.facts.tick.noticeDate).click()
    await form.click()
  } else
    for (; keys < 12 && !(await done.isVisible()); keys += 1) {
      await page.keyboard.press('y')
      await page.waitForTimeout(150)
    }
  await done.waitFor()
  return keys + (await page.evaluate(() => window.ways.clicks)) - before
}

function print({ name }: Wanted, rounds: readonly Round[]): void {
  const ms = (of: keyof Seen) => {
    const times = rounds.flatMap(({ seen }) => seen[of] ?? [])
    return times.length === rounds.length ? `${Math.round(median(times))} ms` : 'not without a click'
  }
  const [first] = rounds
  console.log(`| ${name}: drop to number on screen | ${ms('number')} |`)
  console.log(`| ${name}: drop to the next step on screen, no click | ${ms('step')} |`)
  console.log(`| ${name}: height of the page at 1280 x 800 | ${first?.height} px |`)
  console.log(`| ${name}: seen without scrolling | ${first?.fold.join(', ')} |`)
  console.log(`| ${name}: keys and clicks to check it | ${first?.checks} |`)
  console.log(`| ${name}: clicks from drop to print | ${first?.clicks} |`)
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
