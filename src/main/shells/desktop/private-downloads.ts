import { makeOwnersOnly } from '../../files/private-files.ts'

type Download = {
  getSavePath(): string
  once(event: 'done', listener: (event: unknown, state: string) => void): unknown
}
/** What of Electron's session is needed here. */
type Downloads = { on(event: 'will-download', listener: (event: unknown, item: Download) => void): unknown }

/** What a person saves from a window is a letter or a paper about one: it is for its owner alone. */
export function keepDownloadsPrivate(session: Downloads): void {
  session.on('will-download', (_event, item) =>
    item.once('done', (_done, state) => {
      if (state === 'completed') makeOwnersOnly(item.getSavePath())
    }),
  )
}
