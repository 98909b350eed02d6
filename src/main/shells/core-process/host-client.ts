import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CoreOptions } from '../../app/core-options.ts'
import { writeNew } from '../../files/private-files.ts'
import type { FromCore, HostAsk, HostAsks, Settled } from './protocol.ts'

/** Asks the window's process for what it alone can do. */
export function createHostClient(post: (message: FromCore) => void) {
  const pending = new Map<number, (answer: Settled) => void>()
  let last = 0
  const ask =
    <K extends keyof HostAsks>(what: K) =>
    (input: HostAsks[K]['input']): Promise<HostAsks[K]['answer']> =>
      new Promise((resolve, reject) => {
        const id = ++last
        pending.set(id, (answer) =>
          answer.ok
            ? resolve(answer.value as never)
            : reject(new Error(`the window's process could not ${what}`)),
        )
        post({ kind: 'host-ask', id, ...({ what, input } as HostAsk) })
      })
  return {
    ask,
    settle(id: number, answer: Settled): void {
      const waiting = pending.get(id)
      pending.delete(id)
      waiting?.(answer)
    },
  }
}
type HostClient = ReturnType<typeof createHostClient>

type HostOptions = Pick<CoreOptions, 'keychain' | 'chooseFolder' | 'chooseLibrary' | 'viewPdf'>

/** The options of a core for what its window's process has; the rest is left out, as in a shell that cannot do it. */
export function hostOptions(
  { ask }: HostClient,
  has: { dialogs: boolean; keychain: boolean; pdfProgram: boolean },
): HostOptions {
  return {
    ...(has.dialogs && {
      chooseFolder: () => ask('chooseFolder')(null),
      chooseLibrary: ask('chooseLibrary'),
    }),
    ...(has.keychain && {
      keychain: { get: ask('getSecret'), set: (file, secret) => ask('setSecret')({ file, secret }) },
    }),
    ...(has.pdfProgram && { viewPdf: (bytes: Uint8Array) => ask('openPdf')(writePaper(bytes)) }),
  }
}

/**
 * That program needs a file: each lies in a folder of its owner alone, under a name that says nothing. The window's process
 * removes it when the app closes.
 */
function writePaper(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'paper.pdf')
  writeNew(file, bytes)
  return file
}
