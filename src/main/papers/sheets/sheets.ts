import { answersFromFacts, signersOf } from '../../../shared/appeals/answers-from-facts.ts'
import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { english, type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import {
  formatForm,
  formatMoney,
  formatPeriods,
  longDay,
  whoLine,
} from '../../../shared/i18n/format-facts.ts'
import type { Law } from '../../../shared/law/law.ts'
import type { Clinic } from '../../../shared/model/clinic.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import type { ToldCase } from '../../../shared/telling/tell-all.ts'
import { letterName } from '../letter-name.ts'
import { drawClockDoubt } from '../pdf/clock-doubt.ts'
import { newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawHeading, drawPair, drawTable } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'
import { clinicLines } from './clinic-lines.ts'

export type SheetInput = ToldCase & {
  papers: AppealPapers
  /** Names of events in the person's words, by kind. */
  eventWords: Record<string, string>
  /** The clinics of the person's state, where the list was added. */
  clinics: readonly Clinic[]
}

/** The case on one page, for someone who helps. */
export function drawCaseSummary(
  paper: PdfCursor,
  { law, letter, telling, papers: made, today, eventWords, clinics }: SheetInput,
): void {
  const papers = inEnglish(made)
  newPage(paper)
  write(
    paper,
    [
      { text: 'Case summary', size: 19, weight: 'bold', after: 2, tag: 'H1' },
      {
        text: `As of ${longDay(today)}. Made by the taxpayer with Waymark; not legal advice.`,
        size: 9,
        after: 6,
      },
    ],
    'Case summary',
  )
  drawClockDoubt(paper, made.clockDoubt)
  const about = aboutTheCase(law, letter, papers)
  drawTable(paper, () => {
    for (const [head, text] of about) drawPair(paper, head, text || 'not known', { share: 0.22, size: 9.5 })
  })
  const { when, left, nextStep } = telling
  list(
    paper,
    'Days',
    [...(when ? [when] : []), ...left, nextStep].map(({ text }) => english(text)),
  )
  list(
    paper,
    'What happened',
    [...letter.events]
      .sort((a, b) => a.day.localeCompare(b.day))
      .map(({ kind, day, note }) => `${longDay(day)}: ${eventWords[kind] ?? kind}.${note ? ` ${note}` : ''}`),
  )
  list(
    paper,
    'Sent',
    letter.mailings.map(
      ({ day, what, how, number, to }) =>
        `${longDay(day)}: ${[what, how, number, to].filter(Boolean).join(', ')}.`,
    ),
  )
  list(
    paper,
    'In the taxpayer’s words',
    papers.draft.statement.flatMap((part) => ('text' in part ? [`${part.heading}: ${part.text}`] : [])),
  )
  list(
    paper,
    'Still missing',
    papers.draft.missingFields.filter(({ stops }) => stops).map(({ name, what }) => `${name}: ${what}`),
  )
  list(paper, 'Free or low-cost help in your state', clinicLines(clinics))
}

/** What the letter is about, row by row; empty text: not known. */
function aboutTheCase(law: Law, letter: Letter, papers: InEnglish<AppealPapers>): [string, string][] {
  const facts = factsOf(letter)
  const answers = answersFromFacts(letter.answers, facts)
  return [
    ['Who', whoLine(signersOf(answers), facts)],
    ['Letter', letterName(law, letter)],
    [
      'Tax',
      [facts.form && formatForm(facts.form), formatPeriods(facts.taxPeriods)].filter(Boolean).join(', '),
    ],
    ['Amount on the letter', facts.amountDue ? formatMoney(facts.amountDue) : ''],
    [
      'IRS office',
      [facts.employeeName, facts.returnAddress?.split('\n').join(', '), facts.contactPhone]
        .filter(Boolean)
        .join(', '),
    ],
    [
      'Facts',
      letter.confirmed ? 'Compared with the letter by the taxpayer.' : 'Read by a computer; NOT confirmed.',
    ],
    [
      'Appeal',
      papers.choice.form ? `${papers.choice.route}, Form ${papers.choice.form}` : papers.choice.route,
    ],
  ]
}

function list(paper: PdfCursor, heading: string, texts: string[]): void {
  if (texts.length === 0) return
  drawHeading(paper, heading)
  write(
    paper,
    texts.map((text): Item => ({ text, size: 9.5, mark: 'bullet', after: 1 })),
    heading,
  )
}
