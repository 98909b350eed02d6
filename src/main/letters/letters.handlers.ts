import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, maxScanBytes, type Output } from '../../shared/contract/contract.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import { storeScan } from '../scans/store-scan.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { changeLetter } from './change-letter.ts'
import { findScan, listLetters } from './listed-letters.ts'

type LetterCalls = Pick<
  Api,
  | 'letters:list'
  | 'letters:since'
  | 'letters:changed'
  | 'letter:add'
  | 'letter:add-sample'
  | 'letter:confirm'
  | 'letter:record-events'
  | 'letter:answer'
  | 'letter:read-again'
  | 'letter:stop-reading'
  | 'letter:remove'
  | 'letter:original'
>

/** Keeping letters and what a person says about them. */
export function createLettersHandlers(parts: SessionContext): LetterCalls {
  const { library, changes, clock, queue } = parts
  const add = (fileName: string, bytes: Uint8Array): Output<'letter:add'> => {
    if (bytes.length > maxScanBytes) return err({ code: 'scan.too-large' })
    const kept = storeScan(library, { fileName: cleanFileName(fileName), bytes, keptAt: clock.now() })
    if (!kept.ok) return kept
    changes.changed(kept.value.ids)
    queue.wake()
    return ok({ ids: kept.value.ids, known: kept.value.known })
  }
  const change = (id: LetterId, write: (letter: LetterRow) => void) => changeLetter(parts, id, write)
  return {
    'letters:list': async () => ({
      revision: changes.revision(),
      today: clock.today(),
      letters: listLetters(parts),
    }),
    'letters:since': async ({ revision }) => {
      const now = { revision: changes.revision(), today: clock.today(), standing: parts.standing() }
      const ids = changes.lettersAfter(revision)
      if (!ids) return { ...now, all: true, letters: listLetters(parts), gone: [] }
      const found = ids.map((id) => {
        const isShown = library.letters.find(id)?.superseded === false
        return { id, letter: isShown ? findScan(parts, id)?.letter : undefined }
      })
      const letters = found.flatMap(({ letter }) => (letter ? [letter] : []))
      return { ...now, all: false, letters, gone: found.filter((each) => !each.letter).map(({ id }) => id) }
    },
    'letters:changed': async ({ since }) => ({ revision: await changes.after(since) }),
    'letter:add': async ({ fileName, bytes }) => add(fileName, bytes),
    'letter:add-sample': async () => {
      const sample = nextSample(parts)
      return add(sample.fileName, sample.bytes)
    },
    'letter:confirm': async ({ id, facts }) => change(id, () => library.letters.setConfirmed(id, facts)),
    'letter:record-events': async ({ id, events }) => change(id, () => library.events.replace(id, events)),
    'letter:answer': async ({ id, answers }) => change(id, () => library.letters.setAnswers(id, answers)),
    'letter:read-again': async ({ id }) => {
      const scanIds: string[] = []
      const again = change(id, ({ scanId }) => {
        scanIds.push(scanId)
        library.pageTexts.outdate(scanId)
        library.scans.setWaiting(scanId)
      })
      queue.restart(scanIds)
      return again
    },
    'letter:stop-reading': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      queue.cancel(letter.scanId)
      return ok(null)
    },
    'letter:remove': async ({ id, removed }) =>
      change(id, () => library.letters.setRemoved(id, removed ? clock.now() : null)),
    'letter:original': async ({ id, file = 1 }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const kept = library.files.listOfScan(letter.scanId)[file - 1]
      if (!kept) return err({ code: 'file.not-found' })
      return ok({ fileName: kept.fileName, bytes: library.files.getBytes(kept.id) })
    },
  }
}

/** The first practice letter that the library does not hold yet, else the first. */
function nextSample({ library, resources }: SessionContext): { fileName: string; bytes: Uint8Array } {
  const folder = join(resources, 'samples')
  const held = new Set([...library.files.list().values()].flat().map((file) => file.fileName))
  const names = readdirSync(folder).filter((name) => !name.endsWith('.md'))
  const fileName = names.find((name) => !held.has(name)) ?? names[0]
  if (!fileName) throw new Error('resources/samples is empty')
  return { fileName, bytes: readFileSync(join(folder, fileName)) }
}
