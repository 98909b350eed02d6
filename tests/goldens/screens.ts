import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import type { Language } from '../../src/shared/i18n/languages.ts'
import type { LetterId } from '../../src/shared/model/letter.ts'
import { keepConfirmed, keepLetter } from '../e2e/practice.ts'
import { openPage } from '../e2e/waiting.ts'
import { projectFolder, testCore } from '../support.ts'

type Look = { scheme: 'light' | 'dark'; zoom?: 2; language?: Language }
/** One picture of one screen; `wait` names what is on it once it is whole. */
export type GoldenScreen = Look & { name: string; library: 'empty' | 'letters'; hash: string; wait: string }

const places = [
  { screen: 'start-empty', library: 'empty', hash: '#/', wait: 'main h1' },
  { screen: 'start', library: 'letters', hash: '#/', wait: '.next-days' },
  { screen: 'letters', library: 'letters', hash: '#/letters', wait: '.letter-row' },
  { screen: 'letter-to-check', library: 'letters', hash: '#/letter/toCheck', wait: '.scan-area img' },
  { screen: 'letter', library: 'letters', hash: '#/letter/final', wait: '.scan-area img' },
  { screen: 'appeal', library: 'letters', hash: '#/letter/final/appeal/reasons', wait: '#question-title' },
  { screen: 'roadmap', library: 'letters', hash: '#/roadmap', wait: '.roadmap svg' },
  { screen: 'deadlines', library: 'letters', hash: '#/deadlines', wait: '.timeline' },
  { screen: 'case', library: 'letters', hash: '#/case', wait: '.case-columns' },
  { screen: 'settings', library: 'letters', hash: '#/settings', wait: 'main section' },
] as const
type Screen = (typeof places)[number]['screen']

const looks: [Look, Screen[]][] = [
  [{ scheme: 'light' }, places.map(({ screen }) => screen)],
  [{ scheme: 'dark' }, places.map(({ screen }) => screen)],
  [{ scheme: 'light', zoom: 2 }, ['letter', 'roadmap']],
  [{ scheme: 'light', language: 'es' }, ['start', 'deadlines']],
]

export const goldenScreens: GoldenScreen[] = looks.flatMap(([look, screens]) =>
  places
    .filter(({ screen }) => screens.includes(screen))
    .map(({ screen, ...place }) => ({
      ...place,
      ...look,
      name: [screen, look.scheme, look.zoom && 'zoom', look.language].filter(Boolean).join('-'),
    })),
)

/** The pictures of these screens by name, each on the same letters and the same day. */
export async function picturesOfScreens(
  browser: Browser,
  screens: GoldenScreen[],
): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>()
  for (const library of ['empty', 'letters'] as const) {
    const wanted = screens.filter((screen) => screen.library === library)
    if (wanted.length === 0) continue
    const core = testCore(undefined, '2026-11-22', 'browser', 'create', undefined, aSecondLater())
    const ids = library === 'letters' ? await keepLetters(core) : null
    const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
    try {
      for (const screen of wanted) {
        const page = await openAt(browser, shell.newUrl(), screen, ids)
        pictures.set(screen.name, await pictureOf(page))
        await page.context().close()
      }
    } finally {
      await shell.close()
      await core.close()
    }
  }
  return pictures
}

/** Letters that came in the same moment have no order of their own. */
function aSecondLater(): () => string {
  let at = Date.UTC(2026, 10, 22, 12)
  return () => {
    at += 1000
    return new Date(at).toISOString()
  }
}

type Ids = { toCheck: LetterId; final: LetterId }

/** A clinic's morning: one letter to check, and a family's letters that a person has confirmed. */
async function keepLetters(core: ReturnType<typeof testCore>): Promise<Ids> {
  const toCheck = await keepLetter(core)
  const said = { taxpayerName: 'ALMA EXAMPLE', taxPeriods: ['2022'] }
  const of = (nth: number, noticeCode: string, noticeDate: string, amountDue: string) =>
    keepConfirmed(core, nth, { ...said, noticeCode, noticeDate, amountDue })
  await of(1, 'CP14', '2026-04-06', '4210.15')
  await of(2, 'CP504', '2026-09-14', '4388.02')
  const final = await of(3, 'LT11', '2026-11-02', '4431.77')
  await keepConfirmed(core, 4, {
    ...said,
    taxpayerName: 'BEN SAMPLE',
    noticeCode: 'L3172',
    noticeDate: '2026-10-26',
    amountDue: '18650.00',
  })
  await keepConfirmed(core, 5, {
    ...said,
    taxpayerName: 'BEN SAMPLE',
    noticeCode: 'LT11',
    noticeDate: '2025-08-01',
  })
  await core.idle()
  return { toCheck, final }
}

async function openAt(browser: Browser, url: string, screen: GoldenScreen, ids: Ids | null): Promise<Page> {
  const { zoom = 1, scheme, language = 'en' } = screen
  const page = await openPage(browser, {
    viewport: { width: 1280 / zoom, height: 800 / zoom },
    deviceScaleFactor: zoom,
    colorScheme: scheme,
    locale: language === 'es' ? 'es-US' : 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  })
  await page.goto(url)
  await page.locator('#main').waitFor()
  const hash = screen.hash.replace(/toCheck|final/, (name) => ids?.[name as keyof Ids] ?? name)
  await page.evaluate((to) => location.replace(to), hash)
  await page.locator(screen.wait).first().waitFor()
  return page
}

/** Half the size in few colors: a line that moved or a color that changed is seen, and a kept picture stays small. */
async function pictureOf(page: Page): Promise<Buffer> {
  await page.evaluate(async (quietMs) => {
    await document.fonts.ready
    for (let last = ''; last !== document.body.outerHTML; ) {
      last = document.body.outerHTML
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
      await new Promise((quiet) => setTimeout(quiet, quietMs))
    }
    // The library of a test lies in a folder with a name of its own.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      text.nodeValue =
        text.nodeValue?.replace(/(waymark-tests-[\w-]+\/)?waymark-test-\w+/, 'waymark-test') ?? null
  }, 400)
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  return sharp(shot).resize(640, 400).png({ palette: true, colors: 48, compressionLevel: 9 }).toBuffer()
}
