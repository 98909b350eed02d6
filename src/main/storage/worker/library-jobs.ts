import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '../../../shared/model/result.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import type { BackupJob, MadeBackup } from '../backup/backup.ts'
import type { AddBackupJob, CopyFailure } from '../backup/encrypted-copy.ts'
import type { ProtectBackupsJob, ProtectedBackups } from '../backup/protect-backups.ts'
import type { Restored, RestoreFailure, RestoreJob } from '../backup/restore.ts'
import type { Salvaged } from '../backup/salvage.ts'
import type { Verified } from '../backup/verify-library.ts'
import type { OpenFailure } from '../library-failures.ts'
import type { ProtectionChange } from '../protection/change-protection.ts'
import type { RewriteJob } from '../rewrite.ts'

export type LibraryJobs = {
  backup: { input: BackupJob; answer: MadeBackup }
  restore: { input: RestoreJob; answer: Result<Restored, RestoreFailure> }
  'add-backup': { input: AddBackupJob; answer: Result<null, CopyFailure> }
  'protect-backups': { input: ProtectBackupsJob; answer: ProtectedBackups }
  protection: { input: ProtectionChange; answer: null }
  rewrite: { input: RewriteJob; answer: null }
  salvage: {
    input: { from: string; secret: LibrarySecret | null; to: string }
    answer: Salvaged | null
  }
  verify: { input: { file: string; secret: LibrarySecret | null }; answer: Verified }
}
export type LibraryJob = {
  [K in keyof LibraryJobs]: { kind: K; input: LibraryJobs[K]['input'] }
}[keyof LibraryJobs]
export type FromLibraryWorker =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'done'; value: LibraryJobs[keyof LibraryJobs]['answer'] }
  | { kind: 'failed'; code: OpenFailure['code'] }

/** Runs a job in a worker. A failure of the disk is a value; a bug in the worker rejects. */
export function runLibraryJob<K extends keyof LibraryJobs>(
  workerFile: URL,
  kind: K,
  input: LibraryJobs[K]['input'],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Result<LibraryJobs[K]['answer'], OpenFailure>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { kind, input } })
    worker.on('message', (message: FromLibraryWorker) => {
      if (message.kind === 'progress') onProgress(message.done, message.of)
      else if (message.kind === 'failed') resolve(err({ code: message.code }))
      else resolve(ok(message.value as LibraryJobs[K]['answer']))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the library worker ended without an answer')))
  })
}
