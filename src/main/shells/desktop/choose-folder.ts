import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { libraryIn } from '../../app/known-libraries.ts'

/** The system's own dialog for a library: its file, or the folder where a new one shall be. */
export async function chooseLibrary(what: 'open' | 'new'): Promise<string | null> {
  if (what === 'new') {
    const folder = await chooseFolder()
    return folder && libraryIn(folder)
  }
  return choose({ properties: ['openFile'], filters: [{ name: 'Waymark', extensions: ['waymark'] }] })
}

/** The system's own dialog for a folder; null when it was closed. */
export const chooseFolder = (): Promise<string | null> =>
  choose({ properties: ['openDirectory', 'createDirectory'] })

async function choose(options: OpenDialogOptions): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}
