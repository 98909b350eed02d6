import { isPrinted } from '../../../shared/deadlines/deadline.ts'
import type { InEnglish } from '../../../shared/i18n/english.ts'
import { weekdayDay } from '../../../shared/i18n/format-facts.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { RightLeft, Telling } from '../../../shared/telling/telling.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { type Cell, drawHeading, drawRow, drawTable } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'
import { askFirstWords } from '../sheets/late-words.ts'

type Right = InEnglish<RightLeft>

/** In large print what to do next, and by when: what the screens say of the letter. */
export function drawNextStep(paper: PdfCursor, { nextStep, when, lastDay }: InEnglish<Telling>): void {
  const items: Item[] = [
    { lead: 'Your next step:', text: nextStep.text, size: 11, after: 2 },
    ...(when && lastDay ? [{ lead: 'By when:', text: when.text, size: 13 }] : []),
  ]
  drawRow(paper, [{ width: 1, items, block: 'when' }])
  paper.y -= 8
}

/**
 * Every right with its last day and where that comes from. For a right without a day, the reason, unless the
 * sheet has already `said` it.
 */
export function drawWhen(paper: PdfCursor, left: readonly Right[], said: string[]): void {
  const dated = left
    .filter(({ until, state }) => until && state !== 'done')
    .sort((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
  drawHeading(paper, 'By when')
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
      for (const right of dated) drawRow(paper, cellsOf(whenItems(right)))
    })
  if (dated.length === 0) {
    const text = 'No last day is known for this letter. Act now, and ask the office on the letter.'
    write(paper, [{ text, after: 4 }], 'when')
  } else paper.y -= 4
  const undated = left.filter(
    ({ until, state, deadline }) => !until && state !== 'done' && !said.includes(deadline.note),
  )
  write(paper, undated.map(undatedItem), 'when')
  const isAsked = dated.some(({ deadline }) => deadline.notFinal === 'ask')
  write(paper, [...(isAsked ? [`${askFirstWords}.`] : []), ...leftOut(left)].map(smallItem), 'when')
}

/** What the count of these days leaves out: a holiday of a state. How to be on time is in the checklist of the packet. */
const leftOut = (left: readonly Right[]): string[] => [
  ...new Set(
    left
      .filter(({ until, state }) => until !== null && state !== 'done')
      .flatMap(({ deadline: { notCounted } }) => (notCounted ? [notCounted] : [])),
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

function whenItems(right: Right): Item[][] {
  const { deadline, state } = right
  const size = 9
  const day = (value: Day | null) => (value ? weekdayDay(value) : '')
  const notFinal = deadline.notFinal ? notFinalWords[deadline.notFinal] : ''
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
      ...(deadline.onlyIf && state !== 'later' ? [{ text: `Only if ${deadline.onlyIf}.`, size: 8 }] : []),
    ],
    [{ text: whenText(right), size, weight: 'bold' }],
    [{ text: day(right.until), size }],
    [
      {
        text: [source, differs, moved, estimated, request, unconfirmed, notFinal].filter(Boolean).join(' '),
        size: 8,
      },
    ],
  ]
}

const notFinalWords = {
  ask: 'Not final: see below.',
  notice: 'Not final: a notice of the IRS can give more time.',
  excuse: 'Not final: what you said may excuse being late.',
} as const satisfies Record<NonNullable<Right['deadline']['notFinal']>, string>

const applying = ({ applies }: Right['deadline']): string =>
  applies.map(({ citation }) => citation).join('; ')

/** An equivalent hearing waits while the hearing itself is open, and an appeal after the end of a plan for that end. */
function whenText({ state, send, deadline }: Right): string {
  if (state === 'later' && deadline.program === 'EH') return 'If the date above is missed'
  if (state === 'later') return deadline.start.day ? `From ${weekdayDay(deadline.start.day)} on` : ''
  if (state === 'over') return deadline.ends === 'request' ? 'Send now' : 'Passed'
  return send ?? ''
}

const undatedItem = ({ title, deadline }: Right): Item => ({
  lead: `${title}:`,
  text: deadline.note || (deadline.onlyIf ?? 'No last day is known.'),
  size: 9,
  mark: 'bullet',
  after: 1,
})
