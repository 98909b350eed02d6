import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, type MessagePortMain } from 'electron'
import packageFile from '../../../../package.json' with { type: 'json' }
import { realFileOf } from '../../files/real-file.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { type CoreClient, startCoreProcess } from '../core-process/client.ts'
import type { CoreSettings } from '../core-process/protocol.ts'
import { dataFolder, lastLibrary, libraryFile } from '../folders.ts'
import { warn } from '../terminal.ts'
import { chooseFolder, chooseLibrary } from './choose-folder.ts'
import { connectWindows, reconnectWindows } from './ipc.ts'
import { createKeychain } from './keychain.ts'
import { followMenu, go } from './menu.ts'
import { notifyOfReminders } from './notify.ts'
import { libraryNamedIn, scansIn } from './open-files.ts'
import { unpackedPath } from './packed-url.ts'
import { createPdfProgram } from './pdf-program.ts'
import { registerAppScheme, serveAppScheme } from './protocol.ts'
import { denyEverythingElse } from './session.ts'
import { utilityCore } from './utility-link.ts'
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

/** Law, words and fonts, where files are that a process can read. */
const resourcesFolder = (): string => join(unpackedPath(app.getAppPath()), 'resources')

async function start(): Promise<void> {
  const pdfProgram = createPdfProgram()
  const core = startCore(pdfProgram.open)
  denyEverythingElse()
  serveAppScheme(join(app.getAppPath(), 'out/renderer'))
  connectWindows(core.connect)
  core.onRestart(reconnectWindows)
  openWindow()
  const resources = resourcesFolder()
  void followMenu(core, resources).catch((error: unknown) => warn(`waymark: no menu: ${safeStack(error)}`))
  notifyOfReminders(core, resources, focusWindow)
  openFiles(core)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    core.close().finally(() => {
      pdfProgram.close()
      app.quit()
    })
  })
}

type Core = CoreClient<MessagePortMain>

function startCore(openPdf: (file: string) => Promise<boolean>): Core {
  const keychain = createKeychain(realFileOf(libraryFile()))
  const named = libraryNamedIn(process.argv)
  const settings: CoreSettings = {
    libraryFile: libraryFile(),
    startWith: named ? resolve(named) : lastLibrary(),
    dataFolder: dataFolder(),
    resources: resourcesFolder(),
    readingFile: null,
    libraryWorker: besideArchive('./library-worker.js').href,
    version: packageFile.version,
    shell: 'desktop',
    host: { dialogs: true, keychain: keychain !== undefined, pdfProgram: true },
  }
  const [coreFile, readingFile] = [besideArchive('./core-process.js'), besideArchive('./reading-process.js')]
  const launch = () => utilityCore(fileURLToPath(coreFile), fileURLToPath(readingFile))
  return startCoreProcess(launch, settings, {
    chooseFolder,
    chooseLibrary,
    openPdf,
    ...(keychain && {
      getSecret: keychain.get,
      setSecret: ({ file, secret }) => keychain.set(file, secret),
    }),
  })
}

/** Files and libraries that the system hands over, now and later. */
function openFiles(core: Core): void {
  const open = (files: string[]) => {
    if (files.length > 0) void core.ask('openFiles', { files, library: core.libraryFile() })
  }
  open([...scansIn(process.argv), ...early].map((file) => resolve(file)))
  app.on('open-file', (_event, file) => open([file]))
  app.on('second-instance', (_event, argv, folder) => {
    focusWindow()
    open(scansIn(argv).map((file) => resolve(folder, file)))
    const library = libraryNamedIn(argv)
    if (library)
      void core.ask('noteLibrary', resolve(folder, library)).then((id) => go(`#/libraries/open/${id}`))
  })
}

const besideArchive = (name: string): URL => new URL(unpackedPath(new URL(name, import.meta.url).href))

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
