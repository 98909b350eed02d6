'use strict'
// utilityProcess.fork over child_process.fork. The child runs `utility-child.cjs` first, which gives it `process.parentPort`.
const { fork } = require('node:child_process')
const { EventEmitter } = require('node:events')
const path = require('node:path')

const running = new Set()

class UtilityProcess extends EventEmitter {
  constructor(modulePath, args = [], options = {}) {
    super()
    if (!path.isAbsolute(modulePath))
      throw new TypeError('stand-in: utilityProcess.fork wants an absolute path')
    const known = new Set(['env', 'execArgv', 'cwd', 'stdio', 'serviceName'])
    for (const k of Object.keys(options))
      if (!known.has(k)) throw new Error(`stand-in: utilityProcess.fork option ${k} is not implemented`)
    const stdio =
      options.stdio === 'inherit'
        ? ['ignore', 'inherit', 'inherit', 'ipc']
        : ['ignore', 'ignore', 'ignore', 'ipc']
    this._ports = new Map()
    this._name = options.serviceName || 'Node Utility Process'
    running.add(this)
    this._child = fork(modulePath, args, {
      execPath: process.env.STANDIN_NODE || 'node',
      execArgv: ['--require', path.join(__dirname, 'utility-child.cjs'), ...(options.execArgv || [])],
      serialization: 'advanced',
      stdio,
      cwd: options.cwd,
      env: options.env || process.env,
    })
    this._child.on('spawn', () => this.emit('spawn'))
    this._child.on('error', () => undefined)
    this._child.on('message', (m) => {
      if (m.t === 'message') this.emit('message', m.data)
      else this._ports.get(m.port)?._fromThere(m.piece)
    })
    this._child.on('exit', (code) => {
      this._gone = true
      running.delete(this)
      for (const p of this._ports.values()) p._partner._gone()
      this.emit('exit', code ?? 1)
    })
    this.stdout = this.stderr = null
  }
  get pid() {
    return this._gone ? undefined : this._child.pid
  }
  postMessage(data, transfer = []) {
    const ports = transfer.map((port) => {
      this._ports.set(port._id, port)
      return { id: port._id, codec: port._codec }
    })
    this._send({ t: 'message', data, ports })
    for (const port of transfer) port._move((piece) => this._send({ t: 'piece', port: port._id, piece }))
  }
  _send(m) {
    if (this._child.connected) this._child.send(m, () => undefined)
  }
  kill() {
    return this._child.kill()
  }
}
/** As in `app.getAppMetrics`. */
const metrics = () =>
  [...running].map(({ pid, _name }) => ({
    pid,
    type: 'Utility',
    serviceName: 'node.mojom.NodeService',
    name: _name,
  }))
module.exports = {
  metrics,
  fork: (modulePath, args, options) => new UtilityProcess(modulePath, args, options),
}
