import type { StatementPart } from '../../../shared/appeals/draft.ts'
import { english, inEnglish } from '../../../shared/i18n/english.ts'
import { getRule, type Law } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import type { Road, Telling } from '../../../shared/telling/telling.ts'
import { letterName } from '../letter-name.ts'
import { drawClockDoubt } from '../pdf/clock-doubt.ts'
import { newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { type Cell, drawHeading, drawRow } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'
import { callRules, callScript } from './call-script.ts'
import type { SheetInput } from './sheets.ts'

/** For the phone: whom to call, by when, what to say word for word, and lines for the answers. */
export function drawCallSheet(paper: PdfCursor, { law, letter, telling, papers }: SheetInput): void {
  const { road } = telling
  newPage(paper)
  drawWhom(paper, law, letter)
  drawClockDoubt(paper, papers.clockDoubt)
  drawFirst(paper, law, telling, road)
  drawHeading(paper, 'What to say')
  const says = [
    `I am calling about ${letterName(law, letter)}.`,
    ...statementSays(papers.draft.statement),
    ...callScript[road],
    'Please give me your name, your ID number and a fax number, and note this call on the account.',
  ]
  write(
    paper,
    says.map((text): Item => ({ text, size: 10.5, mark: 'box', after: 2 })),
    'What to say',
  )
  drawRules(paper, law, callRules[road])
  drawAnswers(paper)
}

/** Before the call: the next step with its day, and why no collection appeal while a hearing is open. */
function drawFirst(paper: PdfCursor, law: Law, telling: Telling, road: Road): void {
  const hearings = telling.left.filter(({ program }) => program === 'CDP' || program === 'EH')
  const items: Item[] = [
    { lead: 'Your next step:', text: english(telling.nextStep.text) },
    ...hearings.map(({ text }): Item => ({ text: english(text), mark: 'bullet' })),
  ]
  // An issue heard under CAP can't be raised at a hearing that may still be possible.
  if (road === 'hearing' || road === 'equivalentHearing')
    items.push({
      lead: 'Do not appeal under CAP on this call.',
      text: english(getRule(law, 'CAP-A7').statement),
    })
  drawRow(paper, [{ width: 1, items, block: 'Call sheet', shaded: true }])
}

function drawRules(paper: PdfCursor, law: Law, ids: readonly string[]): void {
  if (ids.length === 0) return
  drawHeading(paper, 'Your rights on the phone')
  write(
    paper,
    ids
      .map((id) => inEnglish(getRule(law, id)))
      .map(
        ({ statement, citation }): Item => ({
          text: `${statement} (${citation})`,
          size: 8.5,
          mark: 'bullet',
        }),
      ),
    'Call sheet',
  )
}

/** Whom to call, and what about. */
function drawWhom(paper: PdfCursor, law: Law, letter: Letter): void {
  const facts = factsOf(letter)
  write(
    paper,
    [
      { text: 'Call sheet', size: 19, weight: 'bold', after: 3, tag: 'H1' },
      { lead: 'Call:', text: facts.contactPhone ?? 'the phone number on the letter', size: 12 },
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
