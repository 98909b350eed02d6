import { useCallback, useEffect, useState } from 'react'
import type { Arrangement, ScanPages } from '../../shared/model/arrangement.ts'
import type { Letter, LetterId } from '../../shared/model/letter.ts'
import { type LayoutStep, stepped } from '../../shared/model/page-layout.ts'
import { attempt, type Library, useLibrary } from '../state/library-context.tsx'
import { goTo } from '../ui/route.ts'
import { t } from '../ui/words.ts'

export type PageActions = {
  step(step: LayoutStep): Promise<void>
  /** `by`: clockwise degrees. */
  turn(page: number, by: 90 | 270): Promise<void>
  /** The letters are parted right as they are. */
  confirm(): Promise<void>
  /** Forget what a person said about the letters; reading decides again. */
  letReadingDecide(): Promise<void>
}

const nothingSaid: Arrangement = { turns: [], letters: null, asides: [] }

/** How the pages of a letter's scan lie, kept fresh; null while that is not known (a locked or broken file). */
export function useScanPages(letter: Letter): { scan: ScanPages | null; actions: PageActions } {
  const library = useLibrary()
  const { api } = library
  const [scan, setScan] = useState<ScanPages | null>(null)
  // Changes when a reading or an arrangement changed the pages.
  const known = `${letter.status.kind} ${letter.pages.join()}`
  const load = useCallback(async () => {
    const result = await api['scan:pages']({ id: letter.id }).catch(() => null)
    setScan(result?.ok ? result.value : null)
  }, [api, letter.id])
  useEffect(() => {
    if (known) void load()
  }, [load, known])
  const said = scan?.arrangement ?? nothingSaid
  const arrange = async (next: Arrangement | null, page: number, text: string) => {
    const before = scan?.arrangement ?? null
    if (!(await apply(library, letter.id, next, page))) return
    await load()
    const undo = async () => {
      if (await apply(library, letter.id, before, page))
        library.messages.say({ kind: 'done', text: t('pages.undone') })
      await load()
    }
    library.messages.say({ kind: 'done', text, undo })
  }
  const actions: PageActions = {
    async step(step) {
      const next = scan && stepped(scan.layout, step)
      if (next)
        await arrange({ ...said, ...next }, step.page, t(`pages.done.${step.kind}`, { page: step.page }))
    },
    async turn(page, by) {
      const rotation = (((scan?.rotations[page - 1] ?? 0) + by) % 360) as 0 | 90 | 180 | 270
      const turns = [...said.turns.filter((turn) => turn.page !== page), { page, rotation }]
      await arrange({ ...said, turns }, page, t('pages.done.turn', { page }))
    },
    async confirm() {
      if (scan) await arrange({ ...said, ...scan.layout }, letter.pages[0] ?? 1, t('pages.done.confirm'))
    },
    letReadingDecide: () =>
      arrange({ ...said, letters: null, asides: [] }, letter.pages[0] ?? 1, t('pages.done.reset')),
  }
  return { scan, actions }
}

/** True: done. Where the letter went into another one, the screen goes along with its page. */
async function apply(
  library: Library,
  id: LetterId,
  arrangement: Arrangement | null,
  page: number,
): Promise<boolean> {
  const { api } = library
  if (!(await attempt(library, api['scan:arrange']({ id, arrangement })))) return false
  await library.refresh().catch(() => undefined)
  const now = await api['scan:pages']({ id }).catch(() => null)
  const letters = now?.ok ? now.value.letters : []
  if (letters.length > 0 && !letters.some((each) => each.id === id)) {
    const home = letters.find((each) => each.pages.includes(page)) ?? letters[0]
    if (home) goTo({ screen: 'letter', id: home.id, find: null })
  }
  return true
}
