import type { Line, PageText } from '../../../shared/model/letter.ts'
import { cityEnd, isCityLine } from './addresses.ts'
import { around } from './boxes.ts'
import { takePhone } from './contacts.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import { evidenceIn, type Paragraph, paragraphsOf } from './paragraphs.ts'

/** What is mailed or faxed, as letters name it. */
const request =
  '(?:(?:the |your |this |a )?(?:enclosed |completed |signed )*(?:Form 12153|(?:written )?(?:(?:hearing|appeal) )?request(?:s)?(?: for (?:a |an |your )?(?:CDP |Collection Due Process |appeals )?(?:or equivalent )?hearing)?)|el Formulario 12153|(?:su |la )?solicitud(?: de (?:una )?audiencia)?)'
const stretch = (characters: number) => `(?:[^.;:]|\\.(?=\\S)|U\\.S\\.){0,${characters}}?`

const mailTo = new RegExp(
  `\\b(?:[Mm]ail|[Ss]end|[Rr]eturn|[Ss]ubmit|[Ee]nv[ií]e|[Mm]ande)\\b ${stretch(40)}${request}\\b${stretch(120)}(?:\\bto(?: us)?(?: at)?(?: the)?(?: following)?(?: address)?(?: below)?|\\ba(?: la siguiente direcci[oó]n)?):? *(?=$|[A-Z\\d])`,
)
const mailLabel =
  /^(?:(?:mail|send) (?:your |the )?(?:hearing )?requests? (?:for (?:a |your )?hearing )?to|(?:where to (?:mail|send)|(?:mailing )?address for) (?:your |a |the )?(?:hearing requests?|requests? for (?:a |your )?hearing|Form 12153)|(?:hearing|appeals?) (?:request )?address|direcci[oó]n para (?:pedir|solicitar) (?:una |la )?audiencia)\s*:?/i

/** `Mail the enclosed Form 12153 to:` with the address in the lines below it, or in the sentence. */
export function findHearingAddress(pages: readonly PageText[]): Found<string> | null {
  for (const page of pages)
    for (const paragraph of paragraphsOf(page)) {
      const match = mailLabel.exec(paragraph.text) ?? mailTo.exec(paragraph.text)
      if (!match) continue
      const at = match.index + match[0].length
      const last = lineThatEndsAt(paragraph, at)
      const found = last ? blockBelow(page, last) : inRunningText(paragraph, at)
      if (found) return found
    }
  return null
}

/** The line of a paragraph that is over where its text is `at`. */
function lineThatEndsAt({ lines }: Paragraph, at: number): Line | undefined {
  let end = -1
  return lines.find((line) => {
    end += 1 + line.text.length
    return Math.abs(at - end) < 2
  })
}

/** `... to: Internal Revenue Service, Stop 813G, Memphis, TN 38101-0069.` */
function inRunningText(paragraph: Paragraph, at: number): Found<string> | null {
  const match = cityEnd.exec(paragraph.text.slice(at, at + 220))
  if (!match) return null
  const text = paragraph.text.slice(at, at + match.index + match[0].length)
  if (/[.:;] [A-Z]/.test(text.replace(/\b[A-Z]\. ?(?=[A-Z]\b|Box)/g, ''))) return null
  const value = text
    .trim()
    .split(/, (?![A-Z]{2} \d{5})/)
    .join('\n')
  return { value, evidence: evidenceIn(paragraph, at, text, 'hearing-address.sentence') }
}

/** The lines under one, down to the city. */
function blockBelow(page: PageText, last: Line): Found<string> | null {
  const block: Line[] = []
  let above = last
  for (const line of page.lines.filter((each) => each.box[1] > last.box[1] + 0.5 * last.box[3])) {
    const isInColumn = Math.abs(line.box[0] - (block[0] ?? last).box[0]) < (block[0] ? 0.02 : 0.35)
    if (!isInColumn) continue
    if (line.box[1] - (above.box[1] + above.box[3]) > 2.2 * line.box[3] || block.length > 5) return null
    block.push(line)
    above = line
    if (isCityLine(line.text)) break
  }
  if (block.length < 2 || !isCityLine(above.text)) return null
  const value = block.map(({ text }) => text.trim().replace(/\.$/, '')).join('\n')
  const confidence = Math.min(...block.map((line) => line.confidence))
  const box = around(block.map((line) => line.box))
  const rule = 'hearing-address.block'
  return { value, evidence: { page: page.page, box, raw: value, confidence, rule } }
}

const faxLabels: readonly Label[] = [
  {
    rule: 'hearing-fax.label',
    pattern:
      /^(?:(?:hearing|appeals?) (?:request )?fax(?: (?:number|no\b\.?))?|fax (?:number )?for (?:your |a )?(?:hearing requests?|requests? for (?:a |your )?hearing|Form 12153)|fax (?:your |the )?(?:hearing requests?|requests? for (?:a |your )?hearing|Form 12153) (?:to|at)|fax para (?:pedir|solicitar|solicitudes de) (?:una |la )?audiencia)(?=\s*[:(\d+]|\s*$)/i,
  },
]
const faxTo = new RegExp(
  `\\b(?:(?:fax|env[ií]e por fax)\\b ${stretch(30)}${request}\\b${stretch(60)}|${request}\\b${stretch(160)}\\bfax(?: (?:it|them))?(?: number)?(?: us)?) ?(?:to|at|al?|:)?:? ?$`,
  'i',
)

/** `or fax it to 855-555-0133`: the fax for requests for a hearing, which may be another than the office's own. */
export function findHearingFax(pages: readonly PageText[]): Found<string> | null {
  const [labeled] = findLabeled(pages, faxLabels, takePhone)
  if (labeled) return labeled
  for (const paragraph of pages.flatMap(paragraphsOf))
    for (const { index } of paragraph.text.matchAll(/(?<!\d)\(?[2-9]\d\d\)?[-. ]/g)) {
      const phone = takePhone(paragraph.text.slice(index))
      if (!phone || !faxTo.test(paragraph.text.slice(Math.max(0, index - 300), index))) continue
      const evidence = evidenceIn(paragraph, index, phone.raw, 'hearing-fax.sentence')
      return { value: phone.value, evidence }
    }
  return null
}
