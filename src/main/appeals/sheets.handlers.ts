import words from '../../../resources/words/en.json' with { type: 'json' }
import { appealPapers, type Forms } from '../../shared/appeals/appeal-papers.ts'
import type { Api, Input } from '../../shared/contract/contract.ts'
import type { Law } from '../../shared/law/law.ts'
import { clinicsOf, stateOfLetter } from '../../shared/model/clinic.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import { daysAhead } from '../../shared/telling/days-ahead.ts'
import { caseOnPaper } from '../../shared/telling/tell-all.ts'
import { calendarText } from '../integrations/calendar.ts'
import type { ClockWatch } from '../letters/clock-watch.ts'
import { findScan, type LetterSources, listLetters } from '../letters/list-letters.ts'
import { loadFonts } from '../papers/pdf/fonts.ts'
import { finishPdf, openPdf, type PdfCursor } from '../papers/pdf/pdf-cursor.ts'
import { drawCallSheet } from '../papers/sheets/call-sheet.ts'
import { drawFridgeSheet } from '../papers/sheets/fridge-sheet.ts'
import { drawCaseSummary } from '../papers/sheets/sheets.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../storage/open-library.ts'

type Needs = LetterSources & {
  library: Pick<Library, 'settings'>
  law: Law
  forms: Forms
  clock: Clock
  clockDoubt: ClockWatch['doubt']
  resources: string
}

/** Sheets for the person, and the calendar of all letters. */
export function createSheetsHandlers(needs: Needs): Pick<Api, 'sheet:pdf' | 'calendar:ics'> {
  const { law, forms, clock, clockDoubt, resources } = needs
  const dates = () => daysAhead(law, listLetters(needs), clock.today())
  return {
    'sheet:pdf': async ({ id, kind }) => {
      const found = findScan(needs, id)
      if (!found) return err({ code: 'letter.not-found' })
      if (kind === 'fridge' && dates().length === 0) return err({ code: 'sheet.no-dates' })
      const paper = await openPdf(await loadFonts(resources), titles[kind])
      await draw(paper, kind, found.letter)
      const bytes = await finishPdf(paper)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'calendar:ics': async () => ({ text: calendarText(dates(), clock.now(), clockDoubt()) }),
  }

  async function draw(paper: PdfCursor, kind: Input<'sheet:pdf'>['kind'], letter: Letter): Promise<void> {
    const today = clock.today()
    if (kind === 'fridge') return drawFridgeSheet(paper, dates(), today, clockDoubt())
    const told = caseOnPaper(law, listLetters(needs), letter, today)
    const papers = appealPapers(forms, told, clockDoubt())
    const clinics = clinicsOf(needs.library.settings.get().clinicList, stateOfLetter(letter))
    const input = { ...told, papers, eventWords: words.events.kinds, clinics }
    if (kind === 'call') drawCallSheet(paper, input)
    else drawCaseSummary(paper, input)
  }
}

const titles = { call: 'Call sheet', summary: 'Case summary', fridge: 'My next dates' }
