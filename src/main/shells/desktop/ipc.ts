import { ipcMain } from 'electron'
import { type Core, isCall } from '../../core.ts'
import { appOrigin } from './protocol.ts'

/** Answers the renderer's calls: the sender must be our own page, the name in the contract, the input checked. */
export const answerCalls = (core: Core): void =>
  ipcMain.handle('waymark:call', (event, name: unknown, input: unknown) => {
    if (!event.senderFrame?.url.startsWith(`${appOrigin}/`)) throw new Error('a call from a foreign page')
    if (typeof name !== 'string' || !isCall(name)) throw new Error('a call that the contract does not hold')
    return core.call(name, input)
  })
