import { randomBytes } from 'node:crypto'
import type { LibrarySecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { openPrepared } from '../../src/main/storage/open-library.ts'
import { openWith } from '../../src/main/storage/protection/unlock-library.ts'
import { rewriteLibrary } from '../../src/main/storage/rewrite.ts'
import { LetterId } from '../../src/shared/model/letter.ts'

const keptAt = '2026-11-22T12:00:00.000Z'
const megabyte = 1024 * 1024

/** A library with as many letters of so many megabytes; answers with their ids. */
export function fillLibrary(
  file: string,
  secret: LibrarySecret | null,
  letters: number,
  megabytes: number,
): LetterId[] {
  const opened = openWith(file, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  const { library } = opened.value
  const ids: LetterId[] = []
  for (let at = 0; at < letters; at += 1) {
    const bytes = new Uint8Array(randomBytes(megabytes * megabyte))
    const kept = storeScan(library, { fileName: `${at}.pdf`, bytes, keptAt })
    if (!kept.ok) throw new Error(kept.error.code)
    ids.push(...kept.value.ids)
  }
  library.write(() => {
    for (const id of ids) library.letters.setRemoved(id, keptAt)
  })
  library.close()
  return ids
}

/** What such a version left in the file of something that was replaced. */
export const formerWords = 'words of an earlier state'

/** As a version before this one left it: no room is given back in steps, and what was replaced was not zeroed. */
export function makeOlderKind(file: string, secret: LibrarySecret | null): void {
  const database = openDatabase(file, secret)
  database.pragma('journal_mode = DELETE')
  database.pragma('auto_vacuum = NONE')
  database.exec('VACUUM')
  const text = JSON.stringify(formerWords.repeat(100))
  database.prepare(`INSERT INTO setting (name, value) VALUES ('former', ?)`).run(text)
  database.exec(`DELETE FROM setting WHERE name = 'former'`)
  database.close()
  const opened = openPrepared(file, secret)
  if (opened.ok) opened.value.close()
}

/** Deletes one letter for good with all that belongs to it, as the app does it; the whole file anew if it must. */
export function deleteForGood(file: string, secret: LibrarySecret | null, id: string): void {
  const opened = openWith(file, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  const { library } = opened.value
  const deleted = library.write(() => {
    library.wiping.note()
    return library.deletion.deleteLetters([LetterId.parse(id)])
  })
  if (!deleted.ok) throw new Error(deleted.error.code)
  wipe(file, secret, library)
}

/** What is left to do after a deletion; closes the library. */
export function wipe(file: string, secret: LibrarySecret | null, library: Opened['library']): void {
  for (const _ of library.wiping.steps());
  const isOlder = library.wiping.isDue() && library.wiping.isOfOlderKind()
  library.close()
  if (isOlder) rewriteLibrary({ file, secret })
}
type Opened = Extract<ReturnType<typeof openWith>, { ok: true }>['value']
