import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { hasChromium, projectFolder } from '../support.ts'
import { dropFile, noViolations } from './main-way.ts'
import { openWindow, untilRead } from './practice.ts'
import { launchBrowser } from './waiting.ts'

const locked = join(projectFolder, 'tests/fixtures/containers/locked-aes256.pdf')
const shots = process.env.WAYMARK_SHOTS

test.skipIf(!hasChromium)(
  'a locked PDF asks for its password on the screen, and is then read and shown',
  async () => {
    const browser = await launchBrowser()
    const { core, page, close } = await openWindow(browser)
    try {
      await dropFile(page, locked)
      await untilRead({ core, page })
      const { letters } = await core.api['letters:list'](null)
      await page.goto(`${page.url().split('#')[0]}#/letter/${letters[0]?.id}`)
      const box = page.getByLabel(words.unlock.label)
      await box.fill('OpenSesame')
      await page.getByRole('button', { name: words.unlock.open }).click()
      await page.getByText(words.errors['scan.wrong-password']).waitFor()
      await noViolations(page)
      if (shots) await page.screenshot({ path: join(shots, '5-locked.png') })
      await box.fill('opensesame')
      await page.getByRole('button', { name: words.unlock.open }).click()
      await page.getByText(words.check.ask.noticeCode).waitFor()
      await page.locator('.scan-page img').waitFor()
      if (shots) await page.screenshot({ path: join(shots, '6-unlocked.png') })
      const original = letters[0] && (await core.api['letter:original']({ id: letters[0].id }))
      expect(original?.ok && Buffer.from(original.value.bytes).equals(readFileSync(locked))).toBe(true)
    } finally {
      await close()
      await browser.close()
    }
  },
)
