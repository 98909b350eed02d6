import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { type Library, openLibrary } from '../../../src/main/storage/open-library.ts'
import { recordHistory } from '../../../src/main/storage/record-history.ts'
import { indexScan } from '../../../src/main/storage/search-index/index-letter.ts'
import type { FieldMapping } from '../../../src/shared/appeals/official-form.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { ExhibitId } from '../../../src/shared/model/exhibit.ts'
import { type LetterFacts, LetterId, noFacts, type PageText } from '../../../src/shared/model/letter.ts'
import { temporaryFolder } from '../../support.ts'

/** A library with something in every table and column, made without reading a page. */
export type FullLibrary = ReturnType<typeof fullLibrary>

export const keptAt = '2026-11-22T12:00:00.000Z'
export const day = (text: string): Day => Day.parse(text)
export const bytesOf = (text: string) => new TextEncoder().encode(text)
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const letterId = (number: number): LetterId => LetterId.parse(uuid(number))
export const exhibitId = (number: number): ExhibitId => ExhibitId.parse(uuid(number))

export const facts: LetterFacts = {
  ...noFacts,
  noticeCode: 'CP504',
  noticeDate: day('2026-10-05'),
  taxPeriods: ['2023', '2022'],
  amountDue: '9533.53',
  taxpayerName: 'ZOË MUÑOZ',
}
export const mapping: FieldMapping = {
  form: '9423',
  revision: 'Rev. 1-2026',
  title: 'Collection Appeal Request',
  pages: 2,
  mail: [1],
  marks: ['Form 9423'],
  buttons: [],
  fields: [],
}
const textOf = (page: number, text: string): PageText => ({
  page,
  aspect: 0.77,
  source: page === 1 ? 'text-layer' : 'ocr',
  rotation: page === 1 ? 0 : 180,
  lines: [
    { text, box: [0.1, 0.2, 0.3, 0.02], confidence: 0.9 },
    { text: 'of the Treasury', box: [0.1, 0.3, 0.3, 0.02], confidence: 1 },
  ],
  ...(page === 2
    ? {
        deskewed: {
          aspect: 0.8,
          boxes: [
            [0, 0, 0.5, 0.5],
            [0, 0.5, 0.5, 0.5],
          ],
          turned: true,
        },
      }
    : {}),
})

export function opened(file = join(temporaryFolder(), 'library.waymark')): Library {
  const library = openLibrary(file)
  if (!library.ok) throw new Error(library.error.code)
  return library.value
}
function stored(library: Library, fileName: string, text: string) {
  const kept = storeScan(library, { fileName, bytes: bytesOf(text), keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  return kept.value
}

export function fullLibrary(library = opened()) {
  const first = stored(library, 'letters.pdf', 'two letters')
  const [read = letterId(0)] = first.ids
  const { scanId } = first
  const second = letterId(2)
  const lost = letterId(3)
  library.write(() => {
    library.scans.setRead(scanId, true, [0, 180, 90])
    library.scans.setLayoutOverride(scanId, {
      turns: [{ page: 2, rotation: 90 }],
      letters: null,
      excludedPages: [],
    })
    library.files.setPageCount(scanId, 2)
    library.files.insert(
      {
        id: uuid(71),
        scanId,
        sha256: createHash('sha256').update('more').digest('hex'),
        fileName: 'more.pdf',
        keptAt,
      },
      bytesOf('more'),
    )
    library.files.setPageCount(uuid(71), 1)
    library.files.setPassword(uuid(71), 'a word')
    library.pageTexts.store(scanId, [
      textOf(1, 'Department'),
      textOf(2, 'Munoz paid'),
      textOf(3, 'Third page'),
    ])
    const reading = { pages: [1, 2], facts, evidence: {} }
    library.letters.setReading(read, reading)
    library.letters.insert({ id: second, scanId, pages: [3], reading: null, answers: noAnswers }, 1)
    library.letters.insert({ id: lost, scanId, pages: [2], reading, answers: { ...noAnswers, name: 'Z' } }, 2)
    library.letters.setSuperseded(lost, true)
    library.letters.setRemoved(second, '2026-11-23T12:00:00.000Z')
    library.exhibits.insert(read, exhibit(41, 'receipt'), bytesOf('a receipt'))
    library.exhibits.insert(read, exhibit(42, 'enclosure'), bytesOf('an enclosure'))
    library.exhibits.insert(lost, exhibit(43, 'enclosure'), bytesOf('of a superseded letter'))
    library.exhibits.remove(read, exhibitId(42), '2026-11-24T12:00:00.000Z')
    library.mailings.replace(read, [
      {
        day: day('2026-11-20'),
        how: 'certified',
        what: 'Form 9423',
        to: 'IRS\nOgden',
        number: '94',
        receipt: exhibitId(41),
      },
      { day: day('2026-11-21'), how: 'fax', what: 'Form 12153', to: '', number: '', receipt: null },
    ])
    library.mailings.replace(second, [
      { day: day('2026-11-19'), how: 'hand', what: 'a letter', to: 'IRS', number: '7', receipt: null },
    ])
    library.events.replace(second, [{ kind: 'phoneCall', day: day('2026-11-18'), note: 'of the second' }])
  })
  library.write(() =>
    recordHistory(
      library,
      () => [read],
      () => {
        library.letters.setConfirmed(read, { ...facts, amountDue: '9500.00' })
        library.events.replace(read, [
          { kind: 'phoneCall', day: day('2026-11-20'), note: '=spoke with Mr. Quill' },
          { kind: 'conferenceRequested', day: day('2026-11-10'), note: '' },
        ])
      },
    ),
  )
  library.write(() =>
    recordHistory(
      library,
      () => [read],
      () => library.letters.setConfirmed(read, facts),
      { undoes: library.history.lastOfLetter(read)?.id ?? null },
    ),
  )
  library.write(() => indexScan(library, scanId))
  const failed = stored(library, '../CON', 'not a letter')
  const waiting = stored(library, 'waits.pdf', 'a letter that waits')
  library.write(() => {
    library.scans.setFailed(failed.scanId, 'scan.damaged')
    library.formTemplates.insert(
      { ...template(51), fieldMapping: mapping, sha256: hashOf('a form') },
      bytesOf('a form'),
    )
    library.formTemplates.insert(
      { ...template(52), fieldMapping: null, sha256: hashOf('a second form') },
      bytesOf('a second form'),
    )
    library.people.save({
      name: 'ZOË MUÑOZ',
      role: 'client',
      representative: 'Ana',
      form2848: day('2026-01-02'),
      form8821: null,
    })
    library.people.save({
      name: 'ANA',
      role: null,
      representative: '',
      form2848: null,
      form8821: day('2026-03-04'),
    })
  })
  return {
    library,
    scanId,
    read,
    second,
    lost,
    failed: failed.ids[0] ?? letterId(0),
    waiting: waiting.ids[0] ?? letterId(0),
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
export const exhibit = (number: number, role: 'enclosure' | 'receipt') => ({
  id: exhibitId(number),
  title: `Exhibit ${number}`,
  role,
  fileName: `${number}.pdf`,
  keptAt,
})
const template = (number: number) => ({ id: uuid(number), form: '9423', fileName: `f${number}.pdf`, keptAt })
