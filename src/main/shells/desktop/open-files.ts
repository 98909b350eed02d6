import { basename } from 'node:path'
import { isScanName } from '../../integrations/scan-file.ts'

/** The scans among the arguments of a program: "Open with" and a drop on the icon name them there. */
export const scansIn = (argv: readonly string[]): string[] =>
  argv.slice(1).filter((argument) => !argument.startsWith('-') && isScanName(basename(argument)))

/** A library among them, opened by its file. */
export const libraryNamedIn = (argv: readonly string[]): string | undefined =>
  argv.slice(1).find((argument) => !argument.startsWith('-') && argument.endsWith('.waymark'))
