import { ipcMain } from 'electron'
import { type Core, isCall } from '../../app/core.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { appOrigin } from './protocol.ts'

/** Answers the renderer's calls: the sender must be our own page, the name in the contract, the input checked. */
export const answerCalls = (core: Core): void =>
  ipcMain.handle('waymark:call', async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    if (!frame?.url.startsWith(`${appOrigin}/`) || frame.parent !== null)
      throw new Error('a call from a foreign page')
    if (typeof name !== 'string' || !isCall(name)) throw new Error('a call that the contract does not hold')
    try {
      return await core.call(name, input)
    } catch (error) {
      // Electron prints what a handler throws, and a check's message may hold what was typed.
      console.error(`waymark: a call failed: ${safeStack(error)}`)
      throw new Error('the call failed')
    }
  })
