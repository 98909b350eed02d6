import type { StatementPart } from '../../../shared/appeals/draft.ts'
import { english, inEnglish } from '../../../shared/i18n/english.ts'
import { getRule, type Law } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { letterName } from '../letter-name.ts'
import { drawClockDoubt } from '../pdf/clock-doubt.ts'
import { newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { type Cell, drawHeading, drawRow } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'
import type { SheetInput } from './sheets.ts'

/** For the phone: whom to call, what to say word for word, and lines for the answers. */
export function drawCallSheet(paper: PdfCursor, { law, letter, papers }: SheetInput): void {
  newPage(paper)
  drawWhom(paper, law, letter)
  drawClockDoubt(paper, papers.clockDoubt)
  // An issue heard under CAP can't be raised at a hearing that may still be possible.
  if (papers.choice.form === '12153') {
    const lead = 'Before you call: a hearing by Form 12153 is still open.'
    drawRow(paper, [
      {
        width: 1,
        items: [{ lead, text: english(getRule(law, 'CAP-A7').statement) }],
        block: 'Call sheet',
        shaded: true,
      },
    ])
  }
  drawHeading(paper, 'What to say')
  const says = [
    `I am calling about ${letterName(law, letter)}.`,
    ...statementSays(papers.draft.statement),
    'I do not agree, and I want to appeal under the Collection Appeals Program.',
    'Please pass me on to the Collection manager, or tell me when the manager will call back.',
    'Please give me your name, your ID number and a fax number, and note this call on the account.',
  ]
  write(
    paper,
    says.map((text): Item => ({ text, size: 10.5, mark: 'box', after: 2 })),
    'What to say',
  )
  drawHeading(paper, 'Your rights on the phone')
  const rules = ['CAP-P1', 'CAP-P2', 'CAP-P3', 'CAP-P4'].map((id) => inEnglish(getRule(law, id)))
  write(
    paper,
    rules.map(
      ({ statement, citation }): Item => ({ text: `${statement} (${citation})`, size: 8.5, mark: 'bullet' }),
    ),
    'Call sheet',
  )
  drawAnswers(paper)
}

/** Whom to call, and what about. */
function drawWhom(paper: PdfCursor, law: Law, letter: Letter): void {
  const facts = factsOf(letter)
  write(
    paper,
    [
      { text: 'Call sheet', size: 19, weight: 'bold', after: 3, tag: 'H1' },
      { lead: 'Call:', text: facts.contactPhone ?? 'the number on the letter', size: 12 },
      ...(facts.callerId ? [{ lead: 'Your caller ID:', text: facts.callerId, size: 12 }] : []),
      { lead: 'About:', text: letterName(law, letter), size: 10 },
      { lead: 'Have at hand:', text: 'the letter, your taxpayer number, this sheet, a pen.', size: 10 },
    ],
    'Call sheet',
  )
}

/** Lines for the answers. */
function drawAnswers(paper: PdfCursor): void {
  drawHeading(paper, 'What they said')
  for (const heads of [
    ['Day and time', 'Name', 'ID number'],
    ['Manager: name and ID', 'Manager calls back when', 'Fax number'],
  ])
    fillIn(paper, heads, 44)
  fillIn(paper, ['What was promised, and by when'], 96)
  write(
    paper,
    [{ text: 'Afterwards write the call into Waymark under “What happened”.', size: 9 }],
    'Call sheet',
  )
}

/** What was recorded about the action and the offer, for the phone call. */
const statementSays = (parts: StatementPart[]): string[] =>
  parts.flatMap((part) =>
    'text' in part &&
    part.heading.key !== 'draft.heading.attached' &&
    part.heading.key !== 'draft.heading.conference'
      ? [`${english(part.heading)}: ${part.text}`]
      : [],
  )

const fillIn = (paper: PdfCursor, heads: string[], height: number): void =>
  drawRow(
    paper,
    heads.map(
      (text): Cell => ({ width: 1 / heads.length, items: [{ text, size: 8.5 }], block: 'Call sheet' }),
    ),
    height,
  )
