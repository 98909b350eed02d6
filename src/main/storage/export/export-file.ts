import { createHash } from 'node:crypto'

/** One file of the export; `path` is safe on every system. */
export type ExportFile = { path: string; content: Uint8Array }

/** The files of an export by path; undefined: no such file. An export cannot name any other file on the disk. */
export type Import = (path: string) => Uint8Array | undefined

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
