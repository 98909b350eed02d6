import type { FactOfKind } from '../../../shared/model/facts.ts'
import type { PageText } from '../../../shared/model/letter.ts'
import { findEmployeeId, findEmployeeName, findEmployeeTitle, findPhone, takePhone } from './contacts.ts'
import { type Found, findLabeled, type Label, type Take } from './find-labeled.ts'
import { evidenceIn, paragraphsOf } from './paragraphs.ts'
import { findHearingAddress, findHearingFax } from './where-to-send.ts'

const callerLabels: readonly Label[] = [
  {
    rule: 'caller-id.label',
    pattern:
      /^(?:your )?caller (?:ID|identification|I\.D\.)(?: (?:number|no\b\.?))?(?=\s*[:#\d]|\s*$)|^(?:su )?(?:n[uú]mero de )?identificaci[oóé6]n de (?:la )?llamada(?=\s*[:#\d]|\s*$)/i,
  },
]

/** The number that the letter asks to have at hand on the phone: `123456`. */
const findCallerId = (pages: readonly PageText[]): Found<string> | null =>
  findLabeled(pages, callerLabels, takeCallerId)[0] ?? null

/** Four to ten digits; more, or groups of 3-2-4, would be another number of the taxpayer. */
const takeCallerId: Take<string> = (text) => {
  const match = /^(?!\d{3}-\d\d-\d{4}\b)(\d{4,10})(?![\d-]|\s\d)/.exec(text)
  return match?.[1] ? { value: match[1], raw: match[1] } : null
}

const faxLabels: readonly Label[] = [
  {
    rule: 'fax.label',
    pattern:
      /^(?:(?:IRS|contact|your contact['’]?s?|our|employee|person to contact|office) )?(?:fax|facsimile|telefax)(?: (?:number|no\b\.?|us at|us|to))?(?=\s*[:(\d+]|\s*$)|^(?:n[uú]mero de )?fax(?=\s*[:(\d+]|\s*$)/i,
  },
]

/** `855-555-0133`: the fax of the office that wrote, from the label that names it. */
const findFax = (pages: readonly PageText[]): Found<string> | null =>
  findLabeled(pages, faxLabels, takePhone)[0] ?? null

const certifiedLabels: readonly Label[] = [
  {
    rule: 'certified-mail.label',
    pattern:
      /^(?:(?:sent )?(?:by|via) )?(?:USPS )?(?:certified mail|correo certificado)(?: return receipt requested)?(?:[,:]? ?(?:article|tracking))?(?: (?:number|no\b\.?|n[uú]mero))?(?=\s*[:#\d]|\s*$)|^article (?:number|no\b\.?)(?=\s*[:#\d]|\s*$)/i,
  },
]

/** `9214 8901 0661 5400 0123 45`: the article number of certified mail. One whose check digit is wrong was misread: none. */
const findCertifiedNumber = (pages: readonly PageText[]): Found<string> | null =>
  findLabeled(pages, certifiedLabels, takeCertified)[0] ?? null

const takeCertified: Take<string> = (text) => {
  const match = /^\d(?:[\s-]?\d){19,21}(?![\s-]?\d)/.exec(text)
  const digits = match?.[0].replace(/\D/g, '') ?? ''
  if (!match || !isArticleNumber(digits)) return null
  return { value: (digits.match(/\d{1,4}/g) ?? []).join(' '), raw: match[0] }
}

/**
 * The last digit is a check by modulo 10, weights 3 and 1 from the right (USPS Publication 91, package identification
 * code). Numbers of 20 digits are also printed with a check that counts the bar code's leading `91`.
 */
export function isArticleNumber(digits: string): boolean {
  if (digits.length === 22) return /^9[1-5]/.test(digits) && hasCheckDigit(digits)
  return (
    digits.length === 20 && /^[79]/.test(digits) && (hasCheckDigit(digits) || hasCheckDigit(`91${digits}`))
  )
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 1 ? 3 : 1), 0)
  return sum % 10 === 0
}

const uploadLabels: readonly Label[] = [
  {
    rule: 'upload-code.label',
    pattern:
      /^(?:your )?(?:(?:one[- ]time|unique|document) )*(?:upload|access) code(?=\s*[:#]|\s*$)|^(?:su )?c[oó]digo (?:[uú]nico )?(?:de acceso|para subir documentos)(?=\s*[:#]|\s*$)/i,
  },
]
const codeBefore =
  /\b(?:(?:one[- ]time|unique|document) )*(?:upload|access) code(?: for (?:this|your) (?:letter|notice))?(?: is)?:? ?$|\bc[oó]digo (?:[uú]nico )?de acceso(?: es)?:? ?$/i

/** `A1B2-C3D4`: opens the page of the IRS for uploading papers once. */
function findUploadCode(pages: readonly PageText[]): Found<string> | null {
  const [labeled] = findLabeled(pages, uploadLabels, takeCode)
  if (labeled) return labeled
  for (const paragraph of pages.flatMap(paragraphsOf))
    for (const { index } of paragraph.text.matchAll(/(?<=[ :])[A-Z\d]/g)) {
      const code = takeCode(paragraph.text.slice(index))
      if (!code || !codeBefore.test(paragraph.text.slice(0, index))) continue
      return { value: code.value, evidence: evidenceIn(paragraph, index, code.raw, 'upload-code.sentence') }
    }
  return null
}

/** Capitals and digits; a word has no digit, and a day or an amount is no code. */
const takeCode: Take<string> = (text) => {
  const match = /^(?=[A-Z-]*\d)[A-Z\d]{3,12}(?:-[A-Z\d]{2,8}){0,4}(?![\w/$-]|[.,]\d)/.exec(text)
  return match && match[0].length > 4 ? { value: match[0], raw: match[0] } : null
}

type LineRule = [
  name: FactOfKind<'line' | 'lines'>,
  find: (pages: readonly PageText[]) => Found<string> | null,
]

/** The rules for facts that are lines of text and depend on no other fact; `readLetters` applies them all. */
export const lineRules: readonly LineRule[] = [
  ['contactPhone', findPhone],
  ['employeeName', findEmployeeName],
  ['employeeId', findEmployeeId],
  ['callerId', findCallerId],
  ['faxNumber', findFax],
  ['certifiedNumber', findCertifiedNumber],
  ['employeeTitle', findEmployeeTitle],
  ['hearingAddress', findHearingAddress],
  ['hearingFax', findHearingFax],
  ['uploadCode', findUploadCode],
]
