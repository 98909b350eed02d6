import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary } from '../../src/main/storage/open-library.ts'
import type { CaseEvent } from '../../src/shared/model/case-event.ts'
import { Day } from '../../src/shared/model/day.ts'
import type { LetterFacts } from '../../src/shared/model/letter.ts'
import { resources } from '../support.ts'
import { keepLetter, letterMaker, type MadeLetter } from './made-library.ts'

const lettersOfOne = 8
const sample = readFileSync(join(resources, 'samples', '1-lt11.pdf'))

/**
 * Fills a library as a clinic's would be on 22 November 2026: clients with some eight letters each of the last year; a third of the
 * letters is still to be checked, of the others some were answered and some are done.
 */
export function fillClinic(file: string, count: number): void {
  const library = openLibrary(file)
  if (!library.ok) throw new Error(library.error.code)
  const make = letterMaker(11, 1)
  library.value.write(() => {
    for (let at = 0; at < count; at += 1) keepLetter(library.value, ofClient(make(at), at, count), at)
    for (const [at, { id, reading }] of library.value.letters.list().entries()) {
      if (!reading || at % 3 === 0) continue
      library.value.letters.setConfirmed(id, reading.facts)
      const events = eventsOf(at, reading.facts)
      if (events.length > 0) library.value.events.replace(id, events)
    }
  })
  library.value.close()
}

function ofClient(made: MadeLetter, at: number, count: number): MadeLetter {
  const client = at % Math.max(2, Math.round(count / lettersOfOne))
  const sent = Date.UTC(2026, 10, 22) - (at % 380) * 24 * 60 * 60 * 1000
  const facts = {
    taxpayerName: `ALMA${client} SAMPLE`,
    tinLast4: String(1000 + client),
    noticeDate: dayOf(sent),
    respondByDate: at % 2 === 0 ? dayOf(sent + 30 * 24 * 60 * 60 * 1000) : null,
  }
  const letters = made.reading.letters.map((letter) => ({ ...letter, facts: { ...letter.facts, ...facts } }))
  // A real scan, so that its pages can be drawn; the number makes it another file.
  return { bytes: Buffer.concat([sample, Buffer.from(`\n%${at}`)]), reading: { ...made.reading, letters } }
}

const dayOf = (ms: number): Day => Day.parse(new Date(ms).toISOString().slice(0, 10))

function eventsOf(at: number, { noticeDate }: LetterFacts): CaseEvent[] {
  if (!noticeDate) return []
  if (at % 7 === 0) return [{ kind: 'answerMailed', day: noticeDate, note: '' }]
  return at % 5 === 0 ? [{ kind: 'letterDone', day: noticeDate, note: '' }] : []
}
