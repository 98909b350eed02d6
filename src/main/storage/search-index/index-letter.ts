import type { LetterId } from '../../../shared/model/letter.ts'
import type { Library } from '../open-library.ts'
import { letterLines } from './letter-lines.ts'

/** Lines of one letter to search in; none when the library shows no such letter. */
export function linesOfLetter(library: Library, id: LetterId): string[] {
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

/** Brings the search index up to date with a letter; part of the transaction that changed it. */
export const indexLetter = (library: Library, id: LetterId): void =>
  library.letterTexts.keep(id, linesOfLetter(library, id))

/** The same for all letters of a scan, also those that were superseded. */
export function indexScan(library: Library, scanId: string): void {
  for (const { id } of library.letters.listOfScanWithSuperseded(scanId)) indexLetter(library, id)
}
