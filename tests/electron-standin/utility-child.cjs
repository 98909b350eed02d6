'use strict'
// Runs before the program of a utility process: `process.parentPort` over Node's own channel, which is hidden as in Electron.
const { EventEmitter } = require('node:events')
const { isMainThread } = require('node:worker_threads')
const { enc, dec } = require('./codec.cjs')
const { pieces, encoders, decoders } = require('./ports.cjs')

// Threads of the child take its arguments over, and so this file; they have no port.
if (isMainThread) givePort()

function givePort() {
  const send = process.send.bind(process)
  const on = process.on.bind(process)
  process.type = 'utility'
  const toParent = (m) => {
    if (process.connected) send(m, undefined, undefined, () => undefined)
  }

  /** An end of a channel that was moved here. */
  class MovedPort extends EventEmitter {
    constructor({ id, codec }) {
      super()
      this._id = id
      this._codec = codec
      this._started = false
      this._queue = []
      this._parts = []
    }
    postMessage(message) {
      for (const piece of pieces(encoders[this._codec](message, enc)))
        toParent({ t: 'piece', port: this._id, piece })
    }
    start() {
      this._started = true
      for (const p of this._queue.splice(0)) this._take(p)
    }
    close() {
      toParent({ t: 'piece', port: this._id, piece: { closed: true } })
    }
    _take(piece) {
      if (piece.closed) return void this.emit('close')
      if (!this._started) return void this._queue.push(piece)
      this._parts.push(Buffer.from(piece.bytes))
      if (!piece.last) return
      this.emit('message', {
        data: decoders[this._codec](Buffer.concat(this._parts.splice(0)), dec),
        ports: [],
      })
    }
  }
  const ports = new Map()
  class ParentPort extends EventEmitter {
    constructor() {
      super()
      this._waiting = []
      this.on('newListener', (name) => {
        if (name === 'message')
          setImmediate(() => {
            for (const e of this._waiting.splice(0)) this.emit('message', e)
          })
      })
    }
    postMessage(data) {
      toParent({ t: 'message', data })
    }
  }
  const parentPort = new ParentPort()
  on('message', (m) => {
    if (m.t === 'piece') return void ports.get(m.port)?._take(m.piece)
    const given = m.ports.map((p) => {
      const port = new MovedPort(p)
      ports.set(p.id, port)
      return port
    })
    const event = { data: m.data, ports: given }
    if (parentPort.listenerCount('message') && !parentPort._waiting.length) parentPort.emit('message', event)
    else parentPort._waiting.push(event)
  })
  // Electron ends its utility processes with the app, without asking them.
  on('disconnect', () => process.exit(0))
  Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true })
  process.send = undefined
}
