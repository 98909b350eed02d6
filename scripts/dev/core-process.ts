import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Where the core listens, and the token that opens it. */
export type CoreAddress = { port: number; token: string }

export type CoreProcess = {
  /** Waits for a core that is starting; null while there is none because its code fails. */
  address(): Promise<CoreAddress | null>
  /** Stops the core and starts it from the sources as they are now. */
  restart(): Promise<CoreAddress | null>
  stop(): Promise<void>
}

/** Runs `core.ts` in a process of its own, so that changed sources take effect without a restart of the dev server. */
export function startCoreProcess(libraryFile: string, today: string): CoreProcess {
  let child = start()
  let address = addressOf(child)
  let restarts = Promise.resolve()

  function start(): ChildProcess {
    return fork(join(import.meta.dirname, 'core.ts'), [libraryFile, today])
  }

  return {
    address: () => address,
    restart() {
      // One after the other: two cores must never have the library open at the same time.
      const turn = restarts.then(async () => {
        await ended(child)
        child = start()
        return addressOf(child)
      })
      restarts = turn.then(() => undefined)
      address = turn
      return turn
    },
    async stop() {
      await restarts
      await ended(child)
    },
  }
}

/** Trades the ticket in the address that the child sends, as a window would. */
async function addressOf(child: ChildProcess): Promise<CoreAddress | null> {
  const url = await new Promise<string | null>((resolve) => {
    child.once('message', (sent) => resolve(String(sent)))
    child.once('exit', () => resolve(null))
  })
  if (url === null) return null
  const [origin, ticket] = url.split('/#ticket=')
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'x-waymark-token': ticket ?? '' },
  })
  if (!answer.ok) throw new Error(`the core refused its own ticket: ${answer.status}`)
  return { port: Number(new URL(url).port), token: await answer.text() }
}

/** Time for the core to close its library before it is killed. */
const graceMs = 5_000

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await exit
  clearTimeout(timer)
}
