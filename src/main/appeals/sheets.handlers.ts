import words from '../../../resources/words/en.json' with { type: 'json' }
import { appealPapers } from '../../shared/appeals/appeal-papers.ts'
import { datesAhead } from '../../shared/appeals/next-dates.ts'
import type { Api, Input } from '../../shared/contract/contract.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { calendarText } from '../integrations/calendar.ts'
import { findScan, listLetters } from '../letters/listed-letters.ts'
import { loadFonts } from './pdf/fonts.ts'
import { finishPdf, openPdf, type PdfCursor } from './pdf/pdf-cursor.ts'
import { drawCallSheet } from './sheets/call-sheet.ts'
import { drawCaseSummary, drawFridgeSheet } from './sheets/sheets.ts'

/** Sheets for the person, and the calendar of all letters. */
export function createSheetsHandlers(parts: SessionContext): Pick<Api, 'sheet:pdf' | 'calendar:ics'> {
  const { law, forms, clock, resources } = parts
  const dates = () => datesAhead(law, listLetters(parts), clock.today())
  return {
    'sheet:pdf': async ({ id, kind }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      if (kind === 'fridge' && dates().length === 0) return err({ code: 'sheet.no-dates' })
      const paper = await openPdf(await loadFonts(resources), titles[kind])
      await draw(paper, kind, found.letter)
      const bytes = await finishPdf(paper)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'calendar:ics': async () => ({ text: calendarText(dates(), clock.now()) }),
  }

  async function draw(paper: PdfCursor, kind: Input<'sheet:pdf'>['kind'], letter: Letter): Promise<void> {
    const today = clock.today()
    if (kind === 'fridge') return drawFridgeSheet(paper, dates(), today)
    const papers = appealPapers(forms, law, letter, today)
    const input = { law, letter, papers, today, eventWords: words.events.kinds }
    if (kind === 'call') drawCallSheet(paper, input)
    else drawCaseSummary(paper, input)
  }
}

const titles = { call: 'Call sheet', summary: 'Case summary', fridge: 'My next dates' }
