import { type Deadline, isPrinted } from '../../../shared/deadlines/deadline.ts'
import { sendWords } from '../../../shared/deadlines/send-words.ts'
import { english, type InEnglish } from '../../../shared/i18n/english.ts'
import { weekdayDay } from '../../../shared/i18n/format-facts.ts'
import type { DraftForm } from '../../../shared/model/appeal.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { type Cell, drawHeading, drawRow, drawTable } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'
import { askFirstWords } from '../sheets/late-words.ts'

/**
 * The one date that matters for this packet, in large print: the earliest open date by which its form must be
 * sent. Draws nothing if another form is the right one and no date is known, since the packet may be the
 * wrong one.
 */
export function drawSendBy(
  paper: PdfCursor,
  deadlines: InEnglish<Deadline>[],
  draftForm: DraftForm,
  isTheRoad: boolean,
): void {
  const [first] = deadlines
    .filter(
      ({ actor, form, state }) =>
        actor === 'taxpayer' && form === draftForm && (state === 'open' || state === 'lastDay'),
    )
    .filter(({ sendBy, lastDay }) => sendBy && lastDay)
    .sort((a, b) => (a.sendBy ?? '').localeCompare(b.sendBy ?? ''))
  if (!first && !isTheRoad) return
  let text = 'as soon as nothing is missing. No open last day is known for this request; do not wait for one.'
  const send = first && sendWords(first)
  if (first?.lastDay && send) text = `${english(send)} The last day is ${weekdayDay(first.lastDay)}.`
  drawRow(paper, [{ width: 1, items: [{ lead: 'By when:', text, size: first ? 13 : 11 }], block: 'when' }])
  paper.y -= 8
}

/**
 * Every deadline the person has to meet, with its source. For a deadline without a date, the reason, unless
 * the sheet has already `said` it.
 */
export function drawWhen(paper: PdfCursor, deadlines: InEnglish<Deadline>[], said: string[]): void {
  const dated = deadlines
    .filter(
      ({ actor, lastDay, sendBy, state, program }) =>
        actor === 'taxpayer' && lastDay && sendBy && (state !== 'notStarted' || program === 'EH'),
    )
    .sort((a, b) => (a.sendBy ?? '').localeCompare(b.sendBy ?? ''))
  drawHeading(paper, 'By when')
  const undated = deadlines.filter(
    ({ actor, lastDay, note }) => actor === 'taxpayer' && !lastDay && !said.includes(note),
  )
  const head = ['Right', 'When and how', 'Last day', 'Where the day comes from']
  if (dated.length > 0)
    drawTable(paper, () => {
      drawRow(
        paper,
        cellsOf(
          head.map((text) => [{ text, size: 8.5, weight: 'bold' }]),
          true,
        ),
      )
      for (const deadline of dated) drawRow(paper, cellsOf(whenItems(deadline)))
    })
  if (dated.length === 0) {
    write(
      paper,
      [
        {
          text: 'No last day is known for this letter. Act now, and ask the office on the letter.',
          after: 4,
        },
      ],
      'when',
    )
  } else paper.y -= 4
  write(paper, undated.map(undatedItem), 'when')
  write(paper, leftOut(deadlines).map(smallItem), 'when')
}

/** What the count of these days leaves out: a holiday of a state. How to be on time is in the checklist of the packet. */
const leftOut = (deadlines: InEnglish<Deadline>[]): string[] => [
  ...new Set(
    deadlines
      .filter(({ lastDay, state }) => lastDay !== null && state !== 'met')
      .flatMap(({ notCounted }) => (notCounted ? [notCounted] : [])),
  ),
]
const smallItem = (text: string): Item => ({ text, size: 8, mark: 'bullet', after: 1 })

const columns = [0.25, 0.24, 0.24, 0.27]

const cellsOf = (items: Item[][], shaded = false): Cell[] =>
  columns.map((width, index) => ({
    width,
    items: items[index] ?? [],
    block: 'when',
    ...(shaded ? { shaded, head: 'Column' as const } : {}),
  }))

function whenItems(deadline: InEnglish<Deadline>): Item[][] {
  const size = 9
  const day = (value: Deadline['lastDay']) => (value ? weekdayDay(value) : '')
  const late = deadline.state === 'late'
  const notFinal = deadline.askFirst ? `${askFirstWords}.` : ''
  const moved = deadline.movedFrom
    ? `Moved from ${day(deadline.movedFrom)} by your situation: ${applying(deadline)}.`
    : ''
  const counted = deadline.counted ? `Counted: ${deadline.citation.replace(/\.$/, '')}.` : ''
  const source = isPrinted(deadline) ? 'Printed on the letter.' : counted
  const other = isPrinted(deadline)
    ? `Our own count gives ${day(deadline.counted?.lastDay ?? null)}.`
    : `The letter prints ${day(deadline.printed)}, which has passed.`
  const differs = deadline.differs && !deadline.movedFrom ? other : ''
  const unconfirmed = deadline.unconfirmed ? 'Rests on unconfirmed facts.' : ''
  const estimated = deadline.firmness === 'estimated' && !deadline.unconfirmed ? 'Estimated.' : ''
  const request = deadline.ends === 'request' ? 'The letter asks for it; no right ends.' : ''
  return [
    [
      { text: deadline.title, size, weight: 'bold' },
      ...(deadline.onlyIf && !isLater(deadline) ? [{ text: `Only if ${deadline.onlyIf}.`, size: 8 }] : []),
    ],
    [{ text: late ? lateWord(deadline) : whenText(deadline), size, weight: 'bold' }],
    [{ text: day(deadline.lastDay), size }],
    [
      {
        text: [source, differs, moved, estimated, request, unconfirmed, notFinal].filter(Boolean).join(' '),
        size: 8,
      },
    ],
  ]
}

const applying = ({ applies }: InEnglish<Deadline>): string =>
  applies.map(({ citation }) => citation).join('; ')

const isLater = ({ state }: InEnglish<Deadline>): boolean => state === 'notStarted'

/** An equivalent hearing waits while the hearing itself is open, and its last day is named all the same. */
function whenText(deadline: InEnglish<Deadline>): string {
  if (isLater(deadline)) return 'If the date above is missed'
  const send = sendWords(deadline)
  return send ? english(send) : ''
}

const lateWord = ({ ends }: Pick<Deadline, 'ends'>): string => (ends === 'request' ? 'Send now' : 'Passed')

const undatedItem = (deadline: InEnglish<Deadline>): Item => ({
  lead: `${deadline.title}:`,
  text: deadline.note || (deadline.onlyIf ?? 'No last day is known.'),
  size: 9,
  mark: 'bullet',
  after: 1,
})
