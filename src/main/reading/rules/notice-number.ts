import type { Evidence, Line, PageText } from '../../../shared/model/letter.ts'
import { afterLabel, type Found, type Label, neighborsOf } from './find-labeled.ts'
import { codeOf, isGuessed, type NoticeCodes, printedNumber, withoutMarks } from './notice-codes.ts'
import type { TitleSays } from './title-witness.ts'

/** A notice's number seen in a place where it names the letter itself. `code` is null when no catalog notice fits. */
export type NumberSeen = {
  code: string | null
  place: 'box' | 'stub' | 'reply-line' | 'footer' | 'form'
  /** No misread character would make another notice of it: it is one of a kind, or was no picture of print. */
  unmistakable: boolean
  evidence: Evidence
}

/**
 * The numbers on a page that stand in a notice's own places: the box at the top, the payment stub, the `LTR` line, the
 * footer, or a form's title. Numbers in running text name other letters and are never looked at.
 */
export function numbersOn(codes: NoticeCodes, page: PageText): NumberSeen[] {
  return page.lines.flatMap((line) => {
    for (const read of [inBox, inReplyLine, inFooter, inFormTitle]) {
      const seen = read(codes, page, line)
      if (seen) return [seen]
    }
    return []
  })
}

export const boxLabel: Label = {
  rule: 'notice.header-box',
  pattern: /^(?:notice|letter|aviso|carta)(?: (?:number|no\.?|n[uú]mero))?\s*:?\s*/i,
}
export const boxSibling =
  /^(?:(?:notice|letter) date|tax (?:year|period)|social security|taxpayer id|employer id|to contact us|page \d|your caller|case reference|fecha del|a(?:[nñ]|fi|fn|ii)o tributario|n[uú]mero de|p[aá]gina \d|amount due|payment)/i

/** `Notice` with `CP504` beside or below it, next to the other rows of the box. */
export function inBox(codes: NoticeCodes, page: PageText, line: Line): NumberSeen | null {
  const rest = afterLabel(boxLabel.pattern, line.text)
  if (rest === null || endsSentence(page, line)) return null
  const candidates = rest === '' ? neighborsOf(page, [line]) : [{ ...line, text: rest }]
  for (const candidate of candidates) {
    // Capitals of a narrow font come out as small letters.
    const number = printedNumber(candidate.text) ? candidate.text : candidate.text.toUpperCase()
    const printed = printedNumber(number)
    if (!printed || printed.family === 'F' || !hasSibling(page, line)) continue
    const place = line.box[1] < 0.5 ? 'box' : 'stub'
    const rule = place === 'box' ? 'notice.header-box' : 'notice.stub'
    return seen(codes, page, { line: candidate, place, rule, raw: candidate.text, number })
  }
  return null
}

/** `Notice CP504.` as the last line of a paragraph: it names another letter. */
export function endsSentence(page: PageText, line: Line): boolean {
  if (!/[.,;]$/.test(line.text)) return false
  return page.lines.some((above) => {
    const down = line.box[1] - above.box[1]
    const isRightAbove = down > 0 && down < 2.5 * line.box[3] && Math.abs(above.box[0] - line.box[0]) < 0.01
    return isRightAbove && above.text.split(' ').length > 4
  })
}

export function hasSibling(page: PageText, label: Line): boolean {
  return page.lines.some((line) => {
    const rowsAway = Math.abs(line.box[1] - label.box[1])
    return (
      line !== label &&
      rowsAway < 0.14 &&
      Math.abs(line.box[0] - label.box[0]) < 0.3 &&
      boxSibling.test(line.text)
    )
  })
}

/** `LTR 2272C 0` in the heading, alone or behind the letter's date. */
function inReplyLine(codes: NoticeCodes, page: PageText, line: Line): NumberSeen | null {
  if (line.box[1] > 0.4) return null
  const match =
    /^(?:[A-Z][a-z]{2,8}\.? [\dOIl]{1,2}, [\dOIl]{4}\s+)?(L[TI]R\.? ?([0-9OQIl|ZSBG]{2,4}) ?-?([CG¢€(]))(?: ?[\dOIl]{1,2})?(?: [A-Z]{2})?$/.exec(
      withoutMarks(line.text),
    )
  if (!match) return null
  return seen(codes, page, {
    line,
    place: 'reply-line',
    rule: 'notice.reply-line',
    raw: match[1] ?? '',
    number: `LTR ${match[2]}C`,
  })
}

/** `Letter 1058 (Rev. 1-2017)` at the foot of the page, or the number there beside a catalog number. */
function inFooter(codes: NoticeCodes, page: PageText, line: Line): NumberSeen | null {
  if (line.box[1] < 0.8) return null
  const match =
    /(?:^|\s)((?:Letter|LETTER|Ltr\.?|LTR|Notice)\s?[-–]?\s?(?:(?:CP|LT)\s?-?\s?)?[0-9OQIl|ZSBG]{2,4}\s?-?\s?(?:CG|[A-Z¢€])?(?:\s?\((?:DO|CG|P|SC)\))?)\s*(\(?\s?Rev\b.*)?$/.exec(
      line.text,
    )
  if (!match) return null
  const hasRevision = match[2] !== undefined
  if (!hasRevision && !(match.index === 0 && hasCatalogNumber(page))) return null
  return seen(codes, page, {
    line,
    place: 'footer',
    rule: 'notice.footer',
    raw: match[0].trim(),
    number: match[1] ?? '',
  })
}

const hasCatalogNumber = (page: PageText) =>
  page.lines.some((line) => line.box[1] > 0.8 && /\bcat(?:alog(?:ue)?)?\.? (?:number|no\.?)/i.test(line.text))

const formTitles = /notice of levy|notice of federal tax lien|levy on wages|release of levy/i

/** `Form 668-W` in a corner of a page that has the form's own title. */
function inFormTitle(codes: NoticeCodes, page: PageText, line: Line): NumberSeen | null {
  const match = /^Form\s?([6G][6G][8B]\s?-?\s?\(?[ADWYadwy]\)?)(?=$|[\s(-])/.exec(line.text)
  if (!match || (line.box[1] > 0.25 && line.box[1] < 0.8)) return null
  if (!page.lines.some((each) => each.box[1] < 0.35 && formTitles.test(each.text))) return null
  return seen(codes, page, {
    line,
    place: 'form',
    rule: 'notice.form-title',
    raw: match[0],
    number: `Form ${match[1]}`,
  })
}

type Sighting = { line: Line; place: NumberSeen['place']; rule: string; raw: string; number?: string }

function seen(codes: NoticeCodes, page: PageText, sighting: Sighting): NumberSeen | null {
  const { line, place, rule, raw } = sighting
  const printed = printedNumber(sighting.number ?? raw)
  if (!printed) return null
  const evidence = { page: page.page, box: line.box, raw, confidence: line.confidence, rule }
  const code = codeOf(codes, printed, page.source)
  const isOneOfAKind = code !== null && !codes.confusions.has(code) && !isGuessed(codes, printed)
  const unmistakable = page.source === 'text-layer' || isOneOfAKind
  return { code, place, unmistakable, evidence }
}

/**
 * The letter's one number, or null. Numbers seen in their places must agree: where two catalog notices are seen, one
 * must be seen more often. Where one misread character makes another notice of it, a single sight on a picture
 * of print is none. It needs a second witness: another place, the letter's title, or the second reader, without
 * whom the confidence is not above 0.7, where the title names none of the others.
 */
export function chooseNumber(
  numbers: readonly NumberSeen[],
  titleSays: (code: string) => TitleSays = () => 'nothing',
): Found<string> | null {
  const sights = (code: string | null) => numbers.filter((number) => number.code === code).length
  const isBorneOut = (code: string, confidence: number) =>
    titleSays(code) === 'yes' || (confidence > 0.7 && titleSays(code) !== 'no')
  const sure = numbers.filter(
    ({ code, unmistakable, evidence: { confidence } }) =>
      code !== null &&
      (sights(code) > 1 || (confidence > 0.35 && (unmistakable || isBorneOut(code, confidence)))),
  )
  const votes = new Map<string, { count: number; best: NumberSeen }>()
  for (const number of sure) {
    if (number.code === null) continue
    const before = votes.get(number.code)
    const best =
      before && before.best.evidence.confidence >= number.evidence.confidence ? before.best : number
    votes.set(number.code, { count: (before?.count ?? 0) + 1, best })
  }
  const [first, second] = [...votes.entries()].sort((a, b) => b[1].count - a[1].count)
  if (!first || (second && second[1].count === first[1].count)) return null
  return { value: first[0], evidence: first[1].best.evidence }
}
