import type { Box, Line } from '../../../shared/model/letter.ts'
import { around } from './boxes.ts'

/**
 * A word or run with its place. `size` is the letter size in page heights. `glued`: the source did not say that a blank
 * follows, so a touching next run belongs to the same word.
 */
export type Word = { text: string; box: Box; confidence: number; size: number; glued?: boolean }

/**
 * Words to visual lines, read from left to right. Two columns on one baseline become two lines: they part where the
 * gap is wider than spaces between words are. `aspect` is the page's width divided by its height.
 */
export function linesFromWords(words: readonly Word[], aspect: number): Line[] {
  const widestGap = isTyped(words) ? gaps.typed : gaps.set
  const open: Row[] = []
  const done: Row[] = []
  const fromLeft = words.filter((word) => word.text.trim() !== '').sort((a, b) => a.box[0] - b.box[0])
  for (const word of fromLeft) {
    const row = bestRow(open, word, widestGap, aspect)
    if (row) row.words.push(word)
    else open.push({ words: [word] })
  }
  done.push(...open)
  return done
    .map((row) => lineFromRow(row, aspect))
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

type WidestGap = { ocr: number; textLayer: number }
/** In letter sizes. OCR measures gaps between inked edges, a text layer between the letters' full widths. */
const gaps: Record<'typed' | 'set', WidestGap> = {
  // Two spaces of a typewriter part a state from its ZIP code; three and more part columns.
  typed: { ocr: 1.6, textLayer: 1.5 },
  set: { ocr: 1.05, textLayer: 0.8 },
}

type Row = { words: Word[] }

function bestRow(rows: Row[], word: Word, widestGap: WidestGap, aspect: number): Row | undefined {
  let best: Row | undefined
  let bestShare = 0.5
  for (const row of rows) {
    const last = row.words[row.words.length - 1]
    if (!last || !isNext(last, word, widestGap, aspect)) continue
    const share = sharedHeight(last.box, word.box)
    if (share > bestShare) {
      best = row
      bestShare = share
    }
  }
  return best
}

/** Blanks are a quarter to a half of the letter size, up to one in justified text. */
function isNext(last: Word, word: Word, widestGap: WidestGap, aspect: number): boolean {
  const size = Math.max(last.size, word.size)
  if (isFromLogo(last, word)) return false
  const gap = (word.box[0] - (last.box[0] + last.box[2])) * aspect
  const blank = word.glued === undefined ? widestGap.ocr : widestGap.textLayer
  return gap < blank * size && gap > -0.6 * size
}

/**
 * A logo beside the letterhead is as tall as two of its lines. OCR alone: a line that took it in would seem to cover the
 * line below, which would then be dropped as read twice.
 */
const isFromLogo = (last: Word, word: Word) =>
  last.glued === undefined && last.size > 1.4 * word.size && last.box[3] > 1.4 * word.box[3]

/** A typewriter's characters are all equally wide, so that the blank behind a full stop looks like two. */
function isTyped(words: readonly Word[]): boolean {
  const widths = words.filter((word) => word.text.length > 4).map((word) => word.box[2] / word.text.length)
  const middle = median(widths)
  return widths.length > 8 && median(widths.map((width) => Math.abs(width - middle))) < 0.04 * middle
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1])
  return shared / Math.min(a[3], b[3])
}

function lineFromRow({ words }: Row, aspect: number): Line {
  let text = ''
  let before: Word | undefined
  for (const word of words) {
    const gap = before ? (word.box[0] - (before.box[0] + before.box[2])) * aspect : 0
    const touching = before?.glued === true && gap < 0.12 * Math.min(before.size, word.size)
    text += before && !touching ? ` ${word.text}` : word.text
    before = word
  }
  return { text: text.trim(), box: around(words.map((word) => word.box)), confidence: mean(words) }
}

const mean = (words: readonly Word[]) =>
  words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
