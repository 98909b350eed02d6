import { PDFDocument } from '@cantoo/pdf-lib'
import { answersFromFacts, signersOf } from '../../../shared/appeals/answers-from-facts.ts'
import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import type { Draft } from '../../../shared/appeals/draft.ts'
import { said } from '../../../shared/appeals/said.ts'
import type { InEnglish } from '../../../shared/i18n/english.ts'
import { whoLine } from '../../../shared/i18n/format-facts.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { fillFormTemplate } from '../official-forms/fill-form-template.ts'
import { officialValues } from '../official-forms/official-facts.ts'
import { newPage, type PdfCursor, paperSize } from '../pdf/pdf-cursor.ts'
import { footerHeight } from '../pdf/stamp.ts'
import { content, within } from '../pdf/tags.ts'
import { drawContinuation, drawDraft } from './draft-pdf.ts'
import type { PacketInput } from './packet-input.ts'

export type Official = {
  filled: { form: string; bytes: Uint8Array; mail: number[]; continued: boolean }[]
  /** Forms that could not be filled in, with the value that did not fit its field. */
  refused: { form: string; field: string }[]
}

/**
 * The filled-in official forms that belong in this packet: the form itself, and the power of attorney if a
 * representative is named.
 */
export async function officialForms(
  { formTemplates = [], forms, law, letter, fonts, words }: PacketInput,
  papers: AppealPapers,
) {
  const wanted = [papers.draft.form, ...(said(letter.answers.representativeName) ? ['2848'] : [])]
  const official: Official = { filled: [], refused: [] }
  for (const form of wanted) {
    const template = formTemplates.find(({ fieldMapping }) => fieldMapping.form === form)
    if (!template) continue
    const { fieldMapping } = template
    const values = officialValues({ forms, law, letter, papers, fills: form })
    const result = await fillFormTemplate(template.bytes, fieldMapping, values, fonts)
    if (result.ok) official.filled.push({ form, mail: fieldMapping.mail, ...result.value })
    else {
      const { block = result.error.code } = result.error
      official.refused.push({ form, field: words.facts[block.replace('.', '-')] ?? block })
    }
  }
  return official
}

export async function drawForms(
  paper: PdfCursor,
  { forms, letter, clockDoubt }: PacketInput,
  { draft }: InEnglish<AppealPapers>,
  { filled }: Official,
): Promise<void> {
  const form = forms.forms[draft.form]
  const who = whoOf(letter)
  const own = filled.find((each) => each.form === draft.form)
  if (own) await drawOfficialPages(paper, own.bytes, own.mail)
  else drawDraft(paper, form, draft, clockDoubt)
  if (hasContinuation(draft, filled)) drawContinuation(paper, form, draft, who)
  for (const each of filled) if (each !== own) await drawOfficialPages(paper, each.bytes, each.mail)
}

/** What `drawForms` puts into the packet, as the cover lists it. */
export function enclosedForms({ draft }: InEnglish<AppealPapers>, { filled }: Official): string[] {
  const isApart = hasContinuation(draft, filled)
  const others = filled.filter((each) => each.form !== draft.form).map((each) => `Form ${each.form}`)
  return [
    `Form ${draft.form}, ${draft.title}`,
    ...(isApart ? ['Continuation of the statement'] : []),
    ...others,
  ]
}

/** Form 12153 as printed has two lines for the statement, so its statement always goes on a sheet of its own. */
function hasContinuation(draft: InEnglish<Draft>, filled: Official['filled']): boolean {
  const own = filled.find((each) => each.form === draft.form)
  return own ? own.continued || draft.form === '12153' : draft.continuation !== null
}

/** Name and last four digits, for the footer of every mailed page. */
export function whoOf(letter: Letter): string {
  const facts = factsOf(letter)
  return whoLine(signersOf(answersFromFacts(letter.answers, facts)), facts)
}

/**
 * Draws the mailed pages of a filled-in, flattened official form, slightly smaller to leave the footer free.
 */
async function drawOfficialPages(paper: PdfCursor, filled: Uint8Array, mail: number[]): Promise<void> {
  const source = await PDFDocument.load(filled, { updateMetadata: false })
  for (const number of mail) {
    const copy = await paper.pdf.embedPage(source.getPage(number - 1))
    const page = newPage(paper)
    const bottom = footerHeight + 14
    const scale = Math.min((paperSize.height - bottom - 8) / copy.height, paperSize.width / copy.width)
    const place = { x: (paperSize.width - copy.width * scale) / 2, y: bottom, xScale: scale, yScale: scale }
    within(paper.tags, 'P', () => content(paper.tags, page, () => page.drawPage(copy, place)))
  }
}
