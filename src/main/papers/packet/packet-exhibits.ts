import { type NamedExhibit, namedExhibits } from '../../../shared/appeals/exhibit-names.ts'
import { type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../../reading/read-results.ts'
import { newPage, type PdfCursor, paperSize } from '../pdf/pdf-cursor.ts'
import { footerHeight, stampUpperRight } from '../pdf/stamp.ts'
import { artifact, content, within } from '../pdf/tags.ts'
import { quiet } from '../pdf/write.ts'
import type { ExhibitPage } from './copy-pdf-page.ts'
import { type ExhibitSource, exhibitPages } from './exhibit.ts'
import { drawExhibitDivider, drawExhibitIndex } from './mail-cover.ts'
import type { PacketInput } from './packet-input.ts'

/** `copies` null: paper that the person adds. `failed`: its file could not be printed, so it is added on paper too. */
export type Exhibited = InEnglish<NamedExhibit> & { copies: ExhibitPage[] | null; failed?: true }

/** Copies of everything that goes with the form, created inside the packet's own file but not drawn yet. */
export async function copyExhibits(
  paper: PdfCursor,
  input: PacketInput,
): Promise<Result<Exhibited[], ReadFailure>> {
  const exhibits: Exhibited[] = []
  for (const each of inEnglish(namedExhibits(input.law, input.letter))) {
    if (each.file === null) {
      exhibits.push({ ...each, copies: null })
      continue
    }
    const copies = await exhibitPages(paper.pdf, sourceOf(input, each.file))
    // One bad file must not cost the packet: on its last day there is no time to look for the file.
    if (!copies.ok && each.file !== 'letter' && copies.error.code !== 'read.cancelled') {
      exhibits.push({ ...each, copies: null, failed: true })
      continue
    }
    if (!copies.ok) return copies
    exhibits.push({ ...each, copies: copies.value })
  }
  return ok(exhibits)
}

function sourceOf(input: PacketInput, file: string): ExhibitSource {
  if (file === 'letter') return { ...input, pages: input.letter.pages }
  const scan = input.enclosure?.(file)
  if (!scan) throw new Error('packet: an enclosure without its file')
  const { reader, straighten = true, onPage } = input
  return { scan, pages: 'all', reader, straighten, ...(onPage && { onPage }) }
}

/** The index, if there is more than the letter; then each exhibit, after `begin` and followed by `padToEvenPage`. */
export function drawExhibits(
  paper: PdfCursor,
  exhibits: Exhibited[],
  begin: (title: string) => void,
  padToEvenPage: () => void,
): void {
  if (exhibits.length > 1) {
    begin('Index of exhibits')
    drawExhibitIndex(
      paper,
      exhibits.map((each) => ({ ...each, pages: each.copies?.length ?? null })),
    )
    padToEvenPage()
  }
  for (const exhibit of exhibits) {
    const { name, title, copies } = exhibit
    begin(`${name}: ${title}`)
    if (!copies) drawExhibitDivider(paper, exhibit)
    copies?.forEach((copy, at) => {
      drawExhibitPage(paper, copy, `${name}, page ${at + 1} of ${copies.length}`)
    })
    padToEvenPage()
  }
}

const side = 36

/** Draws the page as large as it fits between stamp and footer, so that neither covers anything. */
function drawExhibitPage(paper: PdfCursor, copy: ExhibitPage, stamp: string): void {
  const page = newPage(paper)
  const bottom = footerHeight + 18
  const top = paperSize.height - 48
  const scale = Math.min((paperSize.width - 2 * side) / copy.width, (top - bottom) / copy.height)
  const width = copy.width * scale
  const height = copy.height * scale
  const x = (paperSize.width - width) / 2
  const y = top - height
  stampUpperRight(paper, page, stamp)
  const draw = () => content(paper.tags, page, () => copy.draw(page, x, y, scale))
  within(paper.tags, 'Figure', draw, { alt: `${stamp}: the page as it was scanned` })
  artifact(page, () => page.drawRectangle({ x, y, width, height, borderWidth: 0.4, borderColor: quiet }))
}
