import { createRequire } from 'node:module'

const e = createRequire(import.meta.url)('./electron.cjs')
export default e
export const {
  app,
  BrowserWindow,
  ipcMain,
  dialog,
  shell,
  Menu,
  MenuItem,
  session,
  protocol,
  net,
  nativeTheme,
  safeStorage,
  clipboard,
  screen,
  webContents,
  powerMonitor,
  nativeImage,
  Notification,
  utilityProcess,
  MessageChannelMain,
  contextBridge,
  ipcRenderer,
  systemPreferences,
  globalShortcut,
  Tray,
  crashReporter,
  autoUpdater,
} = e
