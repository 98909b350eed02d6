import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasChromium, projectFolder, resources, temporaryFolder } from '../support.ts'
import { walkMainWay } from './main-way.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/**
 * Electron's own program where it is on the machine; else a stand-in (real Node and real Chromium behind Electron's
 * API), which shows that main, preload and renderer are wired, and nothing about Electron's own security.
 */
const standIn = join(projectFolder, '../shared/tools/electron-standin/dist/electron')
const real = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'dist/electron')
const electron = [process.env.WAYMARK_ELECTRON ?? '', real, standIn].find((path) => path && existsSync(path))
if (!electron) console.warn('Neither Electron nor a stand-in is here: the desktop wiring is not tested.')
const name = electron === standIn ? 'on the stand-in for Electron' : 'on Electron'

describe.skipIf(!electron || (electron === standIn && !hasChromium))(`the desktop shell ${name}`, () => {
  let app: ElectronApplication
  beforeAll(async () => {
    app = await _electron.launch({
      executablePath: electron ?? '',
      args: ['.'],
      cwd: projectFolder,
      env: {
        ...(process.env as Record<string, string>),
        STANDIN_NODE: process.execPath,
        WAYMARK_LIBRARY: join(temporaryFolder(), 'library.waymark'),
      },
    })
  })
  afterAll(() => app.close())

  test('a dropped letter is kept, read, confirmed, and becomes a packet', async () => {
    const page = await app.firstWindow()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await walkMainWay(page, join(resources, 'samples', '1-lt11.pdf'), 'LT11')
    expect(complaints).toEqual([])
  })

  test('the renderer has the contract’s calls and nothing of Node', async () => {
    const page = await app.firstWindow()
    const seen = await page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { waymark: object }).waymark),
      node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
    }))
    expect(seen).toEqual({ bridge: ['call'], node: [] })
  })
})
