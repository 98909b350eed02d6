import words from '../../resources/words/en.json' with { type: 'json' }
import { appealPapers } from '../shared/appeals/appeal-papers.ts'
import { datesAhead } from '../shared/appeals/next-dates.ts'
import type { Api, Input } from '../shared/contract.ts'
import type { Letter } from '../shared/model/letter.ts'
import { err, ok } from '../shared/model/result.ts'
import { drawCallSheet } from '../shared/papers/call-sheet.ts'
import { finishPaper, openPaper, type Paper } from '../shared/papers/paper.ts'
import { drawCaseSummary, drawFridgeSheet } from '../shared/papers/sheets.ts'
import { calendarText } from './calendar.ts'
import { findScan, listLetters } from './listed-letters.ts'
import { loadFonts } from './packets/fonts.ts'
import type { Parts } from './parts.ts'

/** Sheets for the person, and the calendar of all letters. */
export function createSheetCalls(parts: Parts): Pick<Api, 'sheet:pdf' | 'calendar:ics'> {
  const { law, forms, clock, resources } = parts
  const dates = () => datesAhead(law, listLetters(parts), clock.today())
  return {
    'sheet:pdf': async ({ id, kind }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      if (kind === 'fridge' && dates().length === 0) return err({ code: 'sheet.no-dates' })
      const paper = await openPaper(await loadFonts(resources), titles[kind])
      await draw(paper, kind, found.letter)
      const bytes = await finishPaper(paper)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'calendar:ics': async () => ({ text: calendarText(dates(), clock.now()) }),
  }

  async function draw(paper: Paper, kind: Input<'sheet:pdf'>['kind'], letter: Letter): Promise<void> {
    const today = clock.today()
    if (kind === 'fridge') return drawFridgeSheet(paper, dates(), today)
    const papers = appealPapers(forms, law, letter, today)
    const input = { law, letter, papers, today, eventWords: words.events.kinds }
    if (kind === 'call') drawCallSheet(paper, input)
    else drawCaseSummary(paper, input)
  }
}

const titles = { call: 'Call sheet', summary: 'Case summary', fridge: 'My next dates' }
