import type { PDFPage } from '@cantoo/pdf-lib'
import type { NamedExhibit } from '../appeals/exhibit-names.ts'
import { formatForm, formatPeriods, maskedTin } from '../appeals/format-facts.ts'
import type { AppealAnswers, Draft } from '../model/appeal.ts'
import type { Mailing } from '../model/exhibit.ts'
import type { LetterFacts } from '../model/letter.ts'
import { goTo, newPage, type Paper } from './paper.ts'
import { type Cell, drawHeading, drawRow } from './row.ts'
import { type Item, write } from './write.ts'

export type CoverKind = 'letter' | 'fax'

export type MailCover = {
  kind: CoverKind
  draft: Draft
  facts: LetterFacts
  /** With the parts that the letter says. */
  answers: AppealAnswers
  letterName: string
  exhibits: NamedExhibit[]
  /** Pages that are mailed, this one included. */
  pages: number
}

/** The first mailed page, on a `page` made before, since it counts all that follow: who writes to whom about what, what is enclosed, and how many pages there are. */
export function drawMailCover(paper: Paper, page: PDFPage, cover: MailCover): void {
  const { kind, draft, facts, answers, letterName, pages } = cover
  goTo(paper, page)
  const title = kind === 'fax' ? 'Fax' : `Form ${draft.form}: ${draft.title}`
  write(paper, [{ text: title, size: kind === 'fax' ? 26 : 15, weight: 'bold', after: 12 }], 'cover')
  const address = [answers.street, [answers.city, answers.state, answers.zip].filter(Boolean).join(' ')]
  const from = [answers.name, ...address].filter((line) => line.trim()).join('\n')
  const phone = answers.homePhone.trim() || answers.businessPhone.trim()
  rowOf(paper, 'From', [from || line, phone ? `Telephone ${phone}` : ''].filter(Boolean).join('\n'))
  const office = [facts.employeeName, facts.returnAddress].filter(Boolean).join('\n')
  rowOf(paper, 'To', office || `The office that sent the letter: ${line}`)
  rowOf(
    paper,
    kind === 'fax' ? 'Fax number' : 'Sent by',
    kind === 'fax' ? line : `certified mail, number ${line}`,
  )
  rowOf(paper, 'Date', line)
  rowOf(paper, 'About', [letterName, debtOf(facts)].filter(Boolean).join('\n'))
  rowOf(paper, 'Pages', `${pages}, this one included`)
  paper.y -= 10
  write(paper, [{ text: requestOf(cover), size: 11, after: 8 }], 'cover')
  write(paper, [{ text: 'Enclosed', size: 11, weight: 'bold', after: 3 }, ...enclosed(cover)], 'cover')
  if (kind === 'fax') write(paper, [{ text: confidential, size: 8.5, weight: 'italic' }], 'cover')
}

const line = '____________________________'
const confidential =
  'Contains tax information of the sender for the office above alone. If it reached you by mistake, please destroy it and tell the sender.'

const rowOf = (paper: Paper, head: string, text: string): void =>
  drawRow(paper, [
    { width: 0.2, items: [{ text: head, size: 10.5, weight: 'bold' }], block: 'cover', shaded: true },
    { width: 0.8, items: [{ text, size: 10.5 }], block: 'cover' },
  ])

const debtOf = (facts: LetterFacts): string =>
  [
    facts.form && formatForm(facts.form),
    formatPeriods(facts.taxPeriods),
    maskedTin(facts) && `taxpayer number ${maskedTin(facts)}`,
  ]
    .filter(Boolean)
    .join(', ')

const requestOf = ({ draft }: MailCover): string =>
  draft.form === '12153'
    ? 'I request a Collection Due Process hearing, or an equivalent hearing if this request is not timely, about the notice named above. Please confirm receipt.'
    : 'I appeal the collection action named on the form under the Collection Appeals Program. Please pass this request on to Appeals, and confirm receipt.'

function enclosed({ draft, exhibits }: MailCover): Item[] {
  const list = [
    `Form ${draft.form}, ${draft.title}`,
    ...(draft.continuation === null ? [] : ['Continuation of the statement']),
    exhibits.length > 1
      ? `Exhibits A to ${exhibits.at(-1)?.name.replace('Exhibit ', '')}, listed in the index of exhibits`
      : 'Exhibit A: copy of the letter',
  ]
  return list.map((text): Item => ({ text, mark: 'bullet', after: 1 }))
}

/** The list that stands before the exhibits. `pages`: how many each has; null: paper that the person adds. */
export function drawExhibitIndex(paper: Paper, exhibits: (NamedExhibit & { pages: number | null })[]): void {
  newPage(paper)
  drawHeading(paper, 'Index of exhibits')
  const cells = (texts: string[], head = false): Cell[] =>
    [0.17, 0.63, 0.2].map((width, index) => ({
      width,
      block: 'exhibits',
      shaded: head,
      items: [{ text: texts[index] ?? '', size: 10, weight: head || index === 0 ? 'bold' : 'regular' }],
    }))
  drawRow(paper, cells(['Exhibit', 'What it is', 'Pages'], true))
  for (const { name, title, pages } of exhibits)
    drawRow(paper, cells([name, sentence(title), pages === null ? 'added on paper' : `${pages}`]))
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What was sent, and empty lines for what will be: number, day, receipt. Kept, not mailed. */
export function drawMailingLog(paper: Paper, mailings: Mailing[]): void {
  drawHeading(paper, 'Mailing record')
  const widths = [0.2, 0.16, 0.34, 0.3]
  const row = (texts: string[], weight: 'bold' | 'regular' = 'regular') =>
    drawRow(
      paper,
      widths.map((width, index) => ({
        width,
        block: 'mailings',
        shaded: weight === 'bold',
        items: [{ text: texts[index] ?? '', size: 9, weight }],
      })),
      weight === 'bold' ? 0 : 24,
    )
  row(['Day', 'How', 'Certified or fax number', 'Sent to'], 'bold')
  for (const { day, how, number, to } of mailings) row([day, how, number, to])
  row(['', 'certified mail', '', ''])
  row(['', 'fax', '', ''])
  write(
    paper,
    [{ text: 'Keep the stamped receipt, the fax page and the green card with this sheet.', size: 9 }],
    'mailings',
  )
}
