import type { Line, PageText } from '../../../shared/model/letter.ts'
import { afterLabel, neighborsOf } from './find-labeled.ts'
import type { NoticeCodes } from './notice-codes.ts'
import { boxLabel, boxSibling, endsSentence, hasSibling, inBox } from './notice-number.ts'

/**
 * Lines that stand where a notice's number ought to, beside `Notice` in its box, and are none that can be read; a line
 * without text where nothing was read at all. They are to be looked at again.
 */
export function unreadPlaces(codes: NoticeCodes, page: PageText): Line[] {
  return page.lines.flatMap((line) => {
    const rest = afterLabel(boxLabel.pattern, line.text)
    if (rest === null || endsSentence(page, line)) return []
    if (inBox(codes, page, line) || !hasSibling(page, line)) return []
    if (rest !== '') return isLikeNumber(rest) ? [line] : []
    const neighbors = neighborsOf(page, [line])
    const unread = neighbors.find((each) => isLikeNumber(each.text))
    if (unread) return [unread]
    return neighbors.some((each) => each.confidence > 0.6 && isBeside(line, each))
      ? []
      : besideSiblings(page, line)
  })
}

/** The place in a label's row below or above which its siblings have their values. */
function besideSiblings(page: PageText, label: Line): Line[] {
  const edges = page.lines
    .filter(
      (line) => line !== label && Math.abs(line.box[0] - label.box[0]) < 0.01 && boxSibling.test(line.text),
    )
    .flatMap((sibling) => page.lines.filter((line) => isBeside(sibling, line)).map((line) => line.box[0]))
  if (edges.length === 0) return []
  const left = Math.min(...edges)
  const box: Line['box'] = [left, label.box[1], Math.min(0.14, 1 - left), label.box[3]]
  return [{ text: '', box, confidence: 0 }]
}

const isBeside = (label: Line, line: Line) =>
  line.box[0] > label.box[0] + label.box[2] &&
  line.box[0] - label.box[0] < 0.4 &&
  Math.abs(line.box[1] - label.box[1]) < 0.6 * label.box[3]

/** Short, and no word or date: `126` for LT26, `\T39`, `CPSO4`. */
const isLikeNumber = (text: string) =>
  text.length >= 2 &&
  text.length <= 12 &&
  /\d|[\\|]|^(?:C ?P|L ?T) ?/i.test(text) &&
  !/[a-z]{3}|\d[-/]\d/.test(text)
