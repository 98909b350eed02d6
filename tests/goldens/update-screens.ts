import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../e2e/waiting.ts'
import { keptScreens, madeWithFile, madeWithHere } from './kept-screens.ts'
import { goldenScreens, picturesOfScreens } from './screens.ts'

/** Writes what the screens look like now as what they should look like. Look at the change before you commit it. */
const browser = await launchBrowser()
const pictures = await picturesOfScreens(browser, goldenScreens).finally(() => browser.close())
rmSync(keptScreens, { recursive: true, force: true })
mkdirSync(keptScreens, { recursive: true })
for (const [name, picture] of pictures) writeFileSync(join(keptScreens, `${name}.png`), picture)
writeFileSync(madeWithFile, `${JSON.stringify(madeWithHere(), null, 2)}\n`)
