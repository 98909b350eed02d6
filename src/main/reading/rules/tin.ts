import type { LetterFacts, PageText } from '../../../shared/model/letter.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'

type Tin = { type: LetterFacts['tinType']; last4: string }

const labels: readonly Label[] = [
  {
    rule: 'tin.ssn',
    pattern:
      /^(?:your )?social security (?:number|no\b\.?)|^(?:your )?social security(?=\s*:?\s*$)|^SSN\b|^n[uú]mero de seguro social/i,
  },
  {
    rule: 'tin.ein',
    pattern:
      /^(?:your )?employer (?:identification|ID\b)(?: (?:number|no\b\.?))?|^EIN\b|^n[uú]mero de identificaci[oóé6]n (?:del?|de) (?:empleador|patr[oó]n)/i,
  },
  { rule: 'tin.itin', pattern: /^individual taxpayer identification number|^ITIN\b/i },
  {
    rule: 'tin.taxpayer-id',
    pattern:
      /^(?:your )?taxpayer(?:'s|’s)? (?:identification|identifying|ID\b)(?: (?:number|no\b\.?))?(?:\s?\(s\))?|^TIN\b|^(?:taxpayer )?identifying numbers?(?:\s?\(s\))?|^n[uú]mero de identificaci[oóé6]n(?: del? contribuyente| del(?=\s*$))?/i,
  },
]

/** The last four digits and the kind of the taxpayer's number; a sample's `nnn-nn-nnnn` is none. */
export function findTin(pages: readonly PageText[]): Found<Tin> | null {
  const [four] = findLabeled(pages, [lastFour], takeLastFour)
  if (four) return four
  for (const label of labels) {
    const [found] = findLabeled(pages, [label], (text) => takeTin(text, label.rule))
    if (found) return found
  }
  return inReplyHeading(pages)
}

/** `Taxpayer ID number (last 4 digits): 9614` */
const lastFour: Label = {
  rule: 'tin.last-four',
  pattern:
    /^(?:your )?(?:taxpayer|social security|employer)\b[^:\d]{0,40}\(?(?:last|final) (?:4|four)(?: digits)?\)?/i,
}
function takeLastFour(text: string): { value: Tin; raw: string } | null {
  const match = /^(\d{4})(?!\d)/.exec(text)
  return match?.[1] ? { value: { type: null, last4: match[1] }, raw: match[1] } : null
}

const mask = '[0-9XxnN*#•]'
const personal = new RegExp(`^(${mask}{3})\\s?[-–]?\\s?(${mask}{2})\\s?[-–]?\\s?(\\d{4})(?!\\d)`)
const employer = new RegExp(`^(${mask}{2})\\s?[-–]\\s?(${mask}{3})(\\d{4})(?!\\d)`)

function takeTin(text: string, rule: string): { value: Tin; raw: string } | null {
  const asEmployer = employer.exec(text)
  if (asEmployer?.[3] && rule !== 'tin.ssn' && rule !== 'tin.itin')
    return { value: { type: 'EIN', last4: asEmployer[3] }, raw: asEmployer[0] }
  const asPerson = personal.exec(text)
  if (asPerson?.[3])
    return { value: { type: kindOf(rule, asPerson[1] ?? ''), last4: asPerson[3] }, raw: asPerson[0] }
  // Stars are often misread, the four digits behind them are not; `Tax Form 1040` has words for stars.
  const tail = /^(?:ending in |(?=[^\d]*[*xX•#-])(?!\P{N}*\p{Lu}\p{Ll}{2})[^\d$]{1,10})(\d{4})$/u.exec(text)
  return tail?.[1] ? { value: { type: kindOf(rule, ''), last4: tail[1] }, raw: tail[0] } : null
}

/** A number from 900 on under a general label may be an ITIN or not: no social security number begins so. */
function kindOf(rule: string, area: string): Tin['type'] {
  if (rule === 'tin.ssn') return 'SSN'
  if (rule === 'tin.itin') return 'ITIN'
  if (rule === 'tin.ein') return 'EIN'
  return area === '' || /^9\d\d/.test(area) ? null : 'SSN'
}

/** `000-00-1234   202312 30` below the LTR line of a C letter: the shape alone, in that place. */
function inReplyHeading(pages: readonly PageText[]): Found<Tin> | null {
  for (const page of pages) {
    const heading = page.lines.find((line) => line.box[1] < 0.4 && /\bLTR\s?\d{2,4}\s?-?C\b/i.test(line.text))
    if (!heading) continue
    for (const line of page.lines) {
      const below = line.box[1] - heading.box[1]
      if (below < 0 || below > 0.06 || line.box[0] < 0.3) continue
      const value = takeTin(line.text, /^\d\d-\d{7}/.test(line.text) ? 'tin.ein' : 'tin.ssn')
      if (!value) continue
      const { box, confidence } = line
      return {
        value: value.value,
        evidence: { page: page.page, box, raw: value.raw, confidence, rule: 'tin.reply-heading' },
      }
    }
  }
  return null
}
