import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { hasPoppler } from '../goldens/pictures.ts'
import { hasChromium, longestWait, resources, temporaryFolder } from '../support.ts'
import { electronProgram, launchDesktop, standIn } from './electron-program.ts'
import { walkMainWay } from './main-way.ts'
import { expectSamePages, noteInsteadOfDialog } from './printed.ts'

/**
 * Electron's own program where it is on the machine; else a stand-in (real Node and real Chromium behind Electron's
 * API), which shows that main, preload and renderer are wired, and nothing about Electron's own security.
 */
const electron = electronProgram() ?? [standIn].find((path) => existsSync(path))
if (!electron) console.warn('Neither Electron nor a stand-in is here: the desktop wiring is not tested.')
const name = electron === standIn ? 'on the stand-in for Electron' : 'on Electron'

describe.skipIf(!electron || (electron === standIn && !hasChromium))(`the desktop shell ${name}`, () => {
  let app: ElectronApplication
  /** The copy of a packet that another program was shown. */
  let opened = ''
  beforeAll(async () => {
    app = await launchDesktop(electron ?? '')
  })
  afterAll(async () => {
    await app.close()
    expect(existsSync(opened)).toBe(false)
  })

  test('a dropped letter is saved, read, confirmed, and becomes a packet', async () => {
    const page = await app.firstWindow()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.getByRole('button', { name: words.access.first.before }).click()
    await page.getByText(words.access.first.open.title).click()
    await page.getByRole('button', { name: words.access.first.begin }).click()
    await walkMainWay(page, join(resources, 'samples', '1-lt11.pdf'), 'LT11')
    expect(complaints).toEqual([])
  })

  test.skipIf(!hasPoppler)('the packet is printed exactly, page for page', async () => {
    const page = await app.firstWindow()
    await noteInsteadOfDialog(page)
    await page.getByRole('button', { name: words.packet.print }).click()
    await page.locator('body[data-printed]').waitFor()
    const printed = await app.evaluate(async ({ BrowserWindow }) => {
      const options = { preferCSSPageSize: true, printBackground: true }
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF(options)
      return Buffer.from(pdf ?? []).toString('base64')
    })
    const packet = await page.evaluate(async () => {
      const id = window.location.hash.split('/')[2]
      const input = { id, cover: 'letter', duplex: false, straighten: true }
      const { waymark } = window as unknown as { waymark: { call(name: string, input: unknown): unknown } }
      const made = (await waymark.call('packet:pdf', input)) as { value: { bytes: Uint8Array } }
      return Array.from(made.value.bytes)
    })
    await expectSamePages(Buffer.from(printed, 'base64'), Uint8Array.from(packet))
    await app.evaluate(({ shell }) => {
      shell.openPath = async (path) => {
        process.env.WAYMARK_OPENED = path
        return ''
      }
    })
    await page.getByRole('button', { name: words.packet.view }).click()
    await page.getByText(words.packet.viewed).waitFor()
    opened = await app.evaluate(() => process.env.WAYMARK_OPENED ?? '')
    expect([readFileSync(opened).subarray(0, 5).toString(), statSync(opened).mode & 0o77]).toEqual([
      '%PDF-',
      0,
    ])
  })

  test('a file named by a second start opens in the first window', async () => {
    const page = await app.firstWindow()
    await app.evaluate(
      ({ app: first }, file) => first.emit('second-instance', {}, ['waymark', file], '/'),
      join(resources, 'samples', '3-letter-3172.pdf'),
    )
    await page.evaluate(() => {
      window.location.hash = '#/'
    })
    await page.getByRole('link', { name: /3172/ }).first().waitFor()
  })

  test('the menu opens screens, and a second library replaces the first', async () => {
    const page = await app.firstWindow()
    const choose = (path: string[]) =>
      app.evaluate(({ Menu }, labels) => {
        let items = Menu.getApplicationMenu()?.items ?? []
        for (const label of labels) {
          const found = items.find((each) => each.label === label)
          if (!found) throw new Error(`no ${label} among ${items.map((each) => each.label)}`)
          if (!found.submenu) found.click()
          items = found.submenu?.items ?? []
        }
      }, path)
    const { menu } = words
    await choose([menu.view, menu.deadlines])
    await page.getByRole('heading', { name: words.deadlines.title, level: 1 }).waitFor()
    await choose([menu.help, menu.keys])
    await page.getByText(words.keys.desktop).waitFor()
    const folder = join(temporaryFolder(), 'Ana')
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, folder)
    await choose([menu.file, menu.openLibrary])
    await page.getByRole('button', { name: words.libraries.new }).click()
    await page.getByRole('button', { name: words.access.first.before }).click()
    await page.getByText(words.access.first.open.title).click()
    await page.getByRole('button', { name: words.access.first.begin }).click()
    await page.getByRole('heading', { name: words.empty.title }).waitFor()
    await page.getByRole('link', { name: words.libraries.label.replace('{{name}}', 'Ana') }).waitFor()
    await vi.waitFor(() => choose([menu.file, menu.recent, menu.own]), longestWait)
    await page.getByRole('link', { name: /3172/ }).first().waitFor()
    expect(await page.title()).toBe('Waymark')
  })

  test('when the library process is killed, the window says so and continues, and no letter is lost', async () => {
    const page = await app.firstWindow()
    const ask = (name: string) =>
      page.evaluate((of) => {
        const { waymark } = window as unknown as { waymark: { call(name: string, input: null): unknown } }
        return waymark.call(of, null)
      }, name)
    const ids = async () =>
      ((await ask('letters:list')) as { letters: { id: string }[] }).letters.map(({ id }) => id)
    const before = await ids()
    await app.evaluate(({ app: first }) => {
      const core = first.getAppMetrics().find(({ name }) => name === 'Waymark library')
      if (!core) throw new Error('no library process')
      process.kill(core.pid, 'SIGKILL')
    })
    await page.getByText(words.errors['library.restarted']).waitFor()
    await page.evaluate(() => {
      window.location.hash = '#/deadlines'
    })
    await page.getByRole('heading', { name: words.deadlines.title, level: 1 }).waitFor()
    expect(before.length).toBeGreaterThan(1)
    expect(await ids()).toEqual(before)
    expect(await ask('library:verify')).toMatchObject({ ok: true, value: { issues: [] } })
  })

  test('the renderer sees the calls of the contract and nothing of Node', async () => {
    const page = await app.firstWindow()
    const seen = await page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { waymark: object }).waymark),
      node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
    }))
    expect(seen).toEqual({ bridge: ['call'], node: [] })
  })

  describe.skipIf(electron === standIn)('what only Electron itself can show', () => {
    test('no page opens a window, leaves the app, or asks the network', async () => {
      const page = await app.firstWindow()
      const before = page.url()
      expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
      await page.evaluate(() => {
        window.location.href = 'https://example.com/'
      })
      await page.waitForTimeout(500)
      expect([page.url(), app.windows().length]).toEqual([before, 1])
      const fetched = (url: string) =>
        page.evaluate((of) => fetch(of, { mode: 'no-cors' }).then(String, () => 'stopped'), url)
      for (const url of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd'])
        expect(await fetched(url)).toBe('stopped')
    })

    test('every permission is refused', async () => {
      const page = await app.firstWindow()
      const states = await page.evaluate(async () => [
        await Notification.requestPermission(),
        await navigator.mediaDevices.getUserMedia({ audio: true }).then(String, (error: Error) => error.name),
      ])
      expect(states).toEqual(['denied', 'NotAllowedError'])
    })

    test('the renderer is sandboxed and isolated', async () => {
      const page = await app.firstWindow()
      const preferences = await app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
          getLastWebPreferences(): {
            sandbox?: boolean
            contextIsolation?: boolean
            nodeIntegration?: boolean
          }
        }
        const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences()
        return { sandbox, contextIsolation, nodeIntegration }
      })
      expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false })
      expect(await page.evaluate(() => window.isSecureContext && window.origin)).toBe('app://waymark')
    })
  })
})
