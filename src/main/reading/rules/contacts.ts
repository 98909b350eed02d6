import type { Line, PageText } from '../../../shared/model/letter.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import { evidenceIn, paragraphsOf } from './paragraphs.ts'

const phoneLabels: readonly Label[] = [
  { rule: 'phone.contact', pattern: /^(?:telephone number )?of IRS office\b/i },
  {
    rule: 'phone.contact',
    pattern:
      /^(?:contact |your contact'?s? )?(?:tele)?phone(?: (?:number|no\b\.?))?(?: of IRS office)?(?=\s*[:(\d]|\s*$)|^contact (?:tele)?phone\b(?: number)?|^tel[eé]fono\b/i,
  },
  {
    rule: 'phone.to-contact-us',
    pattern:
      /^to contact us(?: call)?\b|^(?:para )?(?:comunicarse|contactarnos)(?: con nosotros)?|^(?:if you have (?:any )?questions,? )?call(?: us)?(?: at)?(?=\s*:|\s*[1(]|\s*$)/i,
  },
]

/** `800-829-1040`, from the label that names it; a fax number is none. */
export function findPhone(pages: readonly PageText[]): Found<string> | null {
  return findLabeled(pages, phoneLabels, takePhone)[0] ?? phoneInSentence(pages)
}

const callUs = /\bcall(?:ing)?(?: us| me)?(?:,? toll[- ]free)?(?: at)?:? (?=\+?1?[-. ]?\(?[2-9]\d\d)/gi
/** Numbers that serve everybody and not this letter. */
const otherOffice = /advocate|\bTTY\b|\bTDD\b|clinic|forms? and publications|order\b/i

/** `please call us toll free at 800-829-0922`, as letters without a heading block print it. */
function phoneInSentence(pages: readonly PageText[]): Found<string> | null {
  for (const paragraph of pages.flatMap(paragraphsOf)) {
    for (const match of paragraph.text.matchAll(callUs)) {
      const start = match.index + match[0].length
      const phone = takePhone(paragraph.text.slice(start))
      const before = paragraph.text.slice(Math.max(0, match.index - 90), match.index)
      if (!phone || otherOffice.test(before)) continue
      const evidence = evidenceIn(paragraph, match.index, match[0] + phone.raw, 'phone.sentence')
      return { value: phone.value, evidence }
    }
  }
  return null
}

export function takePhone(text: string): { value: string; raw: string } | null {
  const start = text.replace(/^(?:(?:tele)?phone|call|tel[eé]fono|tel\.?)[\s:]*/i, '')
  const match = /^(?:\+?1[-.\s])?\s?\(?([2-9]\d\d)\)?[-.\s–]{0,2}(\d{3})[-.\s–]{1,2}(\d{4})(?!\d)/.exec(start)
  return match ? { value: `${match[1]}-${match[2]}-${match[3]}`, raw: match[0] } : null
}

const personLabels: readonly Label[] = [
  {
    rule: 'employee.person-to-contact',
    pattern:
      /^(?:(?:person to contact|contact person|your contact person|employee(?: to contact)?|revenue officer|IRS employee)(?:'s|’s)?(?: name)?|name of (?:(?:the )?(?:person|employee) to )?contact|contact name|persona de contacto)(?=\s*:|\s*$)/i,
  },
  { rule: 'employee.name', pattern: /^(?:employee name|name)(?=\s*:)/i },
]

/** The person at the IRS who is named to contact. */
export function findEmployeeName(pages: readonly PageText[]): Found<string> | null {
  return findLabeled(pages, personLabels, takePerson)[0] ?? null
}

const titles =
  '(?:(?:supervisory|senior|field|group|lead|acting|independent) )*(?:(?:internal )?revenue (?:officer|agent)(?: advisor)?|(?:appeals|settlement|tax compliance|lien) (?:officer|advisor)|tax (?:examiner|specialist|analyst|examining technician)|(?:bankruptcy|lien|collection) (?:specialist|advisor)|(?:contact|customer service|collection) representative|(?:appeals|collection|group|team|territory|operations?|department|program|field) manager)'
const title = new RegExp(`^${titles}$`, 'i')
const behindName = new RegExp(`,? (?:- )?${titles}$`, 'i')
const titleLabels: readonly Label[] = [
  {
    rule: 'employee.title',
    pattern: /^(?:(?:employee|contact|contact person)(?:'s|’s)? )?(?:job )?title(?=\s*:)|^cargo(?=\s*:)/i,
  },
]

/** `Revenue Officer`, by its label, or beside or below the name of the person to contact. */
export function findEmployeeTitle(pages: readonly PageText[]): Found<string> | null {
  const [labeled] = findLabeled(pages, titleLabels, (text) =>
    title.test(text) ? { value: text, raw: text } : null,
  )
  return labeled ?? titleAtName(pages, findEmployeeName(pages)) ?? titleAsLabel(pages)
}

function titleAtName(pages: readonly PageText[], name: Found<string> | null): Found<string> | null {
  const page = pages.find((each) => each.page === name?.evidence.page)
  const own = page?.lines.find((line) => line.box === name?.evidence.box)
  if (!page || !own) return null
  const behind = behindName.exec(own.text)
  if (behind) return titleIn(page, own, behind[0].replace(/^[, -]+/, ''))
  const next = page.lines.find((line) => title.test(line.text) && isCloseTo(own, line))
  return next ? titleIn(page, next, next.text) : null
}

const isCloseTo = ({ box }: Line, { box: other }: Line): boolean =>
  other[1] > box[1] && other[1] - (box[1] + box[3]) < 1.2 * box[3] && Math.abs(other[0] - box[0]) < 0.02

/** `Revenue Officer: Odalys P. Renner` */
function titleAsLabel(pages: readonly PageText[]): Found<string> | null {
  for (const page of pages)
    for (const line of page.lines) {
      const label = /^([^:]{8,40}):/.exec(line.text)?.[1]?.trim() ?? ''
      if (title.test(label)) return titleIn(page, line, label)
    }
  return null
}

const titleIn = ({ page }: PageText, { box, confidence }: Line, value: string): Found<string> => ({
  value,
  evidence: { page, box, raw: value, confidence, rule: 'employee.title' },
})

function takePerson(text: string): { value: string; raw: string } | null {
  const alone = text.replace(/^name[\s:]+/i, '').replace(behindName, '')
  const match = /^((?:[A-Z][\p{L}'’.-]*\s?){1,5})$/u.exec(alone)
  const name = match?.[1]?.trim()
  if (!name || !/\p{L}{2}/u.test(name) || notAName.test(name)) return null
  return { value: name, raw: text }
}
const notAName =
  /\b(?:number|date|phone|telephone|contact|letter|notice|hours|fax|identification|employee|tax|internal|revenue|department|office|form|address|taxpayer|period|kind|serial)\b/i

const idLabels: readonly Label[] = [
  {
    rule: 'employee.id',
    pattern:
      /^(?:employee|contact|contact person)(?:'s|’s)? (?:ID|identification|I\.D\.)(?: (?:number|no\b\.?))?(?=\s*[:\d#]|\s*$)|^employee number(?=\s*[:\d#]|\s*$)|^badge (?:number|no\b\.?)/i,
  },
  { rule: 'employee.id', pattern: /^(?:ID|identification) number(?=\s*[:\d#]|\s*$)/i },
]

export function findEmployeeId(pages: readonly PageText[]): Found<string> | null {
  return findLabeled(pages, idLabels, takeEmployeeId)[0] ?? null
}

/** Seven to ten digits, often with hyphens; nine in groups of 3-2-4 would be a taxpayer's number. */
function takeEmployeeId(text: string): { value: string; raw: string } | null {
  const match = /^(?!\d{3}-\d\d-\d{4}\b)(?:\d{2,4}-\d{4,8}|\d{6,11})(?![\d-])/.exec(text)
  return match ? { value: match[0], raw: match[0] } : null
}
