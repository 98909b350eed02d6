import type { Box, PageText } from '../../../shared/model/letter.ts'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import { around, hasMiddleIn } from '../rules/boxes.ts'
import type { DeskewedText } from './ocr-page.ts'

/**
 * A page as it was read by its pixels before, where it still lies so: what the engine gives depends on the page and on
 * how a person turned it alone. undefined: it is to be read.
 */
export function storedPage(
  storedPages: readonly PageText[],
  page: number,
  personRotation: Rotation | undefined,
): DeskewedText | undefined {
  const before = storedPages.find((each) => each.page === page)
  if (!before?.deskewed) return undefined
  const { deskewed, ...asItLies } = before
  if (personRotation === undefined ? deskewed.turned : personRotation !== before.rotation) return undefined
  const boxes = deskewed.boxes ?? before.lines.map((line) => line.box)
  const lines = before.lines.map((line, at) => ({ ...line, box: boxes[at] ?? line.box }))
  return {
    text: { ...asItLies, aspect: deskewed.aspect, lines },
    toPage: (box) => boxOnPage(box, boxes, before),
    uprightAspect: before.aspect,
    rotatedByPerson: deskewed.turned,
  }
}

/** Evidence is the place of a line or of several: where these lie on the page as the person sees it. */
function boxOnPage(box: Box, boxes: readonly Box[], { lines }: PageText): Box {
  const own = lines[boxes.indexOf(box)]
  if (own) return own.box
  const inside = lines.filter((_, at) => hasMiddleIn(boxes[at] ?? box, box))
  return inside.length > 0 ? around(inside.map((line) => line.box)) : box
}

/** What is kept of a page: its lines where the person sees them, and where they were when it lay straight. */
export function textAsItLies({ text, toPage, uprightAspect, rotatedByPerson }: DeskewedText): PageText {
  const lines = text.lines.map((line) => ({ ...line, box: toPage(line.box) }))
  const page = { ...text, aspect: uprightAspect, lines }
  if (text.source === 'text-layer') return page
  const isStraight = lines.every((line, at) => line.box.join() === text.lines[at]?.box.join())
  const boxes = isStraight ? null : text.lines.map((line) => line.box)
  return { ...page, deskewed: { aspect: text.aspect, boxes, turned: rotatedByPerson } }
}
