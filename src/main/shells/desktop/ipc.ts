import { BrowserWindow, ipcMain, type MessagePortMain } from 'electron'
import { appOrigin } from './protocol.ts'

/**
 * Gives the port of a window to the core, over which the window's calls then go: the sender must be our own page. What comes
 * over the port is checked in the core, name and input.
 */
export const connectWindows = (connect: (port: MessagePortMain) => void): void =>
  void ipcMain.on('waymark:connect', ({ senderFrame, ports: [port] }) => {
    if (!port) return
    if (senderFrame?.url.startsWith(`${appOrigin}/`) && senderFrame.parent === null) connect(port)
    else port.close()
  })

/** Every window asks for a new port, since the core at the other end of the old one is gone. */
export function reconnectWindows(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('waymark:restarted')
}
