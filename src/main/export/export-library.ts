import { z } from 'zod'
import { deadlinesOf } from '../../shared/deadlines/deadlines-of.ts'
import { noAnswers } from '../../shared/model/appeal.ts'
import { factsOf, type LetterId } from '../../shared/model/letter.ts'
import { tellAll, tellOne } from '../../shared/telling/tell-all.ts'
import { type PacketNeeds, packetOf } from '../appeals/packets.usecases.ts'
import { findScan, type LetterSources } from '../letters/list-letters.ts'
import { specialFor } from '../letters/special-answers.ts'
import { type Content, contentOf } from '../storage/contents.ts'
import {
  ExportedLetter,
  type ExportedScan,
  type ExportIndex,
  exportFormat,
  indexPath,
} from '../storage/export-format.ts'
import type { Library } from '../storage/open-library.ts'
import { storedSchema, toStored } from '../storage/stored-names.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { type ExportFile, sha256Of } from './export-file.ts'
import { safeName } from './safe-name.ts'
import { csvFrom, timelineRows } from './timeline.ts'

/** `version`: the version of the app that writes the export. */
export type ExportNeeds = PacketNeeds & {
  library: Pick<Library, 'archive' | 'history' | 'pageTexts'>
  version: string
}

/**
 * The whole library as plain files: people/year/letter with the originals, everything known about each
 * letter, its packet if someone worked on one, and a timeline. Importing it gives an equal library. One file
 * at a time, so that a large library fits into any memory.
 */
export async function* exportLibrary(needs: ExportNeeds): AsyncGenerator<ExportFile> {
  const { library, version } = needs
  const folders = foldersOf(library.letters.list())
  const scans: string[] = []
  for (const { id } of library.scans.list()) {
    const letters = library.letters.listOfScanWithSuperseded(id)
    const home = letters.map((letter) => folders.get(letter.id)).find(Boolean) ?? `people/unknown/${id}`
    const path = `${home}/scan.json`
    scans.push(path)
    yield* exportScan(needs, id, { home, path, letters, folders })
  }
  yield* exportTemplates(library, (templates) =>
    jsonFile(indexPath, { format: exportFormat, app: version, scans, blanks: templates }),
  )
  yield jsonFile(
    'letter.schema.json',
    storedSchema(z.toJSONSchema(ExportedLetter, { io: 'input', unrepresentable: 'any' })),
  )
  yield { path: 'timeline.csv', content: textOf(timeline(needs, folders)) }
}

type Place = { home: string; path: string; letters: LetterRow[]; folders: Map<LetterId, string> }

async function* exportScan(needs: ExportNeeds, id: string, place: Place): AsyncGenerator<ExportFile> {
  const { library } = needs
  const { home, path, letters, folders } = place
  const files: ExportedScan['files'] = []
  for (const { scanId: _, ...file } of library.files.listOfScan(id)) {
    const filePath = `${home}/originals/${files.length + 1} ${safeName(file.fileName, 'letter')}`
    files.push({ ...file, path: filePath })
    yield { path: filePath, content: library.files.getContent(file.id) }
  }
  const absorbed: ExportedLetter[] = []
  const taken = new Set<string>()
  const paths: string[] = []
  for (const letter of letters) {
    const folder = folders.get(letter.id)
    const exhibits: ExportedLetter['exhibits'] = []
    for (const exhibit of library.archive.listExhibits(letter.id)) {
      const content = library.exhibits.getContent(exhibit.id)
      const name = safeName(exhibit.fileName, 'file')
      const pathFor = (id: string | null) =>
        `${folder ?? home}/exhibits/${id ?? exhibit.id.slice(0, 8)} ${name}`
      const exhibitPath = apart(taken, exhibit.id, pathFor)
      exhibits.push({ ...exhibit, id: exhibit.id as never, path: exhibitPath, sha256: sha256Of(content) })
      yield { path: exhibitPath, content }
    }
    const exported = exportedLetter(library, letter, path, exhibits)
    if (folder === undefined) absorbed.push(exported)
    else {
      paths.push(`${folder}/letter.json`)
      yield jsonFile(`${folder}/letter.json`, exported)
      yield* exportPacket(needs, letter, folder)
    }
  }
  const pages = library.archive.pagesWithText(id).flatMap((page) => library.pageTexts.find(id, page) ?? [])
  const scan = library.scans.get(id)
  yield jsonFile(path, { format: exportFormat, ...scan, files, pages, letters: paths, absorbed })
}

function exportedLetter(
  library: Pick<Library, 'events' | 'mailings' | 'history'>,
  letter: LetterRow,
  scan: string,
  exhibits: ExportedLetter['exhibits'],
): ExportedLetter {
  const { id, pages, reading, confirmed, answers, removedAt } = letter
  const events = library.events.listOfLetter(id)
  const mailings = library.mailings.listOfLetter(id)
  const history = library.history.listOfLetter(id)
  const said = { reading, confirmed, answers, removedAt, events, mailings, exhibits, history }
  return { format: exportFormat, id, scan, pages, ...said }
}

/**
 * The packet of a letter whose appeal someone worked on; if none can be made, the letter is exported without
 * one.
 */
async function* exportPacket(
  needs: PacketNeeds,
  letter: LetterRow,
  folder: string,
): AsyncGenerator<ExportFile> {
  if (!letter.confirmed || JSON.stringify(letter.answers) === JSON.stringify(noAnswers)) return
  const layout = { cover: 'letter', duplex: false, straighten: true } as const
  const packet = await packetOf(needs, letter.id, layout)
  if (packet.ok) yield { path: `${folder}/packet.pdf`, content: contentOf(packet.value.bytes) }
}

async function* exportTemplates(
  library: Pick<Library, 'formTemplates'>,
  indexFile: (templates: ExportIndex['blanks']) => ExportFile,
): AsyncGenerator<ExportFile> {
  const templates: ExportIndex['blanks'] = []
  for (const { fieldMapping, ...template } of library.formTemplates.list()) {
    const content = library.formTemplates.getContent(template.id)
    const path = `blanks/${templates.length + 1} ${safeName(template.fileName, 'form.pdf')}`
    // The export keeps the names that older versions know.
    templates.push({ ...template, manifest: fieldMapping, path, sha256: sha256Of(content) })
    yield { path, content }
  }
  yield indexFile(templates)
}

/** The folder of each letter. */
function foldersOf(letters: readonly LetterRow[]): Map<LetterId, string> {
  const taken = new Set<string>()
  return new Map(letters.map((letter) => [letter.id, folderOf(letter, taken)]))
}

/** `people/ROSA MUÑOZ/2022/2026-01-30 CP504 1a2b3c4d`; with the whole id where another letter has that folder. */
function folderOf(letter: LetterRow, taken: Set<string>): string {
  const { taxpayerName, taxPeriods, noticeDate, noticeCode } = factsOf(letter)
  const person = safeName(taxpayerName ?? '', 'no name', 40)
  const year = taxPeriods[0]?.slice(0, 4) ?? 'no year'
  const name = [noticeDate, noticeCode, letter.id.slice(0, 8)].filter(Boolean).join(' ')
  return apart(taken, letter.id, (id) => `people/${person}/${year}/${safeName(id ?? name, letter.id)}`)
}

/** A path that no other file or folder of the export has; on some systems large and small letters are the same. */
function apart(taken: Set<string>, id: string, pathFor: (wholeId: string | null) => string): string {
  const path = taken.has(pathFor(null).toLowerCase()) ? pathFor(id) : pathFor(null)
  taken.add(path.toLowerCase())
  return path
}

function timeline(
  needs: LetterSources & Pick<ExportNeeds, 'law' | 'clock' | 'clockDoubt'>,
  folders: Map<LetterId, string>,
): string {
  const { law, clock, clockDoubt } = needs
  const today = clock.today()
  // Once for all: it looks through the whole library.
  const special = specialFor(needs.library)
  const found = [...folders].flatMap(([id, folder]) => {
    const letter = findScan(needs, id, special)?.letter
    return letter ? [{ letter, folder }] : []
  })
  const tellings = tellAll(
    law,
    found.map(({ letter }) => letter),
    today,
  )
  const told = found.map(({ letter, folder }) => ({
    ...{ letter, folder, deadlines: deadlinesOf(law, letter, today) },
    telling: tellings.get(letter.id) ?? tellOne(law, letter, today, false),
  }))
  return csvFrom(timelineRows(told, clockDoubt()))
}

const textOf = (text: string): Content => contentOf(new TextEncoder().encode(text))
const jsonFile = (path: string, value: unknown): ExportFile => ({
  path,
  content: textOf(`${toStored(value, 1)}\n`),
})
