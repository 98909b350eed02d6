import type { PageText } from '../../../shared/model/letter.ts'
import { findDebtTable } from './debt-table.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import { evidenceIn, paragraphsOf } from './paragraphs.ts'

/** Returns of a tax that can be owed; requests such as 12153, 9423 or 433-D are none. */
const taxForm =
  '(1040(?:-?(?:A|C|EZ|NR|PR|SR|SS|X))?|1041|1042|1065|1120(?:-?(?:C|F|H|L|S))?|2290|5329|5330|5500|706|709|720|730|8804|940|941|943|944|945|990(?:-?(?:EZ|PF|T))?|CT-?1)'
const civilPenalty = /^civil penalty\b|^CIV\.? ?PEN(?:ALTY)?\b|^CIVPEN\b/i
const atStart = new RegExp(`^(?:Form\\s?(?:number)?\\s?|\\d{4} Form\\s?)?${taxForm}(?![\\dA-Za-z])`, 'i')
const inBrackets = new RegExp(`^[^()]{0,40}\\(\\s?(?:Form\\s?)?${taxForm}\\s?\\)`, 'i')

const labels: readonly Label[] = [
  { rule: 'form.label', pattern: /^(?:tax )?form(?: number)?(?:\s?\(s\))?(?=\s*:|\s*$)/i },
  { rule: 'form.label', pattern: /^(?:form number|tax form)\b/i },
  {
    rule: 'form.kind-of-tax',
    pattern:
      /^(?:kind|type) of tax(?:es)?(?: and form(?: number)?)?(?:\s?\/\s?form(?: number)?)?(?:\s?\(a\))?(?:\s?\(form(?: number)?\))?(?: tax period.*)?/i,
  },
]

/** The return whose tax the letter is about: by table or label, else where the text ties it to a year. */
export function findForm(pages: readonly PageText[]): Found<string> | null {
  const table = findDebtTable(pages, takeForm)
  const forms = [...new Set(table?.value.rows.flatMap((row) => row.form ?? []))]
  // A debt from two kinds of return has no one form.
  if (forms.length > 1) return null
  if (table && forms[0]) return { value: forms[0], evidence: { ...table.evidence, rule: 'form.table' } }
  return findLabeled(pages, labels, takeForm)[0] ?? inSentence(pages)
}

/** `1040`, `Income (1040)`, `CIVIL PENALTY`. */
export function takeForm(text: string): { value: string; raw: string } | null {
  const penalty = civilPenalty.exec(text)
  if (penalty) return { value: 'CIVPEN', raw: penalty[0] }
  const match = atStart.exec(text) ?? inBrackets.exec(text)
  return match?.[1] ? { value: match[1].toUpperCase(), raw: match[0] } : null
}

const sentences: readonly RegExp[] = [
  new RegExp(
    `\\b(?:tax|taxes|return|income|balance|years?|periods?|ended)\\b[^.;]{0,60}\\(Form\\s${taxForm}\\s?\\)`,
    'i',
  ),
  new RegExp(`\\bthe form number \\(\\s?${taxForm}\\s?\\)`, 'i'),
  new RegExp(`\\b(?:19|20)\\d\\d,? \\(?Form\\s${taxForm}\\b`, 'i'),
  new RegExp(
    `\\bForm\\s${taxForm}\\)? (?:for|tax return for|tax for) (?:the )?(?:tax )?(?:year|period|quarter)?`,
    'i',
  ),
  new RegExp(`\\bform\\s?number \\(?${taxForm}\\b`, 'i'),
  new RegExp(`\\b(?:your|su) Form(?:ulario)?\\s${taxForm}(?![\\dA-Za-z-])`, 'i'),
]

function inSentence(pages: readonly PageText[]): Found<string> | null {
  for (const sentence of sentences) {
    for (const paragraph of pages.flatMap(paragraphsOf)) {
      const match = sentence.exec(paragraph.text)
      if (!match?.[1]) continue
      return {
        value: match[1].toUpperCase(),
        evidence: evidenceIn(paragraph, match.index, match[0], 'form.sentence'),
      }
    }
  }
  return null
}
