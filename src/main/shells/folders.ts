import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import envPaths from 'env-paths'
import { createKnownLibraries, libraryIn } from '../app/known-libraries.ts'

/** The project's folder for the shells that run from the sources. The desktop bundle asks Electron instead. */
export const projectFolder: string = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Where the app keeps what is not of a library: content packs, and which libraries were opened. Beside a library that
 * `WAYMARK_LIBRARY` names, so that one on a USB stick leaves nothing on the computer.
 */
export const dataFolder = (): string =>
  process.env.WAYMARK_LIBRARY
    ? dirname(process.env.WAYMARK_LIBRARY)
    : envPaths('Waymark', { suffix: '' }).data

/** One place for the person's library, the same in every shell. `WAYMARK_LIBRARY` names another file. */
export const libraryFile = (): string => process.env.WAYMARK_LIBRARY ?? libraryIn(dataFolder())

/** What a window shows first: the library that was open last on this computer, if it is there. */
export function lastLibrary(): string {
  const [last] = process.env.WAYMARK_LIBRARY ? [] : createKnownLibraries(dataFolder()).files()
  return last && existsSync(last) ? last : libraryFile()
}

/** A library that a person names by its file or by its folder. */
export const libraryAt = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? libraryIn(path) : path
