import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchBrowser } from '../e2e/waiting.ts'
import { hasChromium, takesAllCases } from '../support.ts'
import { seenFolder } from './kept.ts'
import { keptScreens, whyNotHere } from './kept-screens.ts'
import { differenceOf } from './pictures.ts'
import { goldenScreens, picturesOfScreens } from './screens.ts'

const whyNot = hasChromium ? whyNotHere() : 'there is no Chromium'
if (whyNot) console.warn(`The pictures of the screens are NOT compared: ${whyNot}.`)

/** A line of text that moved is some 0.5 % of a screen; a caret or the edge of a letter is far less. */
const allowed = 0.002

/** All of them with `npm run test:screens`; two here, so that `npm run test:long` stays short. */
const sample = ['start-light', 'case-dark']
const screens = goldenScreens.filter(({ name }) => takesAllCases || sample.includes(name))

test.skipIf(whyNot)(
  'the screens look as they should (else: npm run goldens:screens, and look)',
  { timeout: 240_000 },
  async () => {
    const browser = await launchBrowser()
    const pictures = await picturesOfScreens(browser, screens).finally(() => browser.close())
    expect(pictures.size).toBe(screens.length)
    const changed: string[] = []
    for (const [name, now] of pictures) {
      const { share, picture } = await differenceOf(readFileSync(join(keptScreens, `${name}.png`)), now)
      if (share <= allowed) continue
      mkdirSync(seenFolder, { recursive: true })
      const seen = join(seenFolder, `${name}.png`)
      writeFileSync(seen, picture)
      changed.push(`${name}: ${(100 * share).toFixed(2)} % differs, see ${seen}`)
    }
    expect(changed).toEqual([])
  },
)

test('every screen has its kept picture, and there is no picture without a screen', () => {
  const kept = readdirSync(keptScreens).filter((file) => file.endsWith('.png'))
  expect(kept.sort()).toEqual(goldenScreens.map(({ name }) => `${name}.png`).sort())
})
