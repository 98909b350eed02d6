import { join, resolve } from 'node:path'
import { app, BrowserWindow } from 'electron'
import packageFile from '../../../../package.json' with { type: 'json' }
import { createCore } from '../../app/core.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { openContent } from '../content.ts'
import { dataFolder, lastLibrary, libraryFile } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { chooseFolder, chooseLibrary } from './choose-folder.ts'
import { answerCalls } from './ipc.ts'
import { createKeychain } from './keychain.ts'
import { followMenu, go } from './menu.ts'
import { notifyOfReminders } from './notify.ts'
import { createFileOpener, libraryNamedIn, scansIn } from './open-files.ts'
import { unpackedPath } from './packed-url.ts'
import { registerAppScheme, serveAppScheme } from './protocol.ts'
import { startUtilityReadingProcess } from './reading-process.ts'
import { denyEverythingElse } from './session.ts'
import { createPdfViewer } from './view-pdf.ts'
import { openWindow } from './window.ts'

/** A Mac tells of files by an event that may come before the app is ready. */
const early: string[] = []
app.on('open-file', (event, file) => {
  event.preventDefault()
  early.push(file)
})

registerAppScheme()
if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const resources = join(unpackedPath(app.getAppPath()), 'resources')
  const viewer = createPdfViewer()
  const named = libraryNamedIn(process.argv)
  const core = createCore({
    libraryFile: libraryFile(),
    startWith: named ? resolve(named) : lastLibrary(),
    dataFolder: dataFolder(),
    resources,
    content: openContent(resources, packageFile.version),
    startReadingProcess: startUtilityReadingProcess(besideArchive('./reading-process.js')),
    libraryWorker: besideArchive('./library-worker.js'),
    keychain: createKeychain(libraryFile()),
    chooseFolder,
    chooseLibrary,
    viewPdf: viewer.view,
    clock: systemClock,
    version: packageFile.version,
    shell: 'desktop',
  })
  denyEverythingElse()
  serveAppScheme(join(app.getAppPath(), 'out/renderer'))
  answerCalls(core)
  openWindow()
  void followMenu(core).catch((error: unknown) => console.error(`waymark: no menu: ${safeStack(error)}`))
  notifyOfReminders(core, focusWindow)
  const files = createFileOpener(core)
  void files.open([...scansIn(process.argv), ...early])
  app.on('open-file', (_event, file) => void files.open([file]))
  app.on('second-instance', (_event, argv, folder) => {
    focusWindow()
    void files.open(scansIn(argv).map((file) => resolve(folder, file)))
    const library = libraryNamedIn(argv)
    if (library) go(`#/libraries/open/${core.noteLibrary(resolve(folder, library))}`)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    files.close()
    viewer.close()
    core.close().finally(() => app.quit())
  })
}

const besideArchive = (name: string): URL => new URL(unpackedPath(new URL(name, import.meta.url).href))

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
