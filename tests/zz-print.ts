import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveBrowserShell } from '../src/main/shells/browser/server.ts'
import { packedInProcess } from '../src/main/shells/core-process/packed-in-process.ts'
import { printedBy } from './e2e/printed.ts'
import { launchBrowser, openPage } from './e2e/waiting.ts'
import { projectFolder, testCore } from './support.ts'
const core = testCore(undefined, '2026-11-22', 'browser')
const shell = await serveBrowserShell(packedInProcess(core), join(projectFolder, 'out/renderer'))
const browser = await launchBrowser()
const page = await openPage(browser, { viewport: { width: 1280, height: 900 } } as never)
await page.goto(shell.newUrl())
await page.locator('#main').waitFor()
await page.evaluate((to) => location.replace(to), '#/roadmap')
await page.locator('.letter-finder input').waitFor()
await page.locator('.letter-finder input').fill('48')
await page.waitForTimeout(500)
await page.screenshot({ path: '/tmp/lr/map.png' })
writeFileSync('/tmp/lr/poster.pdf', await printedBy(page))
await browser.close(); await shell.close(); await core.close()
