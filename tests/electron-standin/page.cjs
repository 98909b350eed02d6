'use strict'
// Sources evaluated in the page: the bridge (both worlds) and the sandboxed preload environment (isolated world).
const { source: codecSource } = require('./codec.cjs')
const WORLD = 'Electron Isolated Context'

// Symmetric cross-world bridge: CustomEvent.detail is structured-cloned between worlds of one document,
// dispatchEvent is synchronous, so sync return values, promises and callbacks all work.
function bridge(role) {
  const other = role === 'main' ? 'iso' : 'main'
  const fns = new Map(),
    made = new WeakMap(),
    waits = new Map()
  let n = 0
  const send = (to, type, d) =>
    document.dispatchEvent(new CustomEvent('__eb_' + to + '_' + type, { detail: d }))
  const cloneable = (v) =>
    ArrayBuffer.isView(v) ||
    [
      'Date',
      'RegExp',
      'Map',
      'Set',
      'ArrayBuffer',
      'Blob',
      'File',
      'FileList',
      'ImageData',
      'ImageBitmap',
      'Error',
      'Boolean',
      'Number',
      'String',
    ].includes(Object.prototype.toString.call(v).slice(8, -1)) ||
    v instanceof Error
  const out = (v, depth = 0) => {
    if (depth > 1000)
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof v === 'symbol') throw new TypeError('Symbols cannot pass the context bridge')
    if (typeof v === 'function') {
      let id = made.get(v)
      if (!id) {
        id = role + ++n
        made.set(v, id)
        fns.set(id, v)
      }
      return { $: 'fn', id }
    }
    if (v === null || typeof v !== 'object') return { $: 'v', v }
    if (typeof v.then === 'function') {
      const id = role + 'p' + ++n
      Promise.resolve(v).then(
        (r) => send(other, 'settle', { id, ok: true, v: out(r) }),
        (e) => send(other, 'settle', { id, ok: false, v: out(e) }),
      )
      return { $: 'p', id }
    }
    if (Array.isArray(v)) return { $: 'a', v: v.map((x) => out(x, depth + 1)) }
    if (cloneable(v)) return { $: 'v', v: v instanceof Error ? new Error(v.message) : v }
    const o = {}
    for (const k of Object.keys(v)) o[k] = out(v[k], depth + 1)
    return { $: 'o', v: o }
  }
  const proxies = new Map()
  const inn = (v, freeze) => {
    switch (v.$) {
      case 'v':
        return v.v
      case 'fn': {
        if (fns.has(v.id)) return fns.get(v.id)
        let p = proxies.get(v.id)
        if (!p) {
          p = (...args) => call(v.id, args)
          proxies.set(v.id, p)
        }
        return p
      }
      case 'p':
        return new Promise((res, rej) => waits.set(v.id, [res, rej]))
      case 'a': {
        const r = v.v.map((x) => inn(x, freeze))
        return freeze ? Object.freeze(r) : r
      }
      case 'o': {
        const r = {}
        for (const k of Object.keys(v.v)) r[k] = inn(v.v[k], freeze)
        return freeze ? Object.freeze(r) : r
      }
    }
  }
  let slot
  const call = (id, args) => {
    slot = undefined
    send(other, 'call', { id, args: out(args) })
    const r = slot
    slot = undefined
    if (!r) throw new Error('context bridge: no reply')
    const v = inn(r.v)
    if (!r.ok) throw v
    return v
  }
  document.addEventListener('__eb_' + role + '_call', (e) => {
    const { id, args } = e.detail
    let r
    try {
      r = { ok: true, v: out(fns.get(id)(...inn(args))) }
    } catch (err) {
      r = { ok: false, v: out(err instanceof Error ? err : new Error(String(err))) }
    }
    send(other, 'reply', r)
  })
  document.addEventListener('__eb_' + role + '_reply', (e) => {
    slot = e.detail
  })
  document.addEventListener('__eb_' + role + '_settle', (e) => {
    const { id, ok, v } = e.detail
    const w = waits.get(id)
    if (w) {
      waits.delete(id)
      w[ok ? 0 : 1](inn(v))
    }
  })
  if (role === 'main')
    document.addEventListener('__eb_main_expose', (e) => {
      const { key, v } = e.detail
      Object.defineProperty(window, key, {
        value: inn(v, true),
        configurable: false,
        writable: false,
        enumerable: true,
      })
    })
  return { expose: (key, api) => send('main', 'expose', { key, v: out(api) }) }
}

function isolated(cfg, makeCodec, makeBridge, runPreload) {
  if (window !== window.top) return // preload runs in the main frame only
  const { enc, dec } = makeCodec()
  const b = makeBridge('iso')
  const post = globalThis[cfg.binding]
  const tell = (o) => post(JSON.stringify(o))
  const clone = (a) =>
    a.map((x) => {
      try {
        return structuredClone(x)
      } catch {
        throw new Error('An object could not be cloned.')
      }
    })
  // minimal EventEmitter
  class EE {
    constructor() {
      this._l = new Map()
    }
    on(t, f) {
      ;(this._l.get(t) || this._l.set(t, []).get(t)).push(f)
      return this
    }
    addListener(t, f) {
      return this.on(t, f)
    }
    once(t, f) {
      const g = (...a) => {
        this.off(t, g)
        f(...a)
      }
      g.listener = f
      return this.on(t, g)
    }
    off(t, f) {
      const l = this._l.get(t) || []
      const i = l.findIndex((g) => g === f || g.listener === f)
      if (i >= 0) l.splice(i, 1)
      return this
    }
    removeListener(t, f) {
      return this.off(t, f)
    }
    removeAllListeners(t) {
      if (t === undefined) this._l.clear()
      else this._l.delete(t)
      return this
    }
    emit(t, ...a) {
      for (const f of [...(this._l.get(t) || [])]) f(...a)
      return true
    }
    listenerCount(t) {
      return (this._l.get(t) || []).length
    }
  }
  const ipcRenderer = new EE()
  const pend = new Map()
  let id = 0
  Object.assign(ipcRenderer, {
    invoke: (channel, ...args) => {
      const a = enc(clone(args))
      return new Promise((res, rej) => {
        pend.set(++id, [res, rej])
        tell({ t: 'invoke', id, channel, args: a, url: location.href })
      })
    },
    send: (channel, ...args) => {
      tell({ t: 'send', channel, args: enc(clone(args)), url: location.href })
    },
    sendSync: () => {
      throw new Error('stand-in: ipcRenderer.sendSync is not supported')
    },
    // The page keeps its port; its messages go as pieces of text in which each character is a byte.
    postMessage: (channel, message, transfer = []) => {
      const ids = transfer.map((port) => {
        const key = portPrefix + ++portId
        const parts = []
        port.onmessage = ({ data }) => {
          const bytes = new TextEncoder().encode(JSON.stringify(enc(data)))
          for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
            let text = ''
            const part = bytes.subarray(at, at + PIECE)
            for (let i = 0; i < part.length; i += 8192)
              text += String.fromCharCode.apply(null, part.subarray(i, i + 8192))
            tell({ t: 'port-piece', port: key, piece: { bytes: text, last: at + PIECE >= bytes.length } })
          }
        }
        portTakers.set(key, (piece) => {
          if (piece.closed) return
          parts.push(piece.bytes)
          if (!piece.last) return
          const text = parts.splice(0).join('')
          port.postMessage(
            dec(JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0))))),
          )
        })
        return key
      })
      tell({ t: 'post', channel, args: enc(clone([message])), ports: ids, url: location.href })
    },
    sendToHost: () => {
      throw new Error('stand-in: ipcRenderer.sendToHost is not supported')
    },
  })
  const portTakers = new Map()
  const portPrefix = Math.random().toString(36).slice(2) + '-'
  let portId = 0
  const PIECE = 131072
  globalThis.__standinRecv = (m) => {
    if (m.t === 'port-piece') return void portTakers.get(m.port)?.(m.piece)
    if (m.t === 'reply') {
      const p = pend.get(m.id)
      pend.delete(m.id)
      if (p) m.ok ? p[0](dec(m.v)) : p[1](new Error(m.message))
    } else ipcRenderer.emit(m.channel, { sender: ipcRenderer, ports: [] }, ...dec(m.args))
  }
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (exposed.has(key))
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
      exposed.add(key)
      b.expose(key, api)
    },
  }
  const exposed = new Set()
  const guard = (name, o) =>
    new Proxy(o, {
      get(t, k) {
        if (k in t || typeof k === 'symbol' || k === 'then' || k === 'default' || k === '__esModule')
          return t[k]
        throw new Error(
          `stand-in: ${name}.${String(k)} is not implemented (or does not exist in a sandboxed preload)`,
        )
      },
    })
  const electron = guard('electron', {
    ipcRenderer: guard('ipcRenderer', ipcRenderer),
    contextBridge: guard('contextBridge', contextBridge),
    webFrame: guard('webFrame', {
      getZoomFactor: () => 1,
      setZoomFactor() {},
      setZoomLevel() {},
      getZoomLevel: () => 0,
    }),
    webUtils: guard('webUtils', {
      getPathForFile: (f) => {
        throw new Error('stand-in: webUtils.getPathForFile is not supported')
      },
    }),
  })
  const events = Object.assign(EE, { EventEmitter: EE, default: EE })
  // A sandboxed preload may only require these (docs/tutorial/sandbox.md).
  const mods = {
    electron,
    'electron/renderer': electron,
    events,
    'node:events': events,
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  }
  mods['node:timers'] = mods.timers
  mods['node:url'] = mods.url
  const require = (n) => {
    if (n in mods) return mods[n]
    throw new Error(`module not found: ${n}`)
  }
  const process = {
    ...cfg.process,
    env: cfg.process.env,
    nextTick: (f, ...a) => queueMicrotask(() => f(...a)),
    on() {},
    once() {},
  }
  const module = { exports: {} }
  try {
    runPreload(require, module, module.exports, process)
  } catch (e) {
    console.error('Unable to load preload script:', cfg.preloadPath, String((e && e.stack) || e))
    tell({ t: 'preload-error', message: String((e && e.message) || e), stack: String(e && e.stack) })
  }
}
const mainSource = () => `(${bridge})('main');`
const isoSource = (cfg, preload) =>
  `(${isolated})(${JSON.stringify(cfg)}, ${codecSource}, ${bridge}, function (require, module, exports, process) {\n${preload}\n});`
module.exports = { WORLD, mainSource, isoSource }
