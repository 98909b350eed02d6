import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import packageFile from '../../../../package.json' with { type: 'json' }
import { createCore } from '../../core.ts'
import { libraryFile } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { chooseFolder } from './choose-folder.ts'
import { answerCalls } from './ipc.ts'
import { createKeychain } from './keychain.ts'
import { notifyOfReminders } from './notify.ts'
import { registerAppScheme, serveAppScheme } from './protocol.ts'
import { denyEverythingElse } from './session.ts'
import { openWindow } from './window.ts'

registerAppScheme()
if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const core = createCore({
    libraryFile: libraryFile(),
    resources: join(app.getAppPath(), 'resources'),
    workerFile: new URL('./reader-worker.js', import.meta.url),
    libraryWorker: new URL('./library-worker.js', import.meta.url),
    keychain: createKeychain(),
    chooseFolder,
    clock: systemClock,
    version: packageFile.version,
    shell: 'desktop',
  })
  denyEverythingElse()
  serveAppScheme(join(app.getAppPath(), 'out/renderer'))
  answerCalls(core)
  openWindow()
  notifyOfReminders(core, focusWindow)
  app.on('second-instance', focusWindow)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    core.close().finally(() => app.quit())
  })
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
