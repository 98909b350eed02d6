import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Core, createCore } from '../src/main/app/core.ts'
import { screenWords } from '../src/main/content/screen-words.ts'
import { forkReadingProcess } from '../src/main/reading/process/process-link.ts'
import { serveBrowserShell } from '../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../src/main/shells/core-process/encoded-in-process.ts'
import { type Language, languages } from '../src/shared/i18n/languages.ts'
import { Day } from '../src/shared/model/day.ts'
import { factsOf, type LetterId } from '../src/shared/model/letter.ts'
import { guideHtml, type Picture } from './guide-page.ts'

/**
 * Writes the guide of the app with pictures of its screens as `resources/guide/waymark-guide-<language>.pdf`, in both languages.
 * The letters are the practice letters. Needs Chromium (`WAYMARK_CHROMIUM=/path`) and the built window.
 */
const root = resolve(import.meta.dirname, '..')
const resources = join(root, 'resources')
const samples = ['1-lt11.pdf', '2-cp523.jpg', '3-letter-3172.pdf']
const demo = JSON.parse(readFileSync(join(resources, 'samples/demo.json'), 'utf8'))

const core = createCore({
  libraryFile: join(mkdtempSync(join(tmpdir(), 'waymark-guide-')), 'library.waymark'),
  resources,
  startReadingProcess: forkReadingProcess(
    new URL('../src/main/shells/reading-process/child.ts', import.meta.url),
  ),
  libraryWorker: new URL('../src/main/storage/worker/library-worker.ts', import.meta.url),
  whenNew: 'create',
  clock: { today: () => Day.parse(demo.today), now: () => `${demo.today}T12:00:00.000Z` },
  version: '',
  shell: 'browser',
})
const id = await practiceLetter(core)
const shell = await serveBrowserShell(encodedInProcess(core), join(root, 'out/renderer'))
const browser = await chromium.launch({
  executablePath: process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
mkdirSync(join(resources, 'guide'), { recursive: true })
for (const language of languages) {
  const pdf = await guideIn(browser, language, screenWords(resources, language))
  const file = join(resources, 'guide', `waymark-guide-${language}.pdf`)
  writeFileSync(file, pdf)
  console.log(`${file}: ${Math.round(pdf.length / 1024)} kB`)
}
await browser.close()
await shell.close()
await core.close()

/** The letter that is shown: confirmed, with the answers of the invented person. */
async function practiceLetter({ api, idle }: Core): Promise<LetterId> {
  for (const fileName of samples)
    await api['letter:add']({
      fileName,
      bytes: new Uint8Array(readFileSync(join(resources, 'samples', fileName))),
    })
  await idle()
  const { letters } = await api['letters:list'](null)
  const letter = letters.find(({ fileName }) => fileName === samples[0])
  if (!letter) throw new Error('the practice letter was not read')
  await api['letter:confirm']({ id: letter.id, facts: factsOf(letter) })
  await api['letter:answer']({ id: letter.id, answers: demo.answers })
  return letter.id
}

async function guideIn(
  chromiumBrowser: Browser,
  language: Language,
  words: ReturnType<typeof screenWords>,
): Promise<Buffer> {
  const context = await chromiumBrowser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: `${language}-US`,
    colorScheme: 'light',
  })
  const page = await context.newPage()
  await page.goto(shell.newUrl())
  await page.locator('main h1').waitFor()
  const pictures: Picture[] = []
  const take = async (step: Picture['step'], name: Picture['name'], hash: string) => {
    await show(page, hash)
    pictures.push({ step, name, bytes: await page.screenshot({ type: 'jpeg', quality: 80 }) })
  }
  await take('keep', 'start', '#/')
  await take('check', 'letter', `#/letter/${id}`)
  await take('see', 'deadlines', '#/deadlines')
  await take('see', 'roadmap', '#/roadmap')
  await take('answer', 'appeal', `#/letter/${id}/appeal/reasons`)
  await take('print', 'packet', `#/letter/${id}/appeal/print`)
  await show(page, '#/guide')
  const sections = await page.locator('main section').evaluateAll((all) => all.map((each) => each.outerHTML))
  const paper = await context.newPage()
  const font = readFileSync(join(resources, 'fonts/source-sans-3-regular.ttf')).toString('base64')
  const bold = readFileSync(join(resources, 'fonts/source-sans-3-semibold.ttf')).toString('base64')
  await paper.setContent(guideHtml({ language, words, sections, pictures, font, bold }), {
    waitUntil: 'load',
  })
  const pdf = await paper.pdf({
    format: 'Letter',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  })
  await context.close()
  return pdf
}

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  // The picture of the scan is drawn after its screen.
  await page.waitForTimeout(2500)
}
