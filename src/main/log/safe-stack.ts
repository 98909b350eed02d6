import { basename } from 'node:path'

/**
 * An error for the log: its name and where it was thrown. The message is left out, because decoders and
 * checks quote what they choked on, and that may be from someone's letter. Folders are left out, too: they
 * contain the user's name.
 */
export function safeStack(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error'
  return [name, ...frames.slice(0, 12).map(withoutFolders)].join('\n')
}

const withoutFolders = (frame: string): string =>
  frame.replace(/(?:file:\/\/)?[^\s()]*[\\/][^\s()]*/g, (place) => basename(place.replaceAll('\\', '/')))
