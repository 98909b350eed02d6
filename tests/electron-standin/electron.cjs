'use strict'
// Stand-in for the main-process `electron` module. Anything not listed throws on access, so nothing passes silently.
const { EventEmitter } = require('node:events')
const fs = require('node:fs'),
  os = require('node:os'),
  path = require('node:path'),
  v8 = require('node:v8')
const { pathToFileURL, fileURLToPath } = require('node:url')
const { launch } = require('./cdp.cjs')
const { enc, dec } = require('./codec.cjs')
const { WORLD, mainSource, isoSource } = require('./page.cjs')
const { MessageChannelMain, pageChannel } = require('./ports.cjs')
const utilityProcess = require('./utility.cjs')

const log = (globalThis.__standinLog = []) // every native side effect, for assertions: electronApp.evaluate(() => globalThis.__standinLog)
const rec = (api, ...args) => {
  log.push({ api, args })
}
const OK = new Set([
  'then',
  'default',
  '__esModule',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'constructor',
  'inspect',
])
const guard = (name, o) =>
  new Proxy(o, {
    get(t, k, r) {
      if (k in t || typeof k === 'symbol' || OK.has(k) || (typeof k === 'string' && k.startsWith('_')))
        return Reflect.get(t, k, t)
      throw new Error(`stand-in: ${name}.${String(k)} is not implemented`)
    },
  })
const clone = (v) => {
  try {
    return v8.deserialize(v8.serialize(v))
  } catch {
    throw new Error('An object could not be cloned.')
  }
}
const BINDING = '__standinPost'
let browser = null,
  ready = false,
  quitting = false,
  appDir = process.cwd(),
  pkg = {}
const switches = globalThis.__standin.switches

// ---------- app
class App extends EventEmitter {
  constructor() {
    super()
    this._paths = {}
    this._ready = new Promise((r) => {
      this._resolveReady = r
    })
    this.name = undefined
    this.isPackaged = false
    this._userAgentFallback = ''
    this.commandLine = {
      appendSwitch: (k, v) => {
        if (ready) rec('commandLine.appendSwitch(after ready: no effect)', k)
        else switches.push(v ? `--${k}=${v}` : `--${k}`)
      },
      hasSwitch: (k) => switches.some((s) => s === `--${k}` || s.startsWith(`--${k}=`)),
      getSwitchValue: (k) =>
        (switches.find((s) => s.startsWith(`--${k}=`)) || '').split('=').slice(1).join('='),
      appendArgument: (a) => switches.push(a),
      removeSwitch() {},
    }
  }
  _init(o) {
    appDir = o.appDir
    pkg = o.pkg
    if (!this.name) this.name = pkg.productName || pkg.name || 'Electron'
  }
  async _start() {
    browser = await launch(switches)
    browser.cdp.on('close', () => {
      if (!quitting) this.exit(1)
    })
    process.versions.chrome ??
      Object.defineProperty(process.versions, 'chrome', {
        value: (await browser.cdp.send('Browser.getVersion')).product.split('/')[1],
        enumerable: true,
      })
    await browser.cdp.send('Target.setDiscoverTargets', { discover: true })
    browser.cdp.on('Target.targetDestroyed', ({ targetId }) => {
      for (const w of BrowserWindow._all.values()) if (w.webContents._targetId === targetId) w._gone()
    })
    ready = true
    this._resolveReady({})
    this.emit('ready', {}, {})
  }
  whenReady() {
    return this._ready
  }
  isReady() {
    return ready
  }
  getName() {
    return this.name
  }
  setName(n) {
    this.name = n
  }
  getVersion() {
    return pkg.version || process.versions.electron
  }
  getAppPath() {
    return appDir
  }
  getPath(n) {
    if (this._paths[n]) return this._paths[n]
    const h = os.homedir()
    const ud =
      this._paths.userData ||
      (switches.find((s) => s.startsWith('--user-data-dir=')) || '').slice(16) ||
      path.join(process.env.XDG_CONFIG_HOME || path.join(h, '.config'), this.getName())
    const m = {
      home: h,
      appData: process.env.XDG_CONFIG_HOME || path.join(h, '.config'),
      userData: ud,
      sessionData: ud,
      temp: os.tmpdir(),
      exe: process.execPath,
      module: process.execPath,
      desktop: path.join(h, 'Desktop'),
      documents: path.join(h, 'Documents'),
      downloads: path.join(h, 'Downloads'),
      music: path.join(h, 'Music'),
      pictures: path.join(h, 'Pictures'),
      videos: path.join(h, 'Videos'),
      logs: path.join(ud, 'logs'),
      crashDumps: path.join(ud, 'Crashpad'),
    }
    if (!(n in m)) throw new Error(`Failed to get '${n}' path`)
    if (n === 'userData' || n === 'logs') fs.mkdirSync(m[n], { recursive: true })
    return m[n]
  }
  setPath(n, p) {
    if (!path.isAbsolute(p)) throw new Error('Path must be absolute')
    this._paths[n] = p
  }
  setAppLogsPath(p) {
    this._paths.logs = p || path.join(this.getPath('userData'), 'logs')
  }
  getLocale() {
    return 'en-US'
  }
  getSystemLocale() {
    return 'en-US'
  }
  getPreferredSystemLanguages() {
    return ['en-US']
  }
  getLocaleCountryCode() {
    return 'US'
  }
  requestSingleInstanceLock() {
    rec('app.requestSingleInstanceLock')
    return true
  }
  hasSingleInstanceLock() {
    return true
  }
  releaseSingleInstanceLock() {}
  setAppUserModelId(i) {
    rec('app.setAppUserModelId', i)
  }
  setAsDefaultProtocolClient(...a) {
    rec('app.setAsDefaultProtocolClient', ...a)
    return true
  }
  enableSandbox() {
    rec('app.enableSandbox')
  }
  disableHardwareAcceleration() {
    rec('app.disableHardwareAcceleration')
  }
  setAboutPanelOptions(o) {
    rec('app.setAboutPanelOptions', o)
  }
  focus() {}
  show() {}
  hide() {}
  addRecentDocument(p) {
    rec('app.addRecentDocument', p)
  }
  relaunch(o) {
    rec('app.relaunch', o)
  }
  getGPUFeatureStatus() {
    return {}
  }
  getAppMetrics() {
    return utilityProcess.metrics()
  }
  quit() {
    if (quitting) return
    const ev = mkEvent()
    this.emit('before-quit', ev)
    if (ev.defaultPrevented) return
    ;(async () => {
      for (const w of [...BrowserWindow._all.values()]) if (!(await w._close())) return
      this._finish(0)
    })()
  }
  _finish(code) {
    if (quitting) return
    const ev = mkEvent()
    this.emit('will-quit', ev)
    if (ev.defaultPrevented) return
    this.exit(code)
  }
  exit(code = 0) {
    if (quitting) return
    quitting = true
    this.emit('quit', {}, code)
    const done = () => process.exit(code)
    if (browser) {
      browser.cdp.send('Browser.close').then(() => setTimeout(done, 50), done)
      setTimeout(done, 3000)
    } else done()
  }
}
const mkEvent = (o = {}) => ({
  ...o,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})
const app = new App()

// ---------- ipcMain
class IpcMain extends EventEmitter {
  constructor() {
    super()
    this._h = new Map()
  }
  handle(c, f) {
    if (this._h.has(c)) throw new Error(`Attempted to register a second handler for '${c}'`)
    if (typeof f !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof f}'`)
    this._h.set(c, f)
  }
  handleOnce(c, f) {
    this.handle(c, (...a) => {
      this.removeHandler(c)
      return f(...a)
    })
  }
  removeHandler(c) {
    this._h.delete(c)
  }
}
const ipcMain = new IpcMain()

// ---------- webContents
let nextId = 0
class WebContents extends EventEmitter {
  constructor(win, prefs) {
    super()
    this.id = ++nextId
    this._win = win
    this._prefs = { contextIsolation: true, nodeIntegration: false, sandbox: true, ...prefs }
    this._url = ''
    this._title = ''
    this._dead = false
    this.session = session.defaultSession
    this.ipc = new IpcMain()
    this._ports = new Map()
    this._openHandler = null
    for (const [k, bad] of [
      ['nodeIntegration', true],
      ['contextIsolation', false],
      ['nodeIntegrationInWorker', true],
      ['webviewTag', true],
    ])
      if (this._prefs[k] === bad) throw new Error(`stand-in: webPreferences.${k}=${bad} is not supported`)
    if (this._prefs.sandbox === false)
      rec('webPreferences.sandbox=false (stand-in runs the preload as if sandboxed)')
    this.navigationHistory = {
      canGoBack: () => false,
      canGoForward: () => false,
      clear() {},
      goBack() {},
      goForward() {},
    }
    this._up = this._create()
    this._up.catch((e) => console.error('[stand-in]', e))
  }
  get mainFrame() {
    return {
      url: this._url,
      origin: this._url ? originOf(this._url) : '',
      top: null,
      parent: null,
      routingId: 1,
      processId: 1,
    }
  }
  async _create() {
    await app._ready
    const { cdp } = browser,
      o = this._win._opts
    const { targetId } = await cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width: o.width || 800,
      height: o.height || 600,
      ...(process.env.STANDIN_HEADFUL === '1' ? {} : {}),
    })
    this._targetId = targetId
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
    const s = (this._s = cdp.session(sessionId))
    s.on('Runtime.bindingCalled', (e) => {
      if (e.name === BINDING) {
        this._ctx = e.executionContextId
        this._onPost(JSON.parse(e.payload))
      }
    })
    s.on('Runtime.executionContextCreated', ({ context: c }) => {
      if (c.name === WORLD && c.auxData?.frameId === targetId) this._ctx = c.id
      if (c.auxData?.isDefault && c.auxData?.frameId === targetId) this._mainCtx = c.id
    })
    s.on('Runtime.consoleAPICalled', (e) =>
      this.emit(
        'console-message',
        mkEvent({
          level: e.type === 'error' ? 'error' : e.type === 'warning' ? 'warning' : 'info',
          message: e.args.map((a) => a.value ?? a.description).join(' '),
        }),
      ),
    )
    s.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId && frame.url !== 'about:blank') {
        this._url = unmap(frame.url)
        this.emit('did-navigate', mkEvent(), this._url, 200, 'OK')
      }
    })
    s.on('Page.domContentEventFired', () => {
      if (this._url) this.emit('dom-ready', mkEvent())
    })
    s.on('Page.loadEventFired', async () => {
      if (!this._url) return
      this._title = await this.executeJavaScript('document.title').catch(() => '')
      this.emit('page-title-updated', mkEvent(), this._title, true)
      this._win.emit('page-title-updated', mkEvent(), this._title, true)
      this.emit('did-finish-load', mkEvent())
      this._win._readyToShow()
    })
    s.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', mkEvent(), { reason: 'crashed', exitCode: 5 }),
    )
    s.on('Fetch.requestPaused', (e) =>
      this._onFetch(e).catch((err) => console.error('[stand-in] fetch', err)),
    )
    await Promise.all([
      s.send('Page.enable'),
      s.send('Runtime.enable'),
      s.send('Inspector.enable').catch(() => {}),
      s.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
    ])
    await s.send('Page.addScriptToEvaluateOnNewDocument', { source: mainSource() })
    const p = this._prefs.preload
    let src = ''
    if (p) {
      if (!path.isAbsolute(p)) throw new Error('preload script must have absolute path')
      src = fs.existsSync(p)
        ? fs.readFileSync(p, 'utf8')
        : `throw new Error(${JSON.stringify('ENOENT: no such file or directory, open ' + p)})`
      if (p.endsWith('.mjs'))
        src = 'throw new SyntaxError("ESM preload scripts cannot be used in a sandboxed renderer")'
    }
    const cfg = {
      binding: BINDING,
      preloadPath: p || '',
      process: {
        type: 'renderer',
        platform: process.platform,
        arch: process.arch,
        sandboxed: true,
        contextIsolated: true,
        versions: { ...process.versions },
        env: process.env,
        argv: [...(this._prefs.additionalArguments || [])],
        pid: process.pid,
        execPath: process.execPath,
      },
    }
    await s.send('Page.addScriptToEvaluateOnNewDocument', { source: isoSource(cfg, src), worldName: WORLD })
    const patterns = [...protocol._handlers.keys()].map((sc) => ({
      urlPattern: `https://*.${sc}.standin.localhost/*`,
    }))
    if (session.defaultSession.webRequest._before || session.defaultSession.webRequest._headers)
      patterns.push({ urlPattern: '*' })
    if (session.defaultSession.webRequest._headers)
      patterns.push({ urlPattern: '*', requestStage: 'Response' })
    if (patterns.length) await s.send('Fetch.enable', { patterns })
  }
  async _onFetch(e) {
    const s = this._s,
      url = unmap(e.request.url),
      wr = session.defaultSession.webRequest
    if (e.responseStatusCode !== undefined || e.responseErrorReason) {
      // response stage
      const m = {}
      for (const h of e.responseHeaders || []) (m[h.name] ||= []).push(h.value)
      const r = await new Promise((res) =>
        wr._headers(
          {
            url,
            method: e.request.method,
            resourceType: e.resourceType,
            responseHeaders: m,
            statusCode: e.responseStatusCode,
            webContentsId: this.id,
          },
          res,
        ),
      )
      if (r.cancel)
        return s.send('Fetch.failRequest', { requestId: e.requestId, errorReason: 'BlockedByClient' })
      const hs = []
      for (const [k, v] of Object.entries(r.responseHeaders || m))
        for (const x of [].concat(v)) hs.push({ name: k, value: String(x) })
      return s.send('Fetch.continueResponse', {
        requestId: e.requestId,
        responseCode: e.responseStatusCode || 200,
        responseHeaders: hs,
      })
    }
    if (wr._before) {
      const r = await new Promise((res) =>
        wr._before(
          { url, method: e.request.method, resourceType: e.resourceType, webContentsId: this.id },
          res,
        ),
      )
      if (r.cancel)
        return s.send('Fetch.failRequest', { requestId: e.requestId, errorReason: 'BlockedByClient' })
    }
    const h = protocol._handlers.get(new URL(url).protocol.slice(0, -1))
    if (!h) return s.send('Fetch.continueRequest', { requestId: e.requestId })
    const resp = await h(new Request(url, { method: e.request.method, headers: e.request.headers }))
    const body = Buffer.from(await resp.arrayBuffer())
    let hs = [...resp.headers].map(([name, value]) => ({ name, value }))
    if (wr._headers) {
      const m = {}
      for (const x of hs) (m[x.name] ||= []).push(x.value)
      const r = await new Promise((res) =>
        wr._headers(
          {
            url,
            method: e.request.method,
            resourceType: e.resourceType,
            responseHeaders: m,
            statusCode: resp.status,
            webContentsId: this.id,
          },
          res,
        ),
      )
      hs = []
      for (const [k, v] of Object.entries(r.responseHeaders || m))
        for (const x of [].concat(v)) hs.push({ name: k, value: String(x) })
    }
    return s.send('Fetch.fulfillRequest', {
      requestId: e.requestId,
      responseCode: resp.status || 200,
      responseHeaders: hs,
      body: body.toString('base64'),
    })
  }
  async _onPost(m) {
    const url = unmap(m.url || '')
    const ev = mkEvent({
      sender: this,
      senderFrame: { url, origin: originOf(url), routingId: 1, processId: 1, parent: null },
      processId: 1,
      frameId: 1,
      type: 'frame',
      returnValue: undefined,
      reply: (c, ...a) => this.send(c, ...a),
    })
    if (m.t === 'preload-error') {
      const e = new Error(m.message)
      e.stack = m.stack
      console.error('[preload-error]', m.stack)
      return this.emit('preload-error', mkEvent(), this._prefs.preload, e)
    }
    if (m.t === 'port-piece')
      return this._ports
        .get(m.port)
        ?._fromThere(
          m.piece.closed ? m.piece : { bytes: Buffer.from(m.piece.bytes, 'latin1'), last: m.piece.last },
        )
    const args = dec(m.args)
    if (m.t === 'post') {
      const ports = m.ports.map((id) => {
        const { page, main } = pageChannel((piece) =>
          this._toPage({
            t: 'port-piece',
            port: id,
            piece: piece.closed
              ? piece
              : { bytes: Buffer.from(piece.bytes).toString('latin1'), last: piece.last },
          }),
        )
        this._ports.set(id, page)
        return main
      })
      ipcMain.emit(m.channel, { ...ev, ports }, ...args)
      return
    }
    if (m.t === 'send') {
      this.emit('ipc-message', ev, m.channel, ...args)
      this.ipc.emit(m.channel, ev, ...args)
      ipcMain.emit(m.channel, ev, ...args)
      return
    }
    const reply = (o) => this._toPage({ t: 'reply', id: m.id, ...o })
    try {
      const f = this.ipc._h.get(m.channel) || ipcMain._h.get(m.channel)
      if (!f) throw new Error(`No handler registered for '${m.channel}'`)
      reply({ ok: true, v: enc(clone(await f(ev, ...args))) })
    } catch (err) {
      console.error(`Error occurred in handler for '${m.channel}':`, err)
      reply({
        ok: false,
        message: `Error invoking remote method '${m.channel}': ${err instanceof Error ? err.toString() : err}`,
      })
    }
  }
  _toPage(o) {
    return this._s
      .send('Runtime.evaluate', {
        expression: `globalThis.__standinRecv(${JSON.stringify(o)
          .replace(/\u2028/g, '\\u2028')
          .replace(/\u2029/g, '\\u2029')})`,
        contextId: this._ctx,
      })
      .catch((e) => {
        if (!this._dead && !quitting) rec('webContents.send dropped', String(e.message))
      })
  }
  send(channel, ...args) {
    if (this._dead) throw new TypeError('Object has been destroyed')
    const a = enc(clone(args))
    this._up.then(() => this._toPage({ t: 'msg', channel, args: a }))
  }
  async loadURL(url, o) {
    await this._up
    if (this._dead) throw new TypeError('Object has been destroyed')
    const loaded = new Promise((r) => this.once('did-finish-load', r))
    const r = await this._s.send('Page.navigate', { url: map(url) })
    if (r.errorText) {
      const e = new Error(`${r.errorText} (-2) loading '${url}'`)
      this.emit('did-fail-load', mkEvent(), -2, r.errorText, url, true)
      throw e
    }
    await loaded
  }
  loadFile(f, o = {}) {
    const u = pathToFileURL(path.isAbsolute(f) ? f : path.resolve(app.getAppPath(), f))
    if (o.search) u.search = o.search
    if (o.hash) u.hash = o.hash
    if (o.query) for (const [k, v] of Object.entries(o.query)) u.searchParams.set(k, v)
    return this.loadURL(u.href)
  }
  async executeJavaScript(code) {
    await this._up
    const r = await this._s.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (r.exceptionDetails)
      throw new Error(r.exceptionDetails.exception?.description || r.exceptionDetails.text)
    return r.result.value
  }
  async printToPDF(o = {}) {
    await this._up
    const P = {
      A0: [33.1, 46.8],
      A1: [23.4, 33.1],
      A2: [16.54, 23.4],
      A3: [11.7, 16.54],
      A4: [8.27, 11.7],
      A5: [5.83, 8.27],
      A6: [4.13, 5.83],
      Legal: [8.5, 14],
      Letter: [8.5, 11],
      Tabloid: [11, 17],
      Ledger: [17, 11],
    }
    const [w, h] = o.pageSize
      ? typeof o.pageSize === 'string'
        ? P[o.pageSize]
        : [o.pageSize.width, o.pageSize.height]
      : P.Letter
    if (!w) throw new Error('Invalid pageSize ' + o.pageSize)
    const m = o.margins || {}
    const { data } = await this._s.send('Page.printToPDF', {
      landscape: !!o.landscape,
      displayHeaderFooter: !!o.displayHeaderFooter,
      headerTemplate: o.headerTemplate || '',
      footerTemplate: o.footerTemplate || '',
      printBackground: !!o.printBackground,
      scale: o.scale ?? 1,
      paperWidth: w,
      paperHeight: h,
      marginTop: m.top ?? 0.4,
      marginBottom: m.bottom ?? 0.4,
      marginLeft: m.left ?? 0.4,
      marginRight: m.right ?? 0.4,
      pageRanges: o.pageRanges || '',
      preferCSSPageSize: !!o.preferCSSPageSize,
      generateTaggedPDF: !!o.generateTaggedPDF,
      generateDocumentOutline: !!o.generateDocumentOutline,
    })
    return Buffer.from(data, 'base64')
  }
  async capturePage() {
    const { data } = await this._s.send('Page.captureScreenshot', { format: 'png' })
    const b = Buffer.from(data, 'base64')
    return { toPNG: () => b, isEmpty: () => !b.length, toDataURL: () => 'data:image/png;base64,' + data }
  }
  async insertCSS(css) {
    return this.executeJavaScript(
      `(()=>{const s=document.createElement('style');s.textContent=${JSON.stringify(css)};document.head.append(s)})()`,
    )
  }
  setWindowOpenHandler(f) {
    this._openHandler = f
    this._up.then(() => {
      if (this._openPatched) return
      this._openPatched = true
      this._s.on('Page.windowOpen', (e) => {
        rec(
          'windowOpen',
          e.url,
          this._openHandler({
            url: e.url,
            frameName: e.windowName,
            features: (e.windowFeatures || []).join(','),
            disposition: 'foreground-tab',
          }),
        )
      })
    })
  }
  getURL() {
    return this._url
  }
  getTitle() {
    return this._title
  }
  isDestroyed() {
    return this._dead
  }
  isLoading() {
    return false
  }
  isCrashed() {
    return false
  }
  getType() {
    return 'window'
  }
  focus() {}
  reload() {
    return this._s.send('Page.reload')
  }
  openDevTools() {
    rec('openDevTools')
  }
  closeDevTools() {}
  isDevToolsOpened() {
    return false
  }
  setZoomFactor() {}
  getZoomFactor() {
    return 1
  }
  setZoomLevel(level) {
    this._zoom = level
  }
  getZoomLevel() {
    return this._zoom ?? 0
  }
  setUserAgent() {}
  getUserAgent() {
    return ''
  }
  setBackgroundThrottling() {}
  setVisualZoomLevelLimits() {}
  undo() {}
  redo() {}
  cut() {}
  copy() {}
  paste() {}
  selectAll() {}
  getOSProcessId() {
    return 0
  }
  getProcessId() {
    return 1
  }
  print(o, cb) {
    rec('webContents.print', o)
    cb?.(true, '')
  }
  close() {
    this._win.close()
  }
}
const originOf = (u) => {
  try {
    const x = new URL(u)
    return x.protocol === 'file:' ? 'file://' : x.origin === 'null' ? `${x.protocol}//${x.host}` : x.origin
  } catch {
    return ''
  }
}
const map = (u) => {
  const x = new URL(u)
  const s = x.protocol.slice(0, -1)
  return protocol._handlers.has(s)
    ? u.replace(/^[^:]+:\/\/([^/]*)/, (_, h) => `https://${h || 'x'}.${s}.standin.localhost`)
    : u
}
const unmap = (u) => u.replace(/^https:\/\/([^/]*)\.([^./]+)\.standin\.localhost/, (_, h, s) => `${s}://${h}`)

// ---------- BrowserWindow
class BrowserWindow extends EventEmitter {
  static _all = new Map()
  static getAllWindows() {
    return [...BrowserWindow._all.values()]
  }
  static getFocusedWindow() {
    return [...BrowserWindow._all.values()].find((w) => w._visible) || null
  }
  static fromWebContents(wc) {
    return wc?._win || null
  }
  static fromId(i) {
    return BrowserWindow._all.get(i) || null
  }
  constructor(o = {}) {
    super()
    if (!ready) throw new Error('Cannot create BrowserWindow before app is ready')
    this._opts = o
    this.id = ++nextId
    this._visible = o.show !== false
    this._dead = false
    this._title = o.title || app.getName()
    this._bounds = { x: o.x ?? 0, y: o.y ?? 0, width: o.width || 800, height: o.height || 600 }
    this._wc = new WebContents(this, o.webPreferences || {})
    BrowserWindow._all.set(this.id, this)
    this.webContents = guard('webContents', this._wc)
    this._wc._guarded = this.webContents
    this.on('page-title-updated', (e, t) => {
      if (!e.defaultPrevented && t) this._title = t
    })
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
    return guard('BrowserWindow', this)
  }
  _readyToShow() {
    if (!this._rts) {
      this._rts = true
      this.emit('ready-to-show')
    }
  }
  loadURL(u, o) {
    return this._wc.loadURL(u, o)
  }
  loadFile(f, o) {
    return this._wc.loadFile(f, o)
  }
  show() {
    this._visible = true
    this.emit('show')
  }
  showInactive() {
    this.show()
  }
  hide() {
    this._visible = false
    this.emit('hide')
  }
  focus() {
    this.emit('focus')
  }
  blur() {}
  isVisible() {
    return this._visible
  }
  isFocused() {
    return this._visible
  }
  isMinimized() {
    return false
  }
  isMaximized() {
    return !!this._max
  }
  isFullScreen() {
    return false
  }
  setFullScreen() {}
  minimize() {
    this.emit('minimize')
  }
  maximize() {
    this._max = true
    this.emit('maximize')
  }
  unmaximize() {
    this._max = false
    this.emit('unmaximize')
  }
  restore() {}
  isDestroyed() {
    return this._dead
  }
  getBounds() {
    return { ...this._bounds }
  }
  setBounds(b) {
    Object.assign(this._bounds, b)
  }
  getSize() {
    return [this._bounds.width, this._bounds.height]
  }
  setSize(w, h) {
    Object.assign(this._bounds, { width: w, height: h })
  }
  getPosition() {
    return [this._bounds.x, this._bounds.y]
  }
  setPosition(x, y) {
    Object.assign(this._bounds, { x, y })
  }
  getNormalBounds() {
    return this.getBounds()
  }
  getContentSize() {
    return this.getSize()
  }
  getContentBounds() {
    return this.getBounds()
  }
  setMinimumSize() {}
  center() {}
  moveTop() {}
  setAlwaysOnTop() {}
  setResizable() {}
  setTitle(t) {
    this._title = t
  }
  getTitle() {
    return this._title
  }
  setMenu(m) {
    rec('setMenu', m && m.items?.length)
  }
  removeMenu() {}
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setBackgroundColor() {}
  setProgressBar(p) {
    rec('setProgressBar', p)
  }
  flashFrame() {}
  setIcon() {}
  setDocumentEdited() {}
  setRepresentedFilename() {}
  getNativeWindowHandle() {
    return Buffer.alloc(8)
  }
  getChildWindows() {
    return []
  }
  getParentWindow() {
    return null
  }
  setContentProtection(x) {
    rec('setContentProtection', x)
  }
  setOpacity() {}
  setSkipTaskbar() {}
  setTitleBarOverlay() {}
  close() {
    this._close()
  }
  async _close() {
    if (this._dead) return true
    const ev = mkEvent()
    this.emit('close', ev)
    if (ev.defaultPrevented) return false
    this.destroy()
    return true
  }
  destroy() {
    if (this._dead) return
    const t = this._wc._targetId
    this._gone()
    if (t) browser.cdp.send('Target.closeTarget', { targetId: t }).catch(() => {})
  }
  _gone() {
    if (this._dead) return
    this._dead = true
    this._wc._dead = true
    BrowserWindow._all.delete(this.id)
    this._wc.emit('destroyed')
    this.emit('closed')
    if (!BrowserWindow._all.size && !quitting) {
      if (app.listenerCount('window-all-closed')) app.emit('window-all-closed')
      else app.quit()
    }
  }
}
const webContents = {
  getAllWebContents: () => BrowserWindow.getAllWindows().map((w) => w.webContents),
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents || null,
  fromId: (i) => webContents.getAllWebContents().find((w) => w.id === i),
  fromDevToolsTargetId: (t) => webContents.getAllWebContents().find((w) => w._targetId === t),
}

// ---------- the rest
const webRequest = {
  onBeforeRequest: (f, l) => {
    webRequest._before = l || f
  },
  onHeadersReceived: (f, l) => {
    webRequest._headers = l || f
  },
  onBeforeSendHeaders: () => {
    throw new Error('stand-in: webRequest.onBeforeSendHeaders is not implemented')
  },
  onCompleted() {},
  onErrorOccurred() {},
}
const session = {
  defaultSession: guard(
    'session',
    Object.assign(new EventEmitter(), {
      webRequest: guard('webRequest', webRequest),
      setPermissionRequestHandler(f) {
        rec('session.setPermissionRequestHandler')
        this._prh = f
      },
      setPermissionCheckHandler(f) {
        rec('session.setPermissionCheckHandler')
        this._pch = f
      },
      setDevicePermissionHandler() {},
      setCertificateVerifyProc() {},
      clearCache: async () => {},
      clearStorageData: async () => {},
      setProxy: async (o) => rec('session.setProxy', o),
      setSpellCheckerEnabled(x) {
        rec('session.setSpellCheckerEnabled', x)
      },
      setSpellCheckerLanguages() {},
      enableNetworkEmulation(o) {
        rec('session.enableNetworkEmulation', o)
      },
      setDownloadPath() {},
      setUserAgent() {},
      getUserAgent: () => '',
      closeAllConnections: async () => {},
    }),
  ),
  fromPartition: () => session.defaultSession,
}
const protocol = {
  _handlers: new Map(),
  _priv: [],
  registerSchemesAsPrivileged(a) {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    protocol._priv.push(...a)
  },
  handle(s, f) {
    if (protocol._handlers.has(s)) throw new Error(`Failed to register protocol: ${s}`)
    protocol._handlers.set(s, f)
  },
  unhandle(s) {
    protocol._handlers.delete(s)
  },
  isProtocolHandled: (s) => protocol._handlers.has(s),
}
Object.defineProperty(session.defaultSession, 'protocol', { get: () => protocol })
const net = {
  fetch: async (u, o) => {
    const url = typeof u === 'string' ? u : u.url
    if (url.startsWith('file:')) {
      const f = fileURLToPath(url)
      const types = {
        '.html': 'text/html',
        '.js': 'text/javascript',
        '.mjs': 'text/javascript',
        '.css': 'text/css',
        '.json': 'application/json',
        '.wasm': 'application/wasm',
        '.svg': 'image/svg+xml',
        '.png': 'image/png',
        '.woff2': 'font/woff2',
        '.pdf': 'application/pdf',
      }
      try {
        return new Response(fs.readFileSync(f), {
          headers: { 'content-type': types[path.extname(f)] || 'application/octet-stream' },
        })
      } catch {
        throw new Error('net::ERR_FILE_NOT_FOUND')
      }
    }
    rec('net.fetch', url)
    return fetch(u, o)
  },
  isOnline: () => true,
}
const scripted =
  (name) =>
  async (...a) => {
    const q = (dialog._answers[name] ||= [])
    rec('dialog.' + name, ...a.filter((x) => !(x instanceof BrowserWindow)))
    if (!q.length)
      throw new Error(`stand-in: no answer queued for dialog.${name}; push one to dialog._answers.${name}`)
    return q.shift()
  }
const dialog = { _answers: {}, showErrorBox: (t, c) => rec('dialog.showErrorBox', t, c) }
for (const n of ['showOpenDialog', 'showSaveDialog', 'showMessageBox']) {
  dialog[n] = scripted(n)
  dialog[n + 'Sync'] = () => {
    throw new Error(`stand-in: dialog.${n}Sync is not implemented`)
  }
}
const shell = {
  openExternal: async (u) => rec('shell.openExternal', u),
  openPath: async (p) => {
    rec('shell.openPath', p)
    return ''
  },
  showItemInFolder: (p) => rec('shell.showItemInFolder', p),
  beep() {},
  trashItem: async (p) => rec('shell.trashItem', p),
}
const ROLES = new Set(
  'undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools resetZoom zoomIn zoomOut toggleSpellChecker togglefullscreen window minimize close help about services hide hideOthers unhide quit showSubstitutions toggleSmartQuotes toggleSmartDashes toggleTextReplacement startSpeaking stopSpeaking zoom front appMenu fileMenu editMenu viewMenu shareMenu recentDocuments toggleTabBar selectNextTab selectPreviousTab showAllTabs mergeAllWindows clearRecentDocuments moveTabToNewWindow windowMenu'
    .split(' ')
    .map((s) => s.toLowerCase()),
)
class MenuItem {
  constructor(o) {
    if (o.role && !ROLES.has(String(o.role).toLowerCase())) throw new Error('Unknown menu role ' + o.role)
    Object.assign(this, { enabled: true, visible: true, type: o.submenu ? 'submenu' : 'normal' }, o)
    if (o.submenu && !(o.submenu instanceof Menu)) this.submenu = Menu.buildFromTemplate(o.submenu)
    const c = o.click
    this.click = (ev, w, wc) => c?.(this, w ?? BrowserWindow.getFocusedWindow(), ev || {})
  }
}
class Menu extends EventEmitter {
  constructor() {
    super()
    this.items = []
  }
  append(i) {
    this.items.push(i)
  }
  insert(p, i) {
    this.items.splice(p, 0, i)
  }
  popup(o) {
    rec(
      'menu.popup',
      this.items.map((i) => i.label),
    )
  }
  closePopup() {}
  getMenuItemById(id) {
    for (const i of this.items) {
      if (i.id === id) return i
      const r = i.submenu?.getMenuItemById(id)
      if (r) return r
    }
    return null
  }
  static buildFromTemplate(t) {
    if (!Array.isArray(t)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const m = new Menu()
    for (const i of t) {
      if (!i || (i.label === undefined && i.role === undefined && i.type === undefined))
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
      m.append(i instanceof MenuItem ? i : new MenuItem(i))
    }
    return m
  }
  static setApplicationMenu(m) {
    Menu._app = m
  }
  static getApplicationMenu() {
    return Menu._app || null
  }
}
const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
  shouldUseHighContrastColors: false,
  shouldUseInvertedColorScheme: false,
  inForcedColorsMode: false,
})
const safeStorage = {
  isEncryptionAvailable: () => process.env.STANDIN_SAFE_STORAGE === '1',
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: (s) => {
    if (!safeStorage.isEncryptionAvailable())
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
      )
    return Buffer.from('v10' + Buffer.from(s).toString('base64'))
  },
  decryptString: (b) => Buffer.from(b.toString().slice(3), 'base64').toString(),
  setUsePlainTextEncryption() {},
}
let clip = ''
const clipboard = {
  writeText: (t) => {
    clip = t
  },
  readText: () => clip,
  clear: () => {
    clip = ''
  },
}
const disp = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
  size: { width: 1920, height: 1080 },
  scaleFactor: 1,
}
const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => disp,
  getAllDisplays: () => [disp],
  getDisplayMatching: () => disp,
  getDisplayNearestPoint: () => disp,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
})
const nativeImage = {
  createFromPath: (p) => ({
    _p: p,
    isEmpty: () => !fs.existsSync(p),
    resize() {
      return this
    },
  }),
  createEmpty: () => ({ isEmpty: () => true }),
}
class Notification extends EventEmitter {
  static isSupported() {
    return true
  }
  constructor(o) {
    super()
    this.o = o
  }
  show() {
    rec('Notification', this.o)
    this.emit('show', {})
  }
  close() {}
}
class Tray extends EventEmitter {
  setToolTip() {}
  setContextMenu() {}
  destroy() {}
}
const mods = {
  app,
  BrowserWindow,
  ipcMain,
  dialog,
  shell,
  Menu,
  MenuItem,
  session,
  protocol,
  net,
  nativeTheme,
  safeStorage,
  clipboard,
  screen,
  webContents,
  powerMonitor: new EventEmitter(),
  nativeImage,
  Notification,
  Tray,
  systemPreferences: {},
  globalShortcut: {
    register: (a) => {
      rec('globalShortcut.register', a)
      return true
    },
    unregisterAll() {},
    unregister() {},
    isRegistered: () => false,
  },
  crashReporter: { start: (o) => rec('crashReporter.start', o) },
  autoUpdater: new EventEmitter(),
  utilityProcess,
  MessageChannelMain,
  contextBridge: undefined,
  ipcRenderer: undefined,
}
const classes = new Set([
  'MessageChannelMain',
  'BrowserWindow',
  'Menu',
  'MenuItem',
  'Notification',
  'Tray',
  'contextBridge',
  'ipcRenderer',
  'app',
])
for (const k of Object.keys(mods)) if (!classes.has(k)) mods[k] = guard(k, mods[k])
module.exports = new Proxy(mods, {
  get(t, k) {
    if (k in t || typeof k === 'symbol' || OK.has(k)) return t[k]
    throw new Error(`stand-in: electron.${String(k)} is not implemented`)
  },
})
