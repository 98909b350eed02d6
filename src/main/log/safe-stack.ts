import { basename } from 'node:path'

/**
 * An error for the log: its name and where it arose. Its message stays out, because decoders and checks put what they
 * choked on into it, and that may be somebody's letter; folders stay out too, which hold the user's name.
 */
export function safeStack(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error'
  return [name, ...frames.slice(0, 12).map(withoutFolders)].join('\n')
}

const withoutFolders = (frame: string): string =>
  frame.replace(/(?:file:\/\/)?[^\s()]*[\\/][^\s()]*/g, (place) => basename(place.replaceAll('\\', '/')))
