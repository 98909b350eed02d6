import { safeStack } from '../../log/safe-stack.ts'

/**
 * A damaged file makes promises fail inside a decoder that nobody waits for, while what was asked of it is answered all the same:
 * they end nothing. Whatever else nobody caught is a bug and ends the process, without its message, which quotes the file.
 */
export function outliveStrayErrors(): void {
  process.on('unhandledRejection', (reason) => {
    if (!isOfDecoder(reason)) endWith(reason)
  })
  process.on('uncaughtException', endWith)
}

/** pdf.js names all of its own so, and Node none. */
const isOfDecoder = (reason: unknown): boolean =>
  reason instanceof Error && /^\w+Exception$/.test(reason.name)

function endWith(error: unknown): void {
  console.error(`waymark: the reading process stops: ${safeStack(error)}`)
  process.exit(1)
}
