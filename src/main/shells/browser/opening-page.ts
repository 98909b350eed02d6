import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeNew } from '../../files/private-files.ts'
import { ticketLife } from './keys.ts'

const prefix = 'waymark-open-'

/**
 * A page in a file that only this user can read, which sends the browser on to `url`. The browser is started with the name of
 * the file: every user of a computer can read the arguments of every program, and the address holds a ticket. The file goes
 * away when the ticket was used, and with it when it is too old.
 */
export function createOpeningPage(
  url: string,
  parent = folderForBrowsers(),
): { file: string; remove(): void } {
  sweep(parent)
  const folder = mkdtempSync(join(parent, prefix))
  const file = join(folder, 'waymark.html')
  writeNew(file, pageTo(url))
  const remove = () => {
    clearTimeout(timer)
    rmSync(folder, { recursive: true, force: true })
  }
  const timer = setTimeout(remove, ticketLife)
  timer.unref()
  return { file, remove }
}

/**
 * Where the person's browser may read. On Linux, one that came as a snap sees neither hidden folders nor the system's folder
 * for temporary files; elsewhere that folder is the user's own.
 */
const folderForBrowsers = (): string => (process.platform === 'linux' ? homedir() : tmpdir())

const pageTo = (url: string): string =>
  `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${url}">
<title>Waymark</title>
<p><a href="${url}">Open Waymark</a></p>
`

/** Folders that a program left behind when it was killed. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    const folder = join(parent, name)
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > ticketLife) rmSync(folder, { recursive: true, force: true })
  }
}
