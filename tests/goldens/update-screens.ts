import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromium as executablePath } from '../support.ts'
import { keptScreens, madeWithFile, madeWithHere } from './kept-screens.ts'
import { goldenScreens, picturesOfScreens } from './screens.ts'

/** Writes what the screens look like now as what they should look like. Look at the change before you commit it. */
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const pictures = await picturesOfScreens(browser, goldenScreens).finally(() => browser.close())
rmSync(keptScreens, { recursive: true, force: true })
mkdirSync(keptScreens, { recursive: true })
for (const [name, picture] of pictures) writeFileSync(join(keptScreens, `${name}.png`), picture)
writeFileSync(madeWithFile, `${JSON.stringify(madeWithHere(), null, 2)}\n`)
