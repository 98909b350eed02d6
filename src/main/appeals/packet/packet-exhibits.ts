import { type NamedExhibit, namedExhibits } from '../../../shared/appeals/exhibit-names.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../../reading/read-results.ts'
import { type ExhibitPage, type ExhibitSource, exhibitPages } from '../exhibits/exhibit.ts'
import { drawExhibitPage } from '../exhibits/exhibit-page.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawExhibitDivider, drawExhibitIndex } from './mail-cover.ts'
import type { PacketInput } from './packet-input.ts'

/** `copies` null: paper that the person adds. */
export type Exhibited = NamedExhibit & { copies: ExhibitPage[] | null }

/** Copies of all that goes with the form, made inside of the packet's own file and not drawn yet. */
export async function copyExhibits(
  paper: PdfCursor,
  input: PacketInput,
): Promise<Result<Exhibited[], ReadFailure>> {
  const exhibits: Exhibited[] = []
  for (const each of namedExhibits(input.law, input.letter)) {
    if (each.file === null) {
      exhibits.push({ ...each, copies: null })
      continue
    }
    const copies = await exhibitPages(paper.pdf, sourceOf(input, each.file))
    if (!copies.ok) return copies
    exhibits.push({ ...each, copies: copies.value })
  }
  return ok(exhibits)
}

function sourceOf(input: PacketInput, file: string): ExhibitSource {
  if (file === 'letter') return { ...input, pages: input.letter.pages }
  const scan = input.enclosure?.(file)
  if (!scan) throw new Error('packet: an enclosure without its file')
  const { reader, straighten = true } = input
  return { scan, pages: 'all', reader, straighten }
}

/** The index, where there is more than the letter; then each exhibit, followed by `evenOut`. */
export function drawExhibits(paper: PdfCursor, exhibits: Exhibited[], evenOut: () => void): void {
  if (exhibits.length > 1) {
    drawExhibitIndex(
      paper,
      exhibits.map((each) => ({ ...each, pages: each.copies?.length ?? null })),
    )
    evenOut()
  }
  for (const exhibit of exhibits) {
    const { name, copies } = exhibit
    if (!copies) drawExhibitDivider(paper, exhibit)
    copies?.forEach((copy, at) => {
      drawExhibitPage(paper, copy, `${name}, page ${at + 1} of ${copies.length}`)
    })
    evenOut()
  }
}
