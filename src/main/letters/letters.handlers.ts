import type { Api, Output } from '../../shared/contract/contract.ts'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import type { StoreTables } from '../scans/store-scan.ts'
import type { Library } from '../storage/open-library.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { addLetter, nextSample } from './add-letter.ts'
import { type ChangeTables, changeLetter } from './change-letter.ts'
import type { ClockWatch } from './clock-watch.ts'
import { findCopies } from './find-copies.ts'
import { type LetterSources, lettersSince, listLetters } from './list-letters.ts'
import { saveSpecial } from './save-special.ts'

type LettersCalls = Pick<
  Api,
  | 'letters:list'
  | 'letters:since'
  | 'letters:confirm-today'
  | 'letter:add'
  | 'letter:add-sample'
  | 'letter:confirm'
  | 'letter:record-events'
  | 'letter:answer'
  | 'letter:special'
  | 'letter:read-again'
  | 'letter:stop-reading'
  | 'letter:remove'
  | 'letter:original'
  | 'letter:copies'
>

type Needs = {
  library: LetterSources['library'] & ChangeTables & StoreTables & Pick<Library, 'pageTexts'>
  queue: ReadingQueue
  changes: ChangeFeed
  clock: Clock
  clockWatch: ClockWatch
  appRevision: () => AppRevision
  /** The folder with the practice letters in `samples`. */
  resources: string
}

/** Adding letters, listing them, and recording what a person says about them. */
export function createLettersHandlers(needs: Needs): LettersCalls {
  const { library, queue, changes, clock, clockWatch, appRevision } = needs
  const now = () => ({
    revision: changes.revision(),
    today: clock.today(),
    clockDoubt: clockWatch.doubt(),
  })
  const change = (id: LetterId, write: (letter: LetterRow) => void) => changeLetter(needs, id, write)
  return {
    'letters:list': async () => ({ ...now(), letters: listLetters(needs) }),
    'letters:since': async ({ revision }) => ({
      ...now(),
      appRevision: appRevision(),
      ...lettersSince(needs, revision),
    }),
    'letters:confirm-today': async ({ day }) => clockWatch.confirm(day),
    'letter:add': async ({ fileName, bytes }) =>
      bytes.length > maxScanBytes ? err({ code: 'scan.too-large' }) : addLetter(needs, fileName, bytes),
    'letter:add-sample': async () => {
      const { fileName, bytes } = nextSample(needs)
      return addLetter(needs, fileName, bytes)
    },
    'letter:confirm': async ({ id, facts }) => change(id, () => library.letters.setConfirmed(id, facts)),
    'letter:record-events': async ({ id, events }) => change(id, () => library.events.replace(id, events)),
    // What is typed for the appeal never replaces what was said about special situations.
    'letter:answer': async ({ id, answers: { special: _, specialHere: __, ...typed } }) =>
      change(id, ({ answers: { special, specialHere } }) =>
        library.letters.setAnswers(id, {
          ...typed,
          ...(special ? { special } : {}),
          ...(specialHere ? { specialHere } : {}),
        }),
      ),
    'letter:special': async ({ id, special }) => saveSpecial(needs, id, special),
    'letter:read-again': async ({ id }) => {
      const scanIds: string[] = []
      const changed = change(id, ({ scanId }) => {
        scanIds.push(scanId)
        library.pageTexts.outdate(scanId)
        library.scans.setWaiting(scanId)
      })
      queue.restart(scanIds)
      return changed
    },
    'letter:stop-reading': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      queue.cancel(letter.scanId)
      return ok(null)
    },
    'letter:remove': async ({ id, removed }) =>
      change(id, () => library.letters.setRemoved(id, removed ? clock.now() : null)),
    'letter:original': async ({ id, file = 1 }) => originalOf(library, id, file),
    'letter:copies': async ({ id }) => {
      const letter = library.letters.find(id)
      return letter ? ok({ copies: findCopies(library, letter) }) : err({ code: 'letter.not-found' })
    },
  }
}

/** A file as it was added, byte for byte. */
function originalOf(
  library: Pick<Library, 'letters' | 'files'>,
  id: LetterId,
  file: number,
): Output<'letter:original'> {
  const letter = library.letters.find(id)
  if (!letter) return err({ code: 'letter.not-found' })
  const original = library.files.listOfScan(letter.scanId)[file - 1]
  if (!original) return err({ code: 'file.not-found' })
  return ok({ fileName: original.fileName, bytes: library.files.getBytes(original.id) })
}
