import { createServer } from 'node:http'
import { join, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '../../src/main/shells/folders.ts'
import { startCoreProcess } from './core-process.ts'
import { practiceDay, practiceLibrary } from './practice-library.ts'
import { createProxy } from './proxy.ts'
import { startRenderer } from './renderer.ts'

/**
 * `npm run dev [-- --port 4310] [-- --fresh] [-- --today 2026-11-23]`: the app in a browser from its sources, at a fixed
 * address, on a practice library. A change of the renderer shows at once; a change of `src/main`, `src/shared` or
 * `resources` starts the core again and reloads the page.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4310' },
    fresh: { type: 'boolean', default: false },
    today: { type: 'string', default: practiceDay() },
  },
})
const host = `127.0.0.1:${values.port}`
const core = startCoreProcess(await practiceLibrary(values.fresh), values.today)
const http = createServer()
const renderer = await startRenderer(http, host)
const proxy = createProxy(core, host)
http.on('request', (request, response) => {
  void proxy(request, response, () => renderer.middlewares(request, response))
})
http.on('error', (error) => {
  console.error(`${error.message}\nAnother port: npm run dev -- --port 4311`)
  void stop(1)
})
http.listen(Number(values.port), '127.0.0.1', async () => {
  await core.address()
  console.log(
    `Waymark for developers: http://${host}/\nPractice letters, as of ${values.today}. Ctrl+C stops.`,
  )
})

const ofTheCore = ['src/main', 'src/shared', 'resources'].map((name) => join(projectFolder, name))
renderer.watcher.add(ofTheCore)
let waiting: NodeJS.Timeout | undefined
renderer.watcher.on('all', (_event, file) => {
  if (!ofTheCore.some((folder) => file.startsWith(folder + sep))) return
  clearTimeout(waiting)
  // An editor that saves all its files should cause one restart.
  waiting = setTimeout(restart, 100)
})

async function restart(): Promise<void> {
  if (!(await core.restart()))
    return console.error('The core did not start; it is tried again at the next change.')
  console.log('The core was started again.')
  renderer.ws.send({ type: 'full-reload' })
}

async function stop(code: number): Promise<void> {
  await Promise.all([core.stop(), renderer.close()])
  process.exit(code)
}
process.once('SIGINT', () => stop(0))
process.once('SIGTERM', () => stop(0))
