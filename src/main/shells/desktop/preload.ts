import { contextBridge, ipcRenderer } from 'electron'
import { restarted, type Settled, type WindowAnswer } from '../core-process/protocol.ts'

/** The calls go over a port to the core itself, past the process of the window, which they must not hold up. */
let core = connect()
let last = 0

/** All that the renderer can reach: the contract's calls, checked again in the core. */
contextBridge.exposeInMainWorld('waymark', {
  call: (name: string, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last
      core.waiting.set(id, (answer) =>
        answer.ok ? resolve(answer.value) : reject(new Error('the call failed')),
      )
      core.port.postMessage({ id, name, input })
    }),
})

function connect() {
  const { port1, port2 } = new MessageChannel()
  const waiting = new Map<number, (answer: Settled) => void>()
  port1.onmessage = ({ data }) => {
    const { id, answer } = data as WindowAnswer
    waiting.get(id)?.(answer)
    waiting.delete(id)
  }
  ipcRenderer.postMessage('waymark:connect', null, [port2])
  return { port: port1, waiting }
}

// The core ended, and another took its place: what it had not answered is answered for it.
ipcRenderer.on('waymark:restarted', () => {
  const lost = core
  core = connect()
  lost.port.close()
  for (const settle of lost.waiting.values()) settle({ ok: true, value: restarted })
})

/** Of the page only this: the code of the main side knows no DOM. */
declare const window: { location: { hash: string }; dispatchEvent(event: Event): boolean }
declare class MessageChannel {
  readonly port1: WindowPort
  readonly port2: WindowPort
}
type WindowPort = {
  onmessage: ((event: { data: unknown }) => void) | null
  postMessage(message: unknown): void
  close(): void
}

// What the menu asks of the page; it goes by the page's own addresses and events, so that the bridge stays one function.
ipcRenderer.on('waymark:go', (_event, hash: unknown) => {
  if (typeof hash === 'string' && /^#\/[a-z0-9/]*$/.test(hash)) window.location.hash = hash
})
ipcRenderer.on('waymark:print', () => {
  window.dispatchEvent(new Event('waymark:print', { cancelable: true }))
})
