import type { PDFPage } from '@cantoo/pdf-lib'
import { signersOf } from '../../../shared/appeals/answers-from-facts.ts'
import type { Draft } from '../../../shared/appeals/draft.ts'
import { exhibitList, letterCopy, type NamedExhibit } from '../../../shared/appeals/exhibit-names.ts'
import { english, type InEnglish } from '../../../shared/i18n/english.ts'
import { formatForm, formatPeriods, maskedTin } from '../../../shared/i18n/format-facts.ts'
import type { AppealAnswers } from '../../../shared/model/appeal.ts'
import type { LetterFacts } from '../../../shared/model/letter.ts'
import { goTo, newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { stampUpperRight } from '../pdf/stamp.ts'
import { type Cell, drawHeading, drawPair, drawRow, drawTable } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'

export type CoverKind = 'letter' | 'fax'

type MailCover = {
  kind: CoverKind
  draft: InEnglish<Draft>
  facts: LetterFacts
  /** Also lists the enclosures that the letter mentions. */
  answers: AppealAnswers
  letterName: string
  /** `failed`: only a divider sheet of it is in the packet. */
  exhibits: (InEnglish<NamedExhibit> & { failed?: true })[]
  /** What is enclosed before the exhibits: `Form 9423, Collection Appeal Request`. */
  forms: string[]
  /** The number of mailed pages, including this one. */
  pages: number
}

/**
 * The first mailed page: who writes to whom about what, what is enclosed, and how many pages there are. Drawn
 * on a `page` that was made earlier, because it counts all the pages that follow.
 */
export function drawMailCover(paper: PdfCursor, page: PDFPage, cover: MailCover): void {
  const { kind, draft, facts, answers, letterName, pages, exhibits } = cover
  goTo(paper, page)
  const title = kind === 'fax' ? 'Fax' : `Form ${draft.form}: ${draft.title}`
  write(
    paper,
    [{ text: title, size: kind === 'fax' ? 26 : 15, weight: 'bold', after: 12, tag: 'H1' }],
    'the cover',
  )
  const { person, address, fax } = draft.whereToSend
  drawTable(paper, () => {
    rowOf(paper, 'From', senderOf(answers))
    rowOf(paper, 'To', [person, address || line].filter(Boolean).join('\n'))
    if (kind === 'fax') rowOf(paper, 'Fax number', fax || line)
    else rowOf(paper, 'Sent by', `certified mail, number ${line}`)
    rowOf(paper, 'Date', line)
    rowOf(paper, 'About', [letterName, debtOf(facts)].filter(Boolean).join('\n'))
    rowOf(paper, 'Pages', pagesOf(pages, exhibits))
  })
  paper.y -= 10
  write(paper, [{ text: requestOf(cover), size: 11, after: 8 }], 'the cover')
  write(
    paper,
    [{ text: 'Enclosed', size: 11, weight: 'bold', after: 3, tag: 'H2', keep: true }, ...enclosed(cover)],
    'the cover',
  )
  if (kind === 'fax') write(paper, [{ text: confidential, size: 8.5, weight: 'italic' }], 'the cover')
}

const line = '____________________________'
const confidential =
  'Contains tax information of the sender for the office above alone. If it reached you by mistake, please destroy it and tell the sender.'

const rowOf = (paper: PdfCursor, head: string, text: string): void =>
  drawPair(paper, head, text, { share: 0.2, size: 10.5 })

function senderOf(answers: AppealAnswers): string {
  const { street, city, state, zip } = answers
  const cityLine = [city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const phone = answers.homePhone.trim() || answers.businessPhone.trim()
  const from = [signersOf(answers), street, cityLine].filter((each) => each.trim()).join('\n')
  return [from || line, phone ? `Telephone ${phone}` : ''].filter(Boolean).join('\n')
}

/** The office counts the pages it receives; paper that the person adds has no page number from us. */
function pagesOf(pages: number, exhibits: MailCover['exhibits']): string {
  const added = exhibitList(exhibits.filter(({ file, failed }) => file === null || failed))
  return `${pages}, this one included${added ? `; with the added pages of ${added}: ______` : ''}`
}

const debtOf = (facts: LetterFacts): string =>
  [
    facts.form && formatForm(facts.form),
    formatPeriods(facts.taxPeriods),
    maskedTin(facts) && `taxpayer number ${maskedTin(facts)}`,
  ]
    .filter(Boolean)
    .join(', ')

function requestOf({ draft, answers }: MailCover): string {
  const who = answers.joint === 'bothSign' ? 'We' : 'I'
  return draft.form === '12153'
    ? `${who} request a Collection Due Process hearing, or an equivalent hearing if this request is not timely, about the notice named above. Please confirm receipt.`
    : `${who} appeal the collection action named on the form under the Collection Appeals Program. Please pass this request on to Appeals, and confirm receipt.`
}

function enclosed({ forms, exhibits }: MailCover): Item[] {
  const lettered = exhibits.filter(({ file }) => file !== 'letter')
  const list = [
    ...forms,
    ...(lettered.length > 0 ? [`${exhibitList(lettered)}, listed in the index of exhibits`] : []),
    english(letterCopy),
  ]
  return list.map((text): Item => ({ text, mark: 'bullet', after: 1 }))
}

/** The index before the exhibits. `pages`: how many pages each has; null: paper that the person adds. */
export function drawExhibitIndex(
  paper: PdfCursor,
  exhibits: (InEnglish<NamedExhibit> & { pages: number | null })[],
): void {
  newPage(paper)
  drawHeading(paper, 'Index of exhibits', 'H1')
  const cells = (texts: string[], head = false): Cell[] =>
    [0.22, 0.6, 0.18].map((width, index) => ({
      width,
      block: 'Index of exhibits',
      ...(head ? { shaded: true, head: 'Column' as const } : {}),
      items: [{ text: texts[index] ?? '', size: 10, weight: head || index === 0 ? 'bold' : 'regular' }],
    }))
  drawTable(paper, () => {
    drawRow(paper, cells(['Exhibit', 'What it is', 'Pages'], true))
    for (const { name, title, pages } of exhibits)
      drawRow(paper, cells([name, sentence(title), pages === null ? 'added on paper' : `${pages}`]))
  })
}

/** A divider sheet for an exhibit that Waymark does not have; the person puts its pages behind it. */
export function drawExhibitDivider(
  paper: PdfCursor,
  { name, title, failed }: InEnglish<NamedExhibit> & { failed?: true },
): void {
  stampUpperRight(paper, newPage(paper), name)
  paper.y -= 200
  write(
    paper,
    [
      { text: name, size: 28, weight: 'bold', after: 8 },
      { text: sentence(title), size: 16, after: 8 },
      {
        text: `${failed ? `${name} could not be printed with this packet. ` : ''}Its pages follow behind this sheet.`,
        size: 11,
        tone: 'quiet',
      },
    ],
    'Index of exhibits',
  )
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
