import type { Api } from '../../shared/contract/contract.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { isWhole } from '../../shared/model/page-layout-override.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'
import { changeScans } from './change-scans.ts'
import { type MergeTables, mergeLetters } from './merge-letters.ts'
import { type ArrangeTables, overridePageLayout } from './override-page-layout.ts'
import { pictureOfPage } from './page-picture.ts'
import type { ReadingQueue } from './reading-queue.ts'
import { rotationsOf } from './scan-layout.ts'
import { countPages, describePages, filesOpenedBy } from './scan-pages.ts'
import { type SplitTables, splitScan } from './split-scan.ts'

type ScansCalls = Pick<
  Api,
  | 'scan:pages'
  | 'scan:arrange'
  | 'scan:merge'
  | 'scan:split'
  | 'scans:read-again'
  | 'scan:unlock'
  | 'page:image'
>

type Needs = {
  library: ArrangeTables & MergeTables & SplitTables
  reader: Reader
  queue: Pick<ReadingQueue, 'restart'>
  changes: Notifier
}

/** What a person does with the pages of a scan. The stored files never change; a changed scan is read again. */
export function createScansHandlers(needs: Needs): ScansCalls {
  const { library } = needs
  return {
    'scan:pages': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const counted = await countPages(needs, letter.scanId)
      return counted.ok ? ok(describePages(library, letter.scanId)) : counted
    },
    'scan:arrange': async ({ id, layoutOverride }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const counted = await countPages(needs, letter.scanId)
      if (!counted.ok) return counted
      if (layoutOverride && !isWhole(layoutOverride, counted.value)) return err({ code: 'scan.not-whole' })
      return overridePageLayout(needs, letter, layoutOverride)
    },
    'scan:merge': async ({ ids }) => {
      const scanIds = [...new Set(ids.flatMap((id) => library.letters.find(id)?.scanId ?? []))]
      const [scanId] = scanIds
      if (scanId === undefined || ids.some((id) => !library.letters.find(id)))
        return err({ code: 'letter.not-found' })
      for (const each of scanIds) {
        const counted = await countPages(needs, each)
        if (!counted.ok) return counted
      }
      const merged = changeScans(needs, scanIds, () => mergeLetters(library, ids))
      return merged.ok ? ok({ id: mergedLetter(library, scanId, ids) }) : merged
    },
    'scan:split': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const counted = await countPages(needs, letter.scanId)
      if (!counted.ok) return counted
      return changeScans(needs, [letter.scanId], () => splitScan(library, letter.scanId))
    },
    'scans:read-again': async () => readAllAgain(needs),
    'scan:unlock': async ({ id, password }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const opened = await filesOpenedBy(needs, letter.scanId, password)
      if (!opened.ok) return opened
      return changeScans(needs, [letter.scanId], () => {
        for (const file of opened.value) library.files.setPassword(file.id, password)
        library.scans.setWaiting(letter.scanId)
      })
    },
    'page:image': async ({ id, page, width }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const rotation = rotationsOf(library, letter.scanId)(page)
      return pictureOfPage(needs, letter.scanId, page, width, rotation)
    },
  }
}

/** The merged letter: the visible one that was among those merged, or else the first letter of its scan. */
function mergedLetter(library: Pick<Library, 'letters'>, scanId: string, ids: readonly LetterId[]): LetterId {
  const shown = library.letters.listOfScan(scanId)
  const found = shown.find((row) => ids.includes(row.id)) ?? shown[0]
  if (!found) throw new Error('library: a scan without a letter')
  return found.id
}

/** What an earlier reading found stays until the new one is done. */
function readAllAgain({ library, queue, changes }: Needs) {
  const scanIds = library.scans.list().map(({ id }) => id)
  const ids = scanIds.flatMap((scanId) => library.letters.listOfScan(scanId).map(({ id }) => id))
  const written = library.write(() => {
    for (const scanId of scanIds) {
      library.pageTexts.outdate(scanId)
      library.scans.setWaiting(scanId)
    }
  })
  if (!written.ok) return written
  queue.restart(scanIds)
  changes.changed(ids)
  return ok({ letters: ids.length })
}
