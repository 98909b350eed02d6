import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { connectWindows } from '../../../src/main/shells/desktop/ipc.ts'
import { registerAppScheme, serveAppScheme } from '../../../src/main/shells/desktop/protocol.ts'
import { denyEverythingElse } from '../../../src/main/shells/desktop/session.ts'
import { openWindow } from '../../../src/main/shells/desktop/window.ts'
import { temporaryFolder } from '../../support.ts'

/**
 * What the desktop shell asks of Electron, as it asks it: Electron itself is not run here, only its ears are. What it does
 * with these settings is shown by `npm run test:desktop` on a machine that has it.
 */
type Heard = Record<string, (...given: never[]) => unknown>
const heard = vi.hoisted(() => ({ asked: {} as Heard, windows: [] as unknown[], schemes: [] as unknown[] }))
vi.mock('electron', () => {
  const hear = (name: string) => (given: Heard[string]) => {
    heard.asked[name] = given
  }
  const on = (name: string, listener: Heard[string]) => hear(name)(listener)
  class BrowserWindow {
    constructor(options: unknown) {
      heard.windows.push(options)
    }
    once = () => undefined
    on = () => undefined
    show = () => undefined
    loadURL = (url: string) => heard.windows.push(url)
  }
  return {
    app: { getAppPath: () => '/app', getPath: () => '/nowhere', on },
    BrowserWindow,
    ipcMain: { on },
    protocol: { registerSchemesAsPrivileged: (of: unknown[]) => heard.schemes.push(...of), handle: on },
    session: {
      defaultSession: {
        setPermissionRequestHandler: hear('permission'),
        setPermissionCheckHandler: hear('permissionCheck'),
        setDevicePermissionHandler: hear('device'),
        webRequest: { onBeforeRequest: hear('request') },
        on,
      },
    },
  }
})
const ask = (name: string, ...given: unknown[]) => {
  const listener = heard.asked[name] as ((...given: unknown[]) => unknown) | undefined
  if (!listener) throw new Error(`nothing listens to ${name}`)
  return listener(...given)
}
beforeEach(() => {
  denyEverythingElse()
  registerAppScheme()
})

test('the window is sandboxed, isolated, without Node and without webviews', () => {
  openWindow()
  const [options, url] = heard.windows
  expect(options).toMatchObject({
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
  })
  const { webPreferences } = options as { webPreferences: Record<string, unknown> }
  const loosening = [
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
  ]
  for (const name of [...loosening, 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
    expect(webPreferences).not.toHaveProperty(name)
  expect(url).toBe('app://waymark/')
})

test('the app’s own scheme is a secure origin without special rights', () => {
  expect(heard.schemes[0]).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  })
})

test('every permission and device is refused', () => {
  const answers: unknown[] = []
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem'])
    ask('permission', null, permission, (allowed: boolean) => answers.push(allowed))
  expect([...new Set(answers)]).toEqual([false])
  expect([ask('permissionCheck'), ask('device')]).toEqual([false, false])
})

test.each([
  ['app://waymark/index.html', false],
  ['blob:app://waymark/6f1', false],
  ['https://example.com/', true],
  ['http://127.0.0.1:8080/', true],
  ['ws://127.0.0.1/', true],
  ['file:///etc/passwd', true],
  ['app://waymark.evil/', true],
  ['blob:https://example.com/1', true],
  ['chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/x.js', true],
])('a request for %s: stopped is %s', (url, cancel) => {
  const answers: unknown[] = []
  ask('request', { url }, (answer: unknown) => answers.push(answer))
  expect(answers).toEqual([{ cancel }])
})

test('no page opens a window, a webview, or another page', () => {
  let openHandler = (): unknown => null
  const contents = {
    on: (name: string, listener: Heard[string]) => {
      heard.asked[name] = listener
    },
    setWindowOpenHandler: (handler: () => unknown) => {
      openHandler = handler
    },
  }
  ask('web-contents-created', null, contents)
  expect(openHandler()).toEqual({ action: 'deny' })
  const prevented = (name: string, url: string) => {
    const event = { url, preventDefault: vi.fn() }
    ask(name, event)
    return event.preventDefault.mock.calls.length > 0
  }
  expect(prevented('will-attach-webview', '')).toBe(true)
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://waymark.evil/', 'javascript:1'])
    expect(prevented('will-navigate', url)).toBe(true)
  expect(prevented('will-navigate', 'app://waymark/#/letters')).toBe(false)
})

describe('the port over which a window calls the core', () => {
  const connect = vi.fn()
  const port = { close: vi.fn() }
  const from = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent }, ports: [port] })
  beforeEach(() => {
    vi.clearAllMocks()
    connectWindows(connect)
  })

  test('is handed over for our own page', () => {
    ask('waymark:connect', from('app://waymark/'))
    expect(connect.mock.calls).toEqual([[port]])
  })
  test.each([
    ['a foreign page', from('https://example.com/')],
    ['a page with a name like ours', from('app://waymark.evil/')],
    ['a frame within our page', from('app://waymark/', {})],
    ['a frame that is gone', { senderFrame: null, ports: [port] }],
  ])('is refused to %s', (_what, event) => {
    ask('waymark:connect', event)
    expect(connect).not.toHaveBeenCalled()
    expect(port.close).toHaveBeenCalledOnce()
  })
})

test('the scheme serves the built page with its strict policy and nothing else', async () => {
  serveAppScheme('out/renderer')
  const get = (url: string, method = 'GET') => ask('app', new Request(url, { method })) as Promise<Response>
  const page = await get('app://waymark/')
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("default-src 'none'"),
  ])
  for (const url of ['app://other/', 'app://waymark/..%2f..%2fpackage.json', 'app://waymark/nothing.html'])
    expect((await get(url)).status).toBe(404)
  expect((await get('app://waymark/', 'POST')).status).toBe(404)
})

test('what is saved from a window is for its owner alone', () => {
  const file = join(temporaryFolder(), 'packet.pdf')
  writeFileSync(file, 'a packet', { mode: 0o666 })
  chmodSync(file, 0o666)
  let done: (event: unknown, state: string) => void = () => undefined
  ask('will-download', null, {
    getSavePath: () => file,
    once: (_event: string, listener: typeof done) => (done = listener),
  })
  done(null, 'completed')
  expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
})
