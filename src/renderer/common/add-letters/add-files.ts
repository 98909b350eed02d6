import type { LetterId } from '../../../shared/model/letter.ts'
import { cleanName } from '../../../shared/text/clean-name.ts'
import { errorWords, t } from '../../i18n/words.ts'
import type { Library } from '../../state/library-context.tsx'
import { goTo } from '../../state/route.ts'
import { isPicture, joinOffer, type Picture } from './join-offer.ts'
import { refusesAll, storeFile } from './store-file.ts'

/** So many files that were not kept are named; a folder full of others would fill the screen. */
const mostNamed = 3
/** Milliseconds between two looks at the list while files come in: it is long by then, and looking at it takes time. */
const lookEvery = 1000

type Came = {
  added: number
  known: number
  problems: string[]
  pictures: Picture[]
  /** The letters of the last file, whether it is new or was here already. */
  lastLetters: readonly LetterId[]
  /** Why nothing more was tried; null: all was, or a person stopped it. */
  halted: string | null
}

/**
 * Keeps files one at a time, so that a long scan is in memory only once; a bad file does not stop the rest, and a full
 * disk does. Files that are dropped meanwhile wait behind them.
 */
export async function addFiles(library: Library, files: readonly File[]): Promise<void> {
  const { intake, messages } = library
  if (files.length === 0) return
  const isUnderWay = intake.current() !== null
  if (!intake.add(files)) return messages.say({ kind: 'error', text: errorWords('add.too-many') })
  if (isUnderWay) return
  // A single file opens its letter; the home screen has the new ones of several.
  if (files.length > 1) goTo({ screen: 'home' })
  const came = await keepAll(library)
  const wasStopped = intake.current()?.stopping ?? false
  const total = intake.current()?.total ?? 0
  const left = intake.end()
  await library.refresh().catch(() => undefined)
  const [id] = came.lastLetters
  if (total === 1 && id) goTo({ screen: 'letter', id, find: null })
  tell(library, came, { left, wasStopped })
}

async function keepAll({ api, intake, refresh }: Library): Promise<Came> {
  const came: Came = { added: 0, known: 0, problems: [], pictures: [], lastLetters: [], halted: null }
  let looked = performance.now()
  for (let file = intake.next(); file; file = intake.next()) {
    const result = await storeFile(api, file)
    if (!result.ok) {
      const { code } = result.error
      const problem = t('add.problem', { name: cleanName(file.name), why: errorWords(code) })
      // Why nothing more is tried comes first, whatever else went wrong.
      if (refusesAll(code)) came.problems.unshift(problem)
      else came.problems.push(problem)
      if (refusesAll(code)) came.halted = code
    } else if (result.value.known) {
      came.known += 1
      came.lastLetters = result.value.ids
    } else {
      came.added += 1
      came.lastLetters = result.value.ids
      const [id] = result.value.ids
      if (id && isPicture(file)) came.pictures.push({ id, name: file.name })
    }
    intake.passed()
    if (came.halted) break
    if (performance.now() - looked < lookEvery) continue
    await refresh().catch(() => undefined)
    looked = performance.now()
  }
  return came
}

function tell(
  library: Library,
  came: Came,
  { left, wasStopped }: { left: number; wasStopped: boolean },
): void {
  const { added, known, problems, pictures } = came
  const more = problems.length - mostNamed
  const parts = [
    ...problems.slice(0, mostNamed),
    more > 0 ? t('add.more', { count: more }) : '',
    left > 0 ? t(wasStopped ? 'add.stopped' : 'add.halted', { count: left }) : '',
    added > 0 ? t('add.kept', { count: added }) : '',
    known > 0 ? t('add.known', { count: known }) : '',
  ]
  const kind = problems.length > 0 ? 'error' : 'done'
  const offer = kind === 'done' && left === 0 ? joinOffer(library, pictures) : null
  const text = [...parts, offer?.question ?? ''].filter(Boolean).join(' ')
  library.messages.say({ kind, text, ...(offer ? { action: offer.action } : {}) })
}
