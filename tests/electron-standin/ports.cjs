'use strict'
// Message ports of the stand-in. A port lives in the main process, in a page or in a utility process; its messages pass through the main process
// as opaque pieces, which it neither decodes nor joins, so that (as in Electron) a large message never holds up its event loop.
const { EventEmitter } = require('node:events')
const v8 = require('node:v8')
const PIECE = 128 * 1024
let nextPort = 0

/** Node's side of the encoding: `v8` between processes of Node, `text` where the other end is a page. */
const encoders = {
  v8: (v) => v8.serialize(v),
  text: (v, enc) => Buffer.from(JSON.stringify(enc(v))),
}
const decoders = {
  v8: (b) => v8.deserialize(b),
  text: (b, dec) => dec(JSON.parse(b.toString())),
}
function* pieces(buffer) {
  for (let at = 0; at === 0 || at < buffer.length; at += PIECE)
    yield { bytes: buffer.subarray(at, at + PIECE), last: at + PIECE >= buffer.length }
}

/** One end of a channel. `partner`: the other end. `send`: how a piece gets to where this end was moved; null while it is here. */
class MessagePortMain extends EventEmitter {
  constructor() {
    super()
    this._id = ++nextPort
    this._partner = null
    this._send = null
    this._started = false
    this._queue = []
    this._parts = []
    this._codec = 'v8'
    this._closed = false
  }
  postMessage(message, transfer = []) {
    if (transfer.length) throw new Error('stand-in: ports inside of a port message are not supported')
    if (this._closed) return
    const { enc } = require('./codec.cjs')
    for (const piece of pieces(encoders[this._codec](message, enc))) this._partner._take(piece)
  }
  start() {
    this._started = true
    for (const p of this._queue.splice(0)) this._take(p)
  }
  close() {
    if (this._closed) return
    this._closed = true
    this._partner._gone()
    this.emit('close')
  }
  /** A piece for this end: passed on to where it was moved, or joined and given to who listens here. */
  _take(piece) {
    if (this._send) return this._send(piece)
    if (!this._started) return void this._queue.push(piece)
    this._parts.push(Buffer.from(piece.bytes))
    if (!piece.last) return
    const whole = Buffer.concat(this._parts.splice(0))
    const { dec } = require('./codec.cjs')
    this.emit('message', { data: decoders[this._codec](whole, dec), ports: [] })
  }
  /** This end moves to another process; what waited goes along. */
  _move(send) {
    if (this._send) throw new Error('stand-in: a port that was moved cannot be moved again')
    this._send = send
    for (const p of this._queue.splice(0)) send(p)
  }
  /** A piece that came back from where this end was moved, for the other end. */
  _fromThere(piece) {
    this._partner._take(piece)
  }
  _gone() {
    if (this._closed) return
    this._closed = true
    if (this._send) this._send({ closed: true })
    else this.emit('close')
  }
}
class MessageChannelMain {
  constructor() {
    this.port1 = new MessagePortMain()
    this.port2 = new MessagePortMain()
    this.port1._partner = this.port2
    this.port2._partner = this.port1
  }
}
/** A channel whose one end is in a page: both ends speak text. */
function pageChannel(send) {
  const { port1, port2 } = new MessageChannelMain()
  port1._codec = port2._codec = 'text'
  port1._move(send)
  return { page: port1, main: port2 }
}
module.exports = { MessagePortMain, MessageChannelMain, pageChannel, pieces, encoders, decoders }
