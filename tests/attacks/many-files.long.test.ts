import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import words from '../../resources/words/en.json' with { type: 'json' }
import { openWindow } from '../e2e/practice.ts'
import { launchBrowser } from '../e2e/waiting.ts'
import { hasChromium, projectFolder, takesAllCases, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const count = 10_000
const bytesEach = 30_000
/** Megabytes that the core and the page may each take more than before. Together the files have 300. */
const mostMemory = 200

function makeFiles(): string[] {
  const folder = temporaryFolder()
  return Array.from({ length: count }, (_, number) => {
    const file = join(folder, `scan ${number}.pdf`)
    writeFileSync(file, Buffer.alloc(bytesEach, `${number} `))
    return file
  })
}

/** Drops files of the disk on the window as a hand does, by the browser's own drag and drop. */
async function dropFromDisk(cdp: CDPSession, files: string[]): Promise<void> {
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
}

/** What the window says, as a pattern whose one group is the count in it. */
function counted(text: string): RegExp {
  const [before = '', after = ''] = text.split('{{count}}').map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`${before}(\\d+)${after}`)
}
const [leftAlone, keptSafe] = [counted(words.add.stopped_other), counted(words.add.kept_other)]

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
async function pageMemory(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return megabytes(metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0)
}

const doneOf = async (page: Page): Promise<number> =>
  Number(await page.getByRole('progressbar', { name: words.add.progressLabel }).getAttribute('value'))

async function dropAndStop(stopAt: number): Promise<string> {
  const browser = await launchBrowser()
  const { core, page, close } = await openWindow(browser)
  const files = makeFiles()
  try {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await page.getByRole('heading', { name: words.empty.title }).waitFor()
    const before = { core: megabytes(process.memoryUsage().rss), page: await pageMemory(cdp) }
    const most = { core: 0, page: 0 }
    await dropFromDisk(cdp, files)
    await page.getByRole('progressbar', { name: words.add.progressLabel }).waitFor()
    for (let done = 0; done < stopAt; done = await doneOf(page)) {
      most.core = Math.max(most.core, megabytes(process.memoryUsage().rss) - before.core)
      most.page = Math.max(most.page, (await pageMemory(cdp)) - before.page)
      await page.waitForTimeout(500)
    }
    const scratch = join(projectFolder, 'node_modules/.cache/e2e')
    mkdirSync(scratch, { recursive: true })
    await page.screenshot({ path: join(scratch, 'many-files.png') })
    await page.getByRole('button', { name: words.add.stop, exact: true }).click()
    await page.getByText(leftAlone).waitFor()
    await page.screenshot({ path: join(scratch, 'many-files-stopped.png') })
    const said = (await page.locator('.message-bar').last().textContent()) ?? ''
    const [left, kept] = [leftAlone, keptSafe].map((each) => Number(each.exec(said)?.[1]))
    const { letters } = await core.api['letters:list'](null)
    console.info(`core ${most.core} MB, page ${most.page} MB more than before, stopped after ${kept}`)
    return [
      letters.length === kept ? 'all that it said is kept' : `${letters.length} letters, and ${kept} said`,
      Number(left) + Number(kept) === count ? 'the others are counted' : `${left} and ${kept}`,
      most.core <= mostMemory ? 'little memory' : `${most.core} MB in the core`,
      most.page <= mostMemory ? 'little in the page' : `${most.page} MB in the page`,
    ].join(', ')
  } finally {
    await close()
    await browser.close()
    rmSync(dirname(files[0] ?? ''), { recursive: true })
  }
}

attack(
  `dropping ${count} files at once, and stopping`,
  'all that it said is kept, the others are counted, little memory, little in the page',
  () => dropAndStop(takesAllCases ? 5000 : 200),
  { timeout: 900_000, skip: !hasChromium },
)
