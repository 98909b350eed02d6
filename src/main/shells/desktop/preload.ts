import { contextBridge, ipcRenderer } from 'electron'

/** All that the renderer can reach: the contract's calls, checked again in the main process. */
contextBridge.exposeInMainWorld('waymark', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('waymark:call', name, input),
})
