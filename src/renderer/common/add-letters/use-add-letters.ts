import type { Api, Output } from '../../../shared/contract/contract.ts'
import { maxScanBytes } from '../../../shared/contract/letters.ts'
import type { LetterId } from '../../../shared/model/letter.ts'
import { type Library, useLibrary } from '../../app/state/library-context.tsx'
import { goTo } from '../../app/state/route.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { isPicture, joinOffer, type Picture } from './join-offer.ts'

type Added = Output<'letter:add'>

/** Adds letters: dropped, pasted or chosen files, and the practice letter. */
export function useAddLetters() {
  const library = useLibrary()
  return {
    addFiles: (files: File[]) => addFiles(library, files),
    addSample: () => addSample(library),
  }
}

/** One file at a time, so that a long scan is in memory only once; a bad file does not stop the rest. */
async function addFiles(library: Library, files: File[]): Promise<void> {
  const { api, refresh, messages } = library
  if (files.length === 0) return
  goTo({ screen: 'letters', view: 'doNow' })
  let [added, known] = [0, 0]
  const problems: string[] = []
  const pictures: Picture[] = []
  for (const file of files) {
    const result = await keepFile(api, file)
    if (!result.ok) problems.push(t('add.problem', { name: file.name, why: errorWords(result.error.code) }))
    else if (result.value.known) {
      known += 1
      if (files.length === 1) openKnown(result.value.ids)
    } else {
      added += 1
      const [id] = result.value.ids
      if (id && isPicture(file)) pictures.push({ id, name: file.name })
    }
    await refresh().catch(() => undefined)
  }
  const done = [
    added > 0 ? t('add.kept', { count: added }) : '',
    known > 0 ? t('add.known', { count: known }) : '',
  ]
  const kind = problems.length > 0 ? 'error' : 'done'
  const offer = kind === 'done' ? joinOffer(library, pictures) : null
  const text = [...problems, ...done, offer?.question ?? ''].filter(Boolean).join(' ')
  messages.say({ kind, text, ...(offer ? { action: offer.action } : {}) })
}

/** The same file is already in the library: show its letter. */
function openKnown([id]: readonly LetterId[]): void {
  if (id) goTo({ screen: 'letter', id, find: null })
}

/** Adds one file; a file that is too large or unreadable returns an error code. */
export async function keepFile(api: Api, file: File): Promise<Added> {
  if (file.size > maxScanBytes) return { ok: false, error: { code: 'scan.too-large' } }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return await api['letter:add']({ fileName: file.name.slice(-255) || t('add.noName'), bytes })
  } catch (error) {
    // Reading a folder or a deleted file throws a DOMException; anything else is a connection error.
    const code = error instanceof DOMException ? 'add.not-a-file' : 'api.unreachable'
    return { ok: false, error: { code } }
  }
}

async function addSample({ api, refresh, messages }: Library): Promise<void> {
  const result = await api['letter:add-sample'](null).catch(() => null)
  if (!result?.ok) {
    messages.say({ kind: 'error', text: errorWords(result?.error.code ?? 'api.unreachable') })
    return
  }
  await refresh().catch(() => undefined)
  const [id] = result.value.ids
  if (id) goTo({ screen: 'letter', id, find: null })
}
