import { type CoreAsk, restarted, type Settled, type ToCore } from './protocol.ts'

type Pending = {
  message: ToCore & { kind: 'ask' }
  resolve(value: unknown): void
  reject(error: Error): void
}

/** What was asked of the core and is not answered yet. */
export function createAsked() {
  const pending = new Map<number, Pending>()
  let last = 0
  return {
    add(ask: CoreAsk): { message: ToCore; answer: Promise<unknown> } {
      const message = { kind: 'ask' as const, id: ++last, ...ask }
      const answer = new Promise((resolve, reject) => pending.set(message.id, { message, resolve, reject }))
      return { message, answer }
    },
    settle(id: number, answer: Settled): void {
      const found = pending.get(id)
      pending.delete(id)
      if (answer.ok) found?.resolve(answer.value)
      else found?.reject(new Error('the call failed'))
    },
    /** Whether a call was done before its core ended nobody knows, so a person decides; all else is asked again. */
    lost(): void {
      for (const [id, { message, resolve }] of pending) {
        if (message.what !== 'call') continue
        pending.delete(id)
        resolve(restarted)
      }
    },
    messages: (): ToCore[] => [...pending.values()].map(({ message }) => message),
  }
}
