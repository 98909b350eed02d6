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

/**
 * Thrown in pdf.js: its own exceptions, however they are named (their stack is that of its loading), and a TypeError at what a
 * damaged file lacks. An error of ours has its first place in our code.
 */
const isOfDecoder = (reason: unknown): boolean =>
  reason instanceof Error && /\bpdf(\.worker)?\.mjs:/.test(firstPlace(reason))

const firstPlace = ({ stack }: Error): string => /^ +at .*$/m.exec(stack ?? '')?.[0] ?? ''

function endWith(error: unknown): void {
  console.error(`waymark: the reading process stops: ${safeStack(error)}`)
  process.exit(1)
}
