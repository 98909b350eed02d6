import { parentPort, workerData } from 'node:worker_threads'
import { settle } from '../../files/temporary-files.ts'
import { makeBackup } from '../backup/backup.ts'
import { addEncryptedBackup } from '../backup/encrypted-copy.ts'
import { protectBackups } from '../backup/protect-backups.ts'
import { restoreBackup } from '../backup/restore.ts'
import { salvageLibrary } from '../backup/salvage.ts'
import { verifyLibrary } from '../backup/verify-library.ts'
import { openDatabase } from '../database.ts'
import { failureFromThrown } from '../library-failures.ts'
import { changeProtection } from '../protection/change-protection.ts'
import { rewriteLibrary } from '../rewrite.ts'
import type { FromLibraryWorker, LibraryJob, LibraryJobs } from './library-jobs.ts'

/** One job per worker: what takes long for a large library must not hold up the window. */
const say = (message: FromLibraryWorker) => parentPort?.postMessage(message)
const onProgress = (done: number, of: number) => {
  if (done % 16 === 0 || done === of) say({ kind: 'progress', done, of })
}

try {
  say({ kind: 'done', value: run(workerData as LibraryJob) })
} catch (error) {
  const failure = failureFromThrown(error)
  if (!failure) throw error
  say({ kind: 'failed', code: failure.code })
}

function run(job: LibraryJob): LibraryJobs[LibraryJob['kind']]['answer'] {
  switch (job.kind) {
    case 'backup':
      return makeBackup(job.input, onProgress)
    case 'restore':
      return restoreBackup(job.input)
    case 'add-backup':
      return addEncryptedBackup(job.input)
    case 'protect-backups':
      return protectBackups(job.input)
    case 'protection':
      changeProtection(job.input)
      return null
    case 'rewrite':
      rewriteLibrary(job.input)
      return null
    case 'salvage':
      return salvageLibrary(job.input.from, job.input.secret, job.input.to, onProgress)
    case 'verify': {
      settle(job.input.file)
      const database = openDatabase(job.input.file, job.input.secret, { mustExist: true })
      try {
        return verifyLibrary(database, job.input.file, onProgress)
      } finally {
        database.close()
      }
    }
  }
}
