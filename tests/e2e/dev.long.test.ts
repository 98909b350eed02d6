import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { hasChromium, longestWait, projectFolder, temporaryFolder } from '../support.ts'
import { complaintsOf, launchBrowser, openPage } from './waiting.ts'

/** `npm run dev` in a copy of the sources, so that the test can change them as a developer would. */
describe.skipIf(!hasChromium)('the dev server', () => {
  const project = temporaryFolder()
  const home = temporaryFolder()
  let server: ChildProcess
  let browser: Browser
  let page: Page
  let complaints: string[]
  let address: string
  let said = ''

  beforeAll(async () => {
    const needed = ['src', 'resources', 'scripts', 'package.json', 'tsconfig.base.json']
    for (const name of [...needed, 'electron.vite.config.ts'])
      cpSync(join(projectFolder, name), join(project, name), { recursive: true })
    symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'))
    const port = await freePort()
    address = `http://127.0.0.1:${port}/`
    // The dev server must find nothing of the person's own, and leave nothing there.
    const env = {
      ...process.env,
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      WAYMARK_LIBRARY: join(home, 'own'),
    }
    server = spawn(process.execPath, [join(project, 'scripts/dev/run.ts'), '--port', `${port}`], { env })
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += chunk))
    browser = await launchBrowser()
    // The practice letters are read first.
    await vi.waitFor(() => expect(said).toContain(address), 8 * longestWait)
    page = await openPage(browser)
    complaints = complaintsOf(page)
    await page.goto(address)
  }, 12 * longestWait)
  afterAll(async () => {
    await browser.close()
    const exit = once(server, 'exit')
    server.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    expect(existsSync(join(home, 'data'))).toBe(false)
    expect(existsSync(join(home, 'own'))).toBe(false)
  })

  /** Changes a file of the copy; what is replaced must be there. */
  function edit(file: string, from: string, to: string): void {
    const text = readFileSync(join(project, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(project, file), text.replace(from, to))
  }
  const mark = () => page.evaluate(() => document.documentElement.setAttribute('data-mark', 'kept'))
  const marked = () => page.locator('html[data-mark]').count()

  test('opens at a fixed address without a ticket, on the practice letters, within the policy', async () => {
    await page.getByRole('link', { name: /^LT11/ }).first().waitFor()
    expect(complaints).toEqual([])
  })

  test('a changed screen appears without a reload', async () => {
    await page.goto(`${address}#/about`)
    await page.getByText(words.about.notAdvice).waitFor()
    await mark()
    edit(
      'src/renderer/features/about/about-screen.tsx',
      "{t('about.notAdvice')}",
      'Changed while it was open.',
    )
    await page.getByText('Changed while it was open.').waitFor()
    expect(await marked()).toBe(1)
    expect(complaints).toEqual([])
  })

  test('a change in main restarts the core, and the page reconnects on its own', async () => {
    await page.goto(`${address}#/`)
    await mark()
    edit(
      'src/main/app/core.ts',
      'export function createCore',
      "console.log('a new core')\nexport function createCore",
    )
    await vi.waitFor(() => expect(said).toContain('a new core'), longestWait)
    await page.locator('html:not([data-mark])').waitFor()
    await page.getByRole('link', { name: /^LT11/ }).first().waitFor()
  })

  test('a mistake in main is reported, and the next change fixes it', async () => {
    edit('src/main/app/core.ts', "console.log('a new core')", 'a mistake(')
    await vi.waitFor(() => expect(said).toContain('The core did not start'), longestWait)
    await mark()
    edit('src/main/app/core.ts', 'a mistake(', "console.log('mended')")
    await page.locator('html:not([data-mark])').waitFor()
    await page.getByRole('link', { name: /^LT11/ }).first().waitFor()
  })

  test('another page, or another name for this computer, gets no answer', async () => {
    const call = (headers: Record<string, string>) => fetch(`${address}session`, { method: 'POST', headers })
    expect((await call({ origin: 'http://evil.example' })).status).toBe(403)
    expect((await call({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await call({})).status).toBe(200)
  })
})

/** A port that was free a moment ago; the dev server stays on the one it is given. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const place = probe.address()
  probe.close()
  await once(probe, 'close')
  return place && typeof place === 'object' ? place.port : 0
}
