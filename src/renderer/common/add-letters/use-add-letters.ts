import { errorWords } from '../../i18n/words.ts'
import { type Library, useLibrary } from '../../state/library-context.tsx'
import { goTo } from '../../state/route.ts'
import { addFiles } from './add-files.ts'

/** Adds letters: dropped, pasted or chosen files, and the practice letter. */
export function useAddLetters() {
  const library = useLibrary()
  return {
    addFiles: (files: readonly File[]) => addFiles(library, files),
    addSample: () => addSample(library),
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
