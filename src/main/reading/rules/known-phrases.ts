import type { Line, PageText } from '../../../shared/model/letter.ts'

/**
 * What the IRS prints above its letters and beside their facts, long enough that one or two misread letters leave no
 * doubt. None may be as near to another label: an employer's number and an employee's are one letter apart.
 */
const phrases = [
  'IRS Department of the Treasury',
  'Department of the Treasury',
  'Internal Revenue Service',
  'Departamento del Tesoro',
  'Servicio de Impuestos Internos',
  'Taxpayer identification number',
  'Taxpayer identification',
  'Social security number',
  'Your caller ID',
  'To contact us',
  'Person to contact',
]

/**
 * A page that was read by its pixels, with such phrases at the start of a line as they are printed: faxes and faded print
 * give `Nepartment of the Treasury` and `Your caller 1D`. Letters may be mistaken for others, but none is added or left
 * out, so that another name stays another name.
 */
export const withKnownPhrases = (page: PageText): PageText =>
  page.source === 'ocr' ? { ...page, lines: page.lines.map(correctedLine) } : page

function correctedLine(line: Line): Line {
  // Specks before a letter come out as quotation marks.
  const text = line.text.replace(/(?<=^|\s)[‘’'`]+ ?(?=\p{L})/gu, '')
  for (const phrase of phrases) {
    const head = text.slice(0, phrase.length)
    const rest = text.slice(phrase.length)
    if (!/^(?:$|[\s:])/.test(rest)) continue
    const off = misread(head.toLowerCase(), phrase.toLowerCase())
    const isAsPrinted = off === 0 && !/^\p{Ll}.*\p{Lu}/u.test(head)
    if (isAsPrinted) break
    if (off <= phrase.length / 12) return { ...line, text: phrase + rest }
  }
  return text === line.text ? line : { ...line, text }
}

/** How many characters differ between texts of one length. */
function misread(text: string, phrase: string): number {
  if (text.length !== phrase.length) return Number.POSITIVE_INFINITY
  let count = 0
  for (let at = 0; at < phrase.length; at++) if (text[at] !== phrase[at]) count++
  return count
}
