import type { LetterId } from '../../../shared/model/letter.ts'
import type { Library } from '../open-library.ts'
import { letterLines } from './letter-lines.ts'

/** What is searched in a letter besides its pages. */
export type SearchedTables = Pick<Library, 'letters' | 'files' | 'events' | 'exhibits' | 'mailings'>
/** The same, and where its lines are kept. */
export type IndexTables = SearchedTables & Pick<Library, 'letterTexts'>

/** The lines of one letter to search in; none if the library does not show that letter. */
export function linesOfLetter(library: SearchedTables, id: LetterId): string[] {
  const letter = library.letters.find(id)
  if (!letter || letter.superseded) return []
  const fileName = library.files
    .listOfScan(letter.scanId)
    .map((file) => file.fileName)
    .join('\n')
  const events = library.events.listOfLetter(id)
  const exhibits = library.exhibits.listOfLetter(id)
  const mailings = library.mailings.listOfLetter(id)
  return letterLines({ ...letter, fileName, events, exhibits, mailings })
}

/** Updates the search index for a letter; part of the transaction that changed it. */
export const indexLetter = (library: IndexTables, id: LetterId): void =>
  library.letterTexts.store(id, linesOfLetter(library, id))

/** The same for all letters of a scan, including superseded ones. */
export function indexScan(library: IndexTables, scanId: string): void {
  for (const { id } of library.letters.listOfScanWithSuperseded(scanId)) indexLetter(library, id)
}
