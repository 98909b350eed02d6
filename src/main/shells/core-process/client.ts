import type { Call } from '../../../shared/contract/contract.ts'
import type { LibraryState } from '../../../shared/contract/library.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { warn } from '../terminal.ts'
import { createAsked } from './asked.ts'
import { type AnswerEncoded, createEncodedClient } from './encoded-client.ts'
import type { CoreLink, FromLink } from './link.ts'
import type { CoreAsk, CoreAsks, CoreSettings, Host, HostAsk, Settled } from './protocol.ts'
import { superviseCore } from './supervisor.ts'

export type CoreClient<Port = never> = {
  /** The library as the first core found it; rejects when that one never began. */
  ready: Promise<LibraryState>
  ask<K extends keyof CoreAsks>(what: K, input: CoreAsks[K]['input']): Promise<CoreAsks[K]['answer']>
  call(name: Call, input: unknown): Promise<unknown>
  /** A call whose input and answer pass through this process in pieces and unread. */
  encoded: AnswerEncoded
  /** Hands the port of a window over. */
  connect(port: Port): void
  /** The library that is in the windows. */
  libraryFile(): string
  /** Hears of each core that takes the place of one that ended unexpectedly. */
  onRestart(listener: () => void): void
  /** Settles when the library is closed and the process has ended. */
  close(): Promise<void>
}

/** Each core counts its revisions from a beginning above all that the one before it can have reached. */
const revisionsOfOne = 1_000_000_000

/** The core of a shell in a process of its own, started anew whenever it ends without being asked to. */
export function startCoreProcess<Port = never>(
  launch: () => CoreLink<Port>,
  settings: CoreSettings,
  host: Partial<Host> = {},
): CoreClient<Port> {
  const asked = createAsked()
  const encoded = createEncodedClient(async (message) => {
    const { encoded: channel } = await cores.linkNow()
    if (!channel) throw new Error('an encoded call where windows have ports of their own')
    await channel.send(message)
  })
  const ready = Promise.withResolvers<LibraryState>()
  const listeners: (() => void)[] = []
  let at = { file: settings.startWith, place: 0 }

  const cores = superviseCore(launch, {
    started(link, generation) {
      link.onMessage((message) => hear(link, message))
      link.encoded?.onMessage(encoded.hear)
      const resume = generation === 0 ? null : { revision: generation * revisionsOfOne, place: at.place }
      link.post({ kind: 'start', settings: { ...settings, startWith: at.file }, resume })
      for (const message of asked.messages()) link.post(message)
      if (resume) for (const listener of listeners) listener()
    },
    lost() {
      warn('waymark: the library process ended unexpectedly and is started again')
      ready.reject(new Error('the core did not start'))
      asked.lost()
      encoded.lost()
    },
  })
  function hear(from: CoreLink<Port>, message: FromLink): void {
    if (message.kind === 'ready') ready.resolve(message.state)
    else if (message.kind === 'at') at = message
    else if (message.kind === 'answer') asked.settle(message.id, message.answer)
    else
      void answerHost(host, message).then((answer) => {
        // An answer for a core that is gone would reach another question of the next.
        if (cores.link === from) from.post({ kind: 'host-answer', id: message.id, answer })
      })
  }
  function ask<K extends keyof CoreAsks>(what: K, input: CoreAsks[K]['input']) {
    const { message, answer } = asked.add({ what, input } as CoreAsk)
    cores.link?.post(message)
    return answer as Promise<CoreAsks[K]['answer']>
  }
  return {
    ready: ready.promise,
    ask,
    call: (name, input) => ask('call', { name, input }),
    encoded: encoded.answer,
    // A window that comes while there is no core hears of the next one.
    connect: (port) => cores.link?.post({ kind: 'window' }, [port]),
    libraryFile: () => at.file,
    onRestart: (listener) => void listeners.push(listener),
    close: cores.close,
  }
}

async function answerHost(host: Partial<Host>, { what, input }: HostAsk): Promise<Settled> {
  try {
    const work = host[what] as ((input: HostAsk['input']) => Promise<unknown>) | undefined
    return work ? { ok: true, value: await work(input) } : { ok: false }
  } catch (error) {
    warn(`waymark: the window's process could not ${what}: ${safeStack(error)}`)
    return { ok: false }
  }
}
