import { isCall } from '../../../shared/contract/contract.ts'
import type { Core } from '../../app/core.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { warn } from '../terminal.ts'
import type { Port } from './parent-link.ts'
import type { Settled, WindowAnswer, WindowCall } from './protocol.ts'

/**
 * Answers the calls of one window over its own port, so that no byte of them passes through the window's process. That
 * process gives a port to our own page alone; what comes over it is checked here all the same.
 */
export function answerWindow(core: Core, port: Port): void {
  port.on('message', ({ data }) => {
    const { id, name, input } = data as WindowCall
    void answer(core, name, input).then((answered) =>
      port.postMessage({ id, answer: answered } satisfies WindowAnswer),
    )
  })
  port.start()
}

async function answer(core: Core, name: unknown, input: unknown): Promise<Settled> {
  try {
    if (typeof name !== 'string' || !isCall(name)) throw new Error('a call that the contract does not hold')
    return { ok: true, value: await core.call(name, input) }
  } catch (error) {
    // A check's message may hold what was typed.
    warn(`waymark: a call failed: ${safeStack(error)}`)
    return { ok: false }
  }
}
