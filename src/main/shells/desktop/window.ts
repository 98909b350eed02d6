import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { appOrigin } from './protocol.ts'
import { isReachable, keepWindowState, readWindowState } from './window-state.ts'

export function openWindow(): BrowserWindow {
  // Beside the library's folder: it holds places on the screen and nothing of a person.
  const file = join(app.getPath('userData'), 'window.json')
  const left = readWindowState(file)
  const areas = left ? screen.getAllDisplays().map(({ workArea }) => workArea) : []
  const place = left && isReachable(left, areas) ? left : null
  const window = new BrowserWindow({
    width: place?.width ?? 1280,
    height: place?.height ?? 860,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Waymark',
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (left) window.webContents.setZoomLevel(left.zoom)
    if (place?.maximized) window.maximize()
    window.show()
  })
  window.on('close', () =>
    keepWindowState(file, {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom: window.webContents.getZoomLevel(),
    }),
  )
  window.loadURL(`${appOrigin}/`)
  return window
}
