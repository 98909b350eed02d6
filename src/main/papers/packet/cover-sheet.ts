import type { AppealChoice } from '../../../shared/appeals/appeal-choice.ts'
import type { Draft, MissingField } from '../../../shared/appeals/draft.ts'
import { exhibitList, type NamedExhibit } from '../../../shared/appeals/exhibit-names.ts'
import type { FormDescription } from '../../../shared/appeals/form-description.ts'
import { placeLine, type WhereToSend } from '../../../shared/appeals/where-to-send.ts'
import type { InEnglish } from '../../../shared/i18n/english.ts'
import type { DraftForm } from '../../../shared/model/appeal.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { LetterFacts } from '../../../shared/model/letter.ts'
import type { Telling } from '../../../shared/telling/telling.ts'
import { drawClockDoubt } from '../pdf/clock-doubt.ts'
import { newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawHeading, drawRow } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'
import { drawNextStep, drawWhen } from './cover-sheet-when.ts'

type CoverSheet = {
  form: FormDescription
  draft: InEnglish<Draft>
  facts: LetterFacts
  /** `Letter 1058, Final Notice ...`, or as much as is known. */
  letterName: string
  telling: InEnglish<Telling>
  choice: InEnglish<AppealChoice>
  clockDoubt: ClockDoubt | null
  /** Official forms that could not be filled in, with the value that did not fit its field. */
  refused: { form: string; field: string }[]
  /** The official form itself is in the packet, filled in. */
  isOfficial: boolean
  exhibits: (InEnglish<NamedExhibit> & { failed?: true })[]
}

/**
 * The instruction sheet: the first page of the packet, for the person only. Says by when, what to do, and
 * what is missing.
 */
export function drawCoverSheet(paper: PdfCursor, sheet: CoverSheet): void {
  const { draft, letterName, form } = sheet
  newPage(paper)
  write(
    paper,
    [
      {
        text: `Your packet: ${draft.title} (Form ${draft.form})`,
        size: 16,
        weight: 'bold',
        after: 2,
        tag: 'H1',
      },
      { text: 'Read this page first. Keep it: it is not mailed.', size: 10.5, after: 4 },
      { lead: 'About:', text: letterName, after: 8 },
    ],
    'About',
  )
  drawClockDoubt(paper, sheet.clockDoubt)
  drawNextStep(paper, sheet.telling)
  const warnings = warningsOf(sheet)
  drawWarnings(paper, warnings)
  drawWhen(
    paper,
    // A right of few people, with a day that is often years away, is on the checklist.
    sheet.telling.left.filter(({ deadline }) => !deadline.aside),
    warnings.map(({ text }) => text),
  )
  drawMissing(paper, draft, sheet.exhibits)
  drawHeading(paper, 'What to do')
  write(paper, stepsOf(sheet), 'What to do')
  const what = sheet.isOfficial ? 'Your own copy of the official form, filled by Waymark.' : form.substitute
  const about = `Waymark reads, counts and drafts. It is not legal advice. Official form: ${form.officialUrl}`
  paper.y -= 6
  write(paper, [{ lead: 'What this is:', text: `${what} ${about}` }], 'About')
}

/** Reasons why this packet may be the wrong one, and what the chosen route gives up. */
function warningsOf({ draft, choice, refused, telling }: CoverSheet): Item[] {
  const items: Item[] = refused.map(({ form, field }) => ({
    lead: `Your official Form ${form} was not filled.`,
    text: `This does not fit its field: ${field}. ${form === draft.form ? 'The typed draft takes its place.' : 'Fill it by hand.'}`,
    after: 3,
  }))
  if (draft.unconfirmed) {
    const text = 'Nobody has confirmed what was read. Compare the letter with the facts before you send.'
    items.push({ lead: 'Not confirmed.', text, after: 3 })
  }
  if (choice.form !== draft.form) items.push(...otherRoute(choice, draft.form, telling))
  else items.push(...choice.givesUp.map((text): Item => ({ text, mark: 'bullet' })))
  return items
}

/** In a box, before everything else. */
function drawWarnings(paper: PdfCursor, items: Item[]): void {
  if (items.length === 0) return
  drawRow(paper, [{ width: 1, items, block: 'warnings', shaded: true }])
  paper.y -= 8
}

/** Without the dates, which are in the table below. */
function otherRoute(choice: InEnglish<AppealChoice>, form: DraftForm, telling: InEnglish<Telling>): Item[] {
  const bullets = (texts: string[]) => texts.map((text): Item => ({ text, mark: 'bullet' }))
  if (choice.route === 'unknown') {
    return [{ lead: `It is not clear yet that Form ${form} fits.`, text: '' }, ...bullets(choice.ask)]
  }
  const lead = choice.form
    ? `Form ${choice.form} is the better choice now. Look at it before you send this packet.`
    : `Form ${form} may not fit this letter.`
  const told = telling.left.map(({ text }) => text)
  return [{ lead, text: '' }, ...bullets(choice.because.filter((text) => !told.includes(text)))]
}

function drawMissing(paper: PdfCursor, draft: InEnglish<Draft>, exhibits: CoverSheet['exhibits']): void {
  const text = (field: Pick<InEnglish<MissingField>, 'name' | 'what'>): Item => ({
    lead: `${field.name}.`,
    text: field.what,
    size: 9.5,
    mark: 'box',
    after: 1,
  })
  const unprinted = exhibits.flatMap(({ name, title, failed }) => (failed ? [notPrinted(name, title)] : []))
  const stopping = [...draft.missingFields.filter((field) => field.stops), ...unprinted]
  const others = draft.missingFields.filter((field) => !field.stops && field.what.length > 0)
  drawHeading(
    paper,
    stopping.length > 0
      ? 'Missing: do not send before this is filled'
      : 'Nothing that must be filled is missing',
  )
  write(paper, stopping.map(text), 'missing')
  if (others.length > 0)
    write(
      paper,
      [
        { text: 'Look at these too; they may stay blank:', size: 9.5, after: 1, keep: true },
        ...others.map(text),
      ],
      'missing',
    )
}

const notPrinted = (name: string, title: string) => ({
  name,
  what: `The file of “${title}” could not be printed. Print it with its own program and put its pages behind its sheet.`,
})

function stepsOf({ draft, facts, exhibits }: CoverSheet): Item[] {
  const tins = draft.blocks.filter((block) => block.kind === 'handwritten' && block.pen === 'write')
  const added = exhibitList(exhibits.filter(({ file, failed }) => file === null || failed))
  const steps = [
    'Read every page. Correct what is wrong in Waymark and print again, or by hand.',
    ...tins.map(
      ({ block, label }) =>
        `Write the full number with a pen in block ${block.replace(/\D+$/, '')} (${label}).`,
    ),
    'Sign and date with a pen, where the form says SIGN HERE and DATE HERE. Nobody can do that for you but a representative with Form 2848.',
    ...(added
      ? [`Put your own papers behind the sheet of ${added}, and write the number of all pages on the cover.`]
      : []),
    `Send the pages marked “Packet page” ${placeOf(draft)}`,
    `${faxStep(draft.whereToSend, facts)}, and send it by certified mail: hand it over at the post office counter and have the receipt stamped.`,
    'Keep this sheet, the checklist, a copy of everything, the fax page and the stamped receipt.',
  ]
  return steps.map((text, index): Item => ({ lead: `${index + 1}.`, text, after: 2 }))
}

function placeOf({ form, whereToSend }: InEnglish<Draft>): string {
  const place = placeLine(whereToSend)
  const never = form === '12153' ? 'Not to the address for payments.' : 'Never straight to Appeals.'
  if (!place || whereToSend.addressFrom === null)
    return `to the address that is still missing above. ${never}`
  if (whereToSend.addressFrom === 'hearing')
    return `to the address for hearing requests on the letter: ${place}. ${never}`
  return whereToSend.addressFrom === 'office'
    ? `to the office that sent the letter: ${place}. ${never}`
    : `to ${place}. ${never}`
}

/** Fax only to a number that the IRS gave; a number printed on the letter is one. */
function faxStep({ fax, faxFrom }: WhereToSend, { contactPhone }: LetterFacts): string {
  if (fax) return `Fax it to ${fax}${faxFrom === 'you' ? '' : ', the fax number on the letter'}`
  return `Fax it if the office gives you a fax number${contactPhone ? ` (call ${contactPhone})` : ''}`
}
