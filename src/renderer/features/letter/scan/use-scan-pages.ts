import { useCallback, useEffect, useState } from 'react'
import type { Letter, LetterId } from '../../../../shared/model/letter.ts'
import { type LayoutStep, stepped } from '../../../../shared/model/page-layout.ts'
import type { PageLayoutOverride, ScanPages } from '../../../../shared/model/page-layout-override.ts'
import { undoChange } from '../../../common/undo/use-undo.ts'
import { t } from '../../../i18n/words.ts'
import { attempt, type Library, useLibrary } from '../../../state/library-context.tsx'
import { goTo } from '../../../state/route.ts'

export type PageActions = {
  step(step: LayoutStep): Promise<void>
  /** `by`: clockwise degrees. */
  rotate(page: number, by: 90 | 270): Promise<void>
  /** Confirms the current split. */
  confirm(): Promise<void>
  /** Discards the person's split; the reading decides again. */
  letReadingDecide(): Promise<void>
}

const nothingSaid: PageLayoutOverride = { turns: [], letters: null, excludedPages: [] }

/** The page layout of a letter's scan, kept up to date; null while it is unknown (a locked or damaged file). */
export function useScanPages(letter: Letter): { scan: ScanPages | null; actions: PageActions } {
  const library = useLibrary()
  const { api } = library
  const [scan, setScan] = useState<ScanPages | null>(null)
  // Changes when a reading or an layoutOverride changed the pages.
  const known = `${letter.status.kind} ${letter.pages.join()}`
  const load = useCallback(async () => {
    const result = await api['scan:pages']({ id: letter.id }).catch(() => null)
    setScan(result?.ok ? result.value : null)
  }, [api, letter.id])
  useEffect(() => {
    if (known) void load()
  }, [load, known])
  const said = scan?.layoutOverride ?? nothingSaid
  const arrange = async (next: PageLayoutOverride | null, text: string) => {
    const home = await apply(library, letter.id, next)
    if (!home) return
    await load()
    library.messages.say({ kind: 'done', text, undo: () => void undoChange(library, home, false) })
  }
  const actions: PageActions = {
    async step(step) {
      const next = scan && stepped(scan.layout, step)
      if (next) await arrange({ ...said, ...next }, t(`pages.done.${step.kind}`, { page: step.page }))
    },
    async rotate(page, by) {
      const rotation = (((scan?.rotations[page - 1] ?? 0) + by) % 360) as 0 | 90 | 180 | 270
      const turns = [...said.turns.filter((turn) => turn.page !== page), { page, rotation }]
      await arrange({ ...said, turns }, t('pages.done.turn', { page }))
    },
    async confirm() {
      if (scan) await arrange({ ...said, ...scan.layout }, t('pages.done.confirm'))
    },
    letReadingDecide: () => arrange({ ...said, letters: null, excludedPages: [] }, t('pages.done.reset')),
  }
  return { scan, actions }
}

/** Returns the letter that has the pages now and navigates to it if it is another one. null: it failed. */
async function apply(
  library: Library,
  id: LetterId,
  layoutOverride: PageLayoutOverride | null,
): Promise<LetterId | null> {
  const done = await attempt(library, library.api['scan:arrange']({ id, layoutOverride }))
  if (!done) return null
  await library.refresh().catch(() => undefined)
  const home = done.value.id
  if (home !== id) goTo({ screen: 'letter', id: home, find: null })
  return home
}
