'use strict'
const { EventEmitter } = require('node:events')
const { spawn } = require('node:child_process')
const fs = require('node:fs'),
  os = require('node:os'),
  path = require('node:path')

class CDP extends EventEmitter {
  constructor(ws) {
    super()
    this.setMaxListeners(0)
    this.ws = ws
    this.n = 0
    this.pending = new Map()
    this.sessions = new Map()
    ws.onmessage = (e) => {
      const m = JSON.parse(e.data)
      if (m.id) {
        const p = this.pending.get(m.id)
        this.pending.delete(m.id)
        if (p) m.error ? p[1](new Error(`${p[2]}: ${m.error.message}`)) : p[0](m.result)
      } else {
        const s = m.sessionId && this.sessions.get(m.sessionId)
        ;(s || this).emit(m.method, m.params)
      }
    }
    ws.onclose = () => {
      for (const p of this.pending.values()) p[1](new Error('browser closed'))
      this.pending.clear()
      this.emit('close')
    }
  }
  send(method, params = {}, sessionId) {
    const id = ++this.n
    return new Promise((res, rej) => {
      this.pending.set(id, [res, rej, method])
      this.ws.send(JSON.stringify({ id, method, params, sessionId }))
    })
  }
  session(id) {
    const s = new EventEmitter()
    s.setMaxListeners(0)
    s.send = (m, p) => this.send(m, p, id)
    this.sessions.set(id, s)
    return s
  }
}
async function launch(switches) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'standin-profile-'))
  const headful = process.env.STANDIN_HEADFUL === '1'
  const args = [
    `--user-data-dir=${dir}`,
    '--remote-debugging-port=0',
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--allow-file-access-from-files',
    '--disable-extensions',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    ...(headful ? [] : ['--headless=new', '--hide-scrollbars']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...switches.filter((s) => !/^--(inspect|remote-debugging|no-sandbox$|user-data-dir|headless)/.test(s)),
  ]
  const child = spawn(process.env.STANDIN_CHROMIUM || '/usr/lib/chromium/chromium', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: false,
  })
  const url = await new Promise((res, rej) => {
    let buf = ''
    child.on('exit', (c) => rej(new Error('chromium exited ' + c + '\n' + buf.slice(-2000))))
    child.stderr.on('data', (d) => {
      buf += d
      const m = /DevTools listening on (ws:\/\/\S+)/.exec(buf)
      if (m) res(m[1])
    })
  })
  process.stderr.write(`DevTools listening on ${url}\n`)
  const ws = new WebSocket(url)
  await new Promise((r, j) => {
    ws.onopen = r
    ws.onerror = j
  })
  const cdp = new CDP(ws)
  const cleanup = () => {
    try {
      child.kill('SIGKILL')
    } catch {}
    try {
      spawn('sh', ['-c', 'sleep 1; rm -rf "$0"', dir], { detached: true, stdio: 'ignore' }).unref()
    } catch {}
  }
  process.on('exit', cleanup)
  return { cdp, child }
}
module.exports = { launch }
