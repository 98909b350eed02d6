import { contextBridge, ipcRenderer } from 'electron'

/** All that the renderer can reach: the contract's calls, checked again in the main process. */
contextBridge.exposeInMainWorld('waymark', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('waymark:call', name, input),
})

/** Of the page only this: the code of the main side knows no DOM. */
declare const window: { location: { hash: string }; dispatchEvent(event: Event): boolean }

// What the menu asks of the page; it goes by the page's own addresses and events, so that the bridge stays one function.
ipcRenderer.on('waymark:go', (_event, hash: unknown) => {
  if (typeof hash === 'string' && /^#\/[a-z0-9/]*$/.test(hash)) window.location.hash = hash
})
ipcRenderer.on('waymark:print', () => {
  window.dispatchEvent(new Event('waymark:print', { cancelable: true }))
})
