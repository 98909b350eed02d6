import { english, type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import { getRule, type Law, type Notice, type Right } from '../../../shared/law/law.ts'
import { windowOf } from '../../../shared/law/rule-words.ts'
import type { Result } from '../../../shared/model/result.ts'
import {
  finishPdf,
  newPage,
  openPdf,
  type PdfCursor,
  type PdfFailure,
  type PdfFonts,
} from '../pdf/pdf-cursor.ts'
import { type Cell, drawRow, drawTable } from '../pdf/table.ts'
import { write } from '../pdf/write.ts'

/**
 * One page with the rights and deadlines of all notices of a family, for a practitioner to check with a pen.
 * Notices that give the same right share a row. The type is as large as one page allows, but at least 5
 * points.
 *
 * @param family an id of `Law.families`
 * @throws for a family that is not in the law data, or one that needs more than a page
 */
export async function familySheet(
  law: Law,
  family: string,
  fonts: PdfFonts,
): Promise<Result<Uint8Array<ArrayBuffer>, PdfFailure>> {
  const found = law.families.find(({ id }) => id === family)
  if (!found) throw new Error(`law: no family ${family}`)
  const title = english(found.title)
  const groups = groupsOf(inEnglish(law.notices.filter((notice) => notice.family === family)))
  for (let size = 8.5; size >= 5; size -= 0.25) {
    const paper = await openPdf(fonts, `Waymark: ${title}`)
    drawSheet(paper, law, title, groups, size)
    if (paper.pdf.getPageCount() === 1) return finishPdf(paper)
  }
  throw new Error(`the sheet of ${family} needs more than one page`)
}

function drawSheet(paper: PdfCursor, law: Law, title: string, groups: Group[], size: number): void {
  newPage(paper)
  write(
    paper,
    [
      { text: title, size: 14, weight: 'bold', after: 2, tag: 'H1' },
      {
        text: `For a practitioner to check: rights and days as Waymark tells them (content ${law.version}, checked ${law.checked}). Tick what is right, correct what is wrong. Not legal advice.`,
        size: 8,
        after: 4,
      },
    ],
    'sheet',
  )
  const heads = ['Notice', 'Right, form, condition', 'Time, if missed', 'Source', 'Right?']
  drawTable(paper, () => {
    drawRow(paper, columns(heads, size, true))
    for (const { right, notices } of groups) {
      const names = notices.map(
        ({ printedAs, confidence }) => `${printedAs[0]}${confidence === 'low' ? ' (?)' : ''}`,
      )
      drawRow(paper, columns([names.join(', '), ...wordsOf(law, right), ''], size, false))
    }
  })
  write(
    paper,
    [
      {
        text: '(?) we have low confidence in this entry. [?] recalled, not read in a source.',
        size: 7,
        after: 6,
      },
      {
        text: 'Checked by: ______________________    Day: ______________    Corrections on the back: yes / no',
        size: 9,
      },
    ],
    'sheet foot',
  )
}

const widths = [0.19, 0.3, 0.24, 0.21, 0.06]
const columns = (texts: string[], size: number, head: boolean): Cell[] =>
  texts.map((text, index) => ({
    width: widths[index] ?? 0,
    block: 'sheet',
    ...(head ? { shaded: true, head: 'Column' as const } : {}),
    items: [{ text, size, weight: head || index === 0 ? 'bold' : 'regular' }],
  }))

/** The middle three cells of a row. */
function wordsOf(law: Law, right: EnglishRight | null): [string, string, string] {
  if (!right) return ['no appeal right that we know of', '', '']
  const rule = right.rule === null ? null : getRule(law, right.rule)
  const { ifMissed, citation } = rule ? inEnglish(rule) : { ifMissed: null, citation: right.authority }
  const form = right.form && (/^\d/.test(right.form) ? `Form ${right.form}` : right.form)
  const what = [
    `${right.title}${right.unverified ? ' [?]' : ''}`,
    ...(form ? [form] : []),
    ...(right.onlyIf ? [`only if ${right.onlyIf}`] : []),
    right.courtReview ? 'court' : 'no court',
  ]
  const window = rule && inEnglish(windowOf(rule))
  const rolls = rule?.rolls ? ', moved on from a weekend or legal holiday' : ', not moved on'
  const time = window ? `${window}${rolls}` : 'no number of days is published'
  return [what.join('; '), `${time}${ifMissed ? `. If missed: ${ifMissed}` : ''}`, sourceOf(right, citation)]
}

const sourceOf = ({ rule }: EnglishRight, citation: string): string =>
  rule ? `${rule}: ${citation}` : citation

type EnglishRight = InEnglish<Right>
type Group = { right: EnglishRight | null; notices: InEnglish<Notice>[] }

/**
 * Each right once, with the notices that open it, in the order of the law data; notices that open no right
 * come last.
 */
function groupsOf(notices: InEnglish<Notice>[]): Group[] {
  const groups = new Map<string, Group>()
  for (const notice of notices)
    for (const right of notice.rights) {
      const { program, title, form, rule, onlyIf, courtReview, unverified } = right
      const key = JSON.stringify([program, title, form, rule, onlyIf, courtReview, unverified])
      const group = groups.get(key) ?? { right, notices: [] }
      groups.set(key, { ...group, notices: [...group.notices, notice] })
    }
  const bare = notices.filter(({ rights }) => rights.length === 0)
  return [...groups.values(), ...(bare.length > 0 ? [{ right: null, notices: bare }] : [])]
}
