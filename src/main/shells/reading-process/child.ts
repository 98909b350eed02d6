import { isMainThread, Worker, workerData } from 'node:worker_threads'

/**
 * The entry of a reading process. It ends when its parent does: by the closed line as a rule, and by a thread that looks
 * after the parent where a decoder holds up everything else. Electron ends its utility processes itself.
 */
if (isMainThread) {
  if (process.send) new Worker(new URL(import.meta.url), { workerData: process.ppid }).unref()
  const { startJobs } = await import('../../reading/process/jobs.ts')
  // Typesetting is loaded with the first paper: most processes only read.
  startJobs(async (name, input, tools) => {
    const { workOnPapers } = await import('../../papers/paper-work.ts')
    return workOnPapers(name, input, tools)
  })
} else endWithParent(workerData as number)

/** A system that hands orphans to another parent shows it by that; Windows does not. */
function endWithParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) process.kill(process.pid, 'SIGKILL')
  }, 1000)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
