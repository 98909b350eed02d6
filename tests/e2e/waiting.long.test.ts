import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasChromium, longestWait, projectFolder } from '../support.ts'
import { launchBrowser, openPage } from './waiting.ts'

describe.skipIf(!hasChromium)('a condition that is never met', () => {
  test('fails a test within 15 seconds, whatever the test waits for', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    const browser = await launchBrowser()
    try {
      const [page, other] = [await openPage(browser), await openPage(browser)]
      const place = silent.address()
      const port = place && typeof place === 'object' ? place.port : 0
      const begun = performance.now()
      const ends = await Promise.allSettled([
        page.locator('#never').waitFor(),
        page.getByRole('button', { name: 'Never' }).click(),
        page.waitForEvent('download'),
        page.waitForFunction(() => false),
        other.goto(`http://127.0.0.1:${port}/`),
      ])
      const took = performance.now() - begun
      const why = ends.map((end) => (end.status === 'rejected' ? String(end.reason) : 'came'))
      for (const reason of why) expect(reason).toContain(`Timeout ${longestWait}ms exceeded`)
      expect(longestWait).toBe(15_000)
      // Where it waits, two busy processors add little.
      expect(took).toBeLessThan(1.5 * longestWait)
    } finally {
      await browser.close()
      silent.close()
    }
  })
})

test('every browser test gets its pages from the helper that limits waiting', () => {
  const files = ['tests/e2e', 'tests/goldens'].flatMap((folder) =>
    readdirSync(join(projectFolder, folder))
      .filter((name) => name.endsWith('.ts') && !name.startsWith('waiting.'))
      .map((name) => join(folder, name)),
  )
  const textOf = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
  const own = /chromium\.launch\(|\.newContext\(|\.newPage\(|setDefault(Navigation)?Timeout\(/
  expect(files.filter((file) => own.test(textOf(file)))).toEqual([])
  const desktop = files.filter((file) => textOf(file).includes('_electron.launch('))
  expect(desktop.length).toBeGreaterThan(0)
  expect(desktop.filter((file) => !textOf(file).includes('limitWaits('))).toEqual([])
})
