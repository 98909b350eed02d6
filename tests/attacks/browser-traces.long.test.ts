import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { goToPart, nextTo } from '../e2e/main-way.ts'
import { keepConfirmed } from '../e2e/practice.ts'
import { limitWaits } from '../e2e/waiting.ts'
import {
  chromium as executablePath,
  hasChromium,
  longestWait,
  projectFolder,
  resources,
  temporaryFolder,
  testCore,
} from '../support.ts'
import { attack } from './attack.ts'

/** What a person types or looks at on the walk, and where. Nothing of it may be in the browser's folder afterwards. */
const markers = {
  'what was searched': 'zebrawurst',
  'a person': 'QUILLA MARKERSON',
  'another person': 'OTTO VERMERK',
  'the number of a letter': 'LT11',
  'a stop on the map': 'levy-notice',
  'a search that found a letter': 'MARKERSON',
  'a reason': 'Quokkas paid it in October.',
  'a reason typed in several lines': 'Wombats would lose their home.',
  'an address': '77 Kiwi Trail',
  'a note in the case log': 'Echidna called at noon.',
  'the name of a file': 'tapir-letter.pdf',
  'a passphrase': 'axolotl bathtub comet dragonfly',
} as const

attack(
  'the browser’s folder on the disk is searched after a walk through the whole app',
  'nothing',
  async () => {
    const profile = join(temporaryFolder(), 'profile')
    await walk(profile)
    return tracesIn(profile).join('\n') || 'nothing'
  },
  { timeout: 180_000, skip: !hasChromium },
)

async function walk(profile: string): Promise<void> {
  const core = testCore()
  await keepConfirmed(core, 0, {
    noticeCode: 'LT11',
    noticeDate: '2026-11-12',
    taxpayerName: 'QUILLA MARKERSON',
  })
  await keepConfirmed(core, 1, {
    noticeCode: 'CP523',
    noticeDate: '2026-11-02',
    taxpayerName: 'OTTO VERMERK',
  })
  const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    locale: 'en-US',
    acceptDownloads: true,
    timeout: 4 * longestWait,
  })
  limitWaits(context)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(shell.newUrl())
  await page.getByRole('heading', { level: 1 }).waitFor()
  await chooseFile(page)
  await core.idle()
  await searchAndOpen(page)
  await lookAtPeople(page)
  await writeAppeal(page)
  await lookAround(page)
  await closeBrowser(context, page)
  await shell.close()
  await core.close()
}

/** Through the button for files, as most people add a letter; the name of the file is one that a person gave it. */
async function chooseFile(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: words.actions.addLetter }).first().click()
  const file = join(temporaryFolder(), markers['the name of a file'])
  copyFileSync(join(resources, 'samples', '2-cp523.jpg'), file)
  await (await chooser).setFiles(file)
  await page.getByText(words.add.kept_one).waitFor()
}

async function searchAndOpen(page: Page): Promise<void> {
  const box = page.getByRole('searchbox', { name: words.search.label })
  await box.pressSequentially(markers['what was searched'])
  await page
    .getByText(/zebrawurst/)
    .first()
    .waitFor()
  await box.fill(markers['a search that found a letter'])
  const hit = page.locator('.search-hits a').first()
  await hit.waitFor()
  await hit.click()
  await page.getByRole('heading', { level: 1, name: /^Final warning/ }).waitFor()
  await page.goBack()
  await page.locator('.search-hits a').first().waitFor()
  expect(await box.inputValue()).toBe(markers['a search that found a letter'])
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: /^Final warning/ }).waitFor()
}

async function lookAtPeople(page: Page): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/case`)
  const other = page.getByRole('link', { name: markers['another person'] })
  await other.click()
  await page.locator('[aria-current="page"]', { hasText: markers['another person'] }).waitFor()
  await page.reload()
  await page.locator('[aria-current="page"]', { hasText: markers['another person'] }).waitFor()
  await page.getByLabel(words.events.note).fill(markers['a note in the case log'])
}

async function writeAppeal(page: Page): Promise<void> {
  await page.getByRole('link', { name: words.nav.home, exact: true }).click()
  await page.getByRole('link', { name: /^LT11/ }).first().click()
  await page.getByRole('link', { name: words.next.toAppeal }).click()
  await nextTo(page, words.interview.titles.who)
  const street = page.getByLabel(words.answers.names.street)
  if (!(await street.isVisible())) await page.getByRole('button', { name: words.interview.change }).click()
  await street.fill(markers['an address'])
  await nextTo(page, words.interview.titles.own)
  await page.getByLabel(words.answers.names.whyWrong).fill(markers['a reason'])
  await nextTo(page, words.interview.titles.fix)
  await page.getByLabel(words.answers.names.fix).fill(markers['a reason typed in several lines'])
  await goToPart(page, 'look')
  await page.getByText(markers['a reason']).first().waitFor()
  await goToPart(page, 'print')
  await page.getByRole('button', { name: words.packet.make }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.packet.save, exact: true }).click(),
  ])
  await download.path()
}

async function lookAround(page: Page): Promise<void> {
  await page.getByRole('link', { name: words.nav.roadmap, exact: true }).click()
  await page.getByLabel(words.roadmap.whose).selectOption(markers['another person'])
  await page.locator('[data-station="coll-levy-notice"]').click()
  await page.locator('#station-title').waitFor()
  await page.goto(`${page.url().split('#')[0]}#/deadlines`)
  await page.getByRole('link', { name: words.nav.settings, exact: true }).click()
  await page.getByLabel(words.access.new.first).first().fill(markers['a passphrase'])
  const box = page.getByRole('searchbox', { name: words.search.label })
  await box.fill(markers['what was searched'])
  await page
    .getByText(/zebrawurst/)
    .first()
    .waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: words.search.title }).waitFor()
}

/** Leaves time for what a browser writes when it is left alone, and ends it as a person does. */
async function closeBrowser(context: BrowserContext, page: Page): Promise<void> {
  await page.waitForTimeout(6000)
  await context.close()
}

/** Every file of the folder that shows a marker: as it was typed or in one case, plain or as an address holds it. */
function tracesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.some(({ name }) => name === 'History')).toBe(true)
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    return Object.entries(markers)
      .filter(([, marker]) => formsOf(marker).some((form) => bytes.includes(form)))
      .map(([what]) => `${what}: ${path.slice(folder.length + 1)}`)
  })
}

const formsOf = (marker: string): Buffer[] =>
  [marker, marker.toLowerCase(), marker.toUpperCase()]
    .flatMap((text) => [text, encodeURIComponent(text), text.replaceAll(' ', '+')])
    .flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
