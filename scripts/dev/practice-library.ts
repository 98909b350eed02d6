import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../src/main/shells/folders.ts'

const folder = join(projectFolder, 'out/dev/practice')
const demoFile = join(projectFolder, 'resources/samples/demo.json')

/** The practice letters were written for this day. */
export const practiceDay = (): string => JSON.parse(readFileSync(demoFile, 'utf8')).today

/** The library that `waymark demo` makes; made once, then kept with whatever was changed in it, unless `fresh`. */
export async function practiceLibrary(fresh: boolean): Promise<string> {
  const file = join(folder, 'demo.waymark')
  if (!fresh && existsSync(file)) return file
  rmSync(folder, { recursive: true, force: true })
  console.log('Reading the practice letters (only the first time) ...')
  // Made under another name, so that one that was interrupted is not taken for the whole.
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  const words = [join(projectFolder, 'src/main/shells/cli/waymark.ts'), 'demo', making]
  // Named, so that nothing of the person's own is opened or written.
  const env = { ...process.env, WAYMARK_LIBRARY: join(making, 'demo.waymark') }
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'], env })
  const [code] = await once(child, 'exit')
  if (code === 0) {
    renameSync(making, folder)
    return file
  }
  rmSync(making, { recursive: true, force: true })
  throw new Error('the practice library could not be made')
}
