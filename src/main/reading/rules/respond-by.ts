import type { Day } from '../../../shared/model/day.ts'
import type { PageText } from '../../../shared/model/letter.ts'
import { dateAtStart, datesIn } from './dates.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import {
  type DaySentences,
  isPast,
  type LastDay,
  lastDaySentences,
  upTo,
  within,
} from './last-day-sentences.ts'
import { evidenceIn, type Paragraph, paragraphsOf } from './paragraphs.ts'

/**
 * A last day that the letter itself prints. A day for a court or a hearing outranks a day to answer, and that one
 * outranks a day to pay; the rule's name tells which it is.
 */
export function findRespondBy(pages: readonly PageText[]): Found<Day> | null {
  const paragraphs = pages.flatMap(paragraphsOf)
  for (const { kind, label } of kinds) {
    const labeled = findLabeled(pages, [label], takeDate).find(
      (each) => !isPast(textBefore(paragraphs, each)),
    )
    const found = labeled ?? inSentence(paragraphs, lastDaySentences[kind], label.rule)
    if (found) return found
  }
  return null
}

/** What is asked for, as a label names it. */
const hearing =
  '(?:(?:a |an |the |your )?(?:(?:collection due process|CDP|appeals|due process) )*(?:\\(CDP\\) )?hearing|(?:the )?(?:enclosed )?Form 12153)'
const kinds: readonly { kind: LastDay; label: Label }[] = [
  {
    kind: 'petition',
    label: {
      rule: 'respond-by.petition',
      pattern: /^last (?:day|date) to (?:file (?:a )?|timely file (?:a )?)?petition\b.*?(?=:|$|\d)/i,
    },
  },
  {
    kind: 'hearing',
    label: {
      rule: 'respond-by.hearing',
      pattern: new RegExp(
        `^(?:${[
          // `Last day to request a hearing`, `Deadline to file Form 12153`
          `(?:last (?:day|date)|deadline|date by which you must|due date) (?:to|for|request) ?(?:(?:request|ask for|file|mail|send|requesting|filing)(?: us)? )?${hearing}(?: request)?(?: (?:is|by|due))?`,
          `(?:(?:you )?(?:must|may) )?(?:request |file |mail |send )?${hearing}(?: request)?(?: must be (?:received|postmarked))? (?:deadline|due(?: date)?|by|date)`,
        ].join('|')})(?=\\s*:|\\s*$|\\s+[A-Z\\d])`,
        'i',
      ),
    },
  },
  {
    kind: 'response',
    label: {
      rule: 'respond-by.response',
      pattern:
        /^(?:response (?:is )?(?:due )?(?:date|by)|(?:please )?(?:respond|reply|response required|answer) (?:to us )?(?:by|no later than|before)|due date|fecha l[ií]mite(?: para responder)?|responda antes del)(?=\s*:|\s*$|\s+[A-Z\d])/i,
    },
  },
  {
    kind: 'pay',
    label: {
      rule: 'respond-by.pay',
      pattern:
        /^(?:(?:amount|payment) due by|(?:please )?pay (?:this amount )?by|payment due date|(?:amount )?due by|pague antes del)(?=\s*:|\s*$|\s+[A-Z\d])/i,
    },
  },
]

/** A line of running text may begin as a label does: `We asked you to / pay by May 1, 2026`. */
function textBefore(paragraphs: readonly Paragraph[], { evidence }: Found<Day>): string {
  for (const { lines } of paragraphs) {
    const at = lines.findIndex(({ box }) => box === evidence.box)
    if (at >= 0)
      return lines
        .slice(0, at + 1)
        .map(({ text }) => text)
        .join(' ')
  }
  return ''
}

function takeDate(text: string): { value: Day; raw: string } | null {
  const date = dateAtStart(text)
  return date && { value: date.iso, raw: date.raw }
}

/** An equivalent hearing has another, later day. */
function inSentence(
  paragraphs: readonly Paragraph[],
  { before: patterns, after: purposes = [] }: DaySentences,
  rule: string,
): Found<Day> | null {
  for (const paragraph of paragraphs) {
    for (const date of datesIn(paragraph.text)) {
      const before = paragraph.text.slice(Math.max(0, date.at - 260), date.at)
      const after = paragraph.text.slice(date.at + date.raw.length, date.at + date.raw.length + 140)
      const match =
        patterns.map((pattern) => pattern.exec(before)).find((each) => each !== null) ??
        (purposes.some((purpose) => purpose.test(after)) ? upTo.exec(before) : null)
      if (
        !match ||
        isPast(before) ||
        /(?<!due process or )equivalent hearing[^.]*$/i.test(before) ||
        /\bif\b[^.]*terminat/i.test(match[0])
      )
        continue
      return { value: date.iso, evidence: evidenceIn(paragraph, date.at, date.raw, `${rule}-sentence`) }
    }
  }
  return null
}

const termination: readonly Label[] = [
  {
    rule: 'termination.label',
    pattern:
      /^(?:date of )?(?:agreement )?(?:termination|terminates?)(?: date| on)?(?=\s*:|\s*$|\s+[A-Z\d])/i,
  },
]
const terminates =
  /\b(?:cancelaremos|terminaremos|rescindiremos)\b(?:[^.;]|\.(?=\S)){0,120}? (?:el|a partir del) $|\bterminat(?:e|ed|es|ion)\b(?:[^.;]|\.(?=\S)){0,120}? (?:on|effective(?: on)?|as of) $/i

/** The day on which the letter says that the installment agreement ends. */
export function findTermination(pages: readonly PageText[]): Found<Day> | null {
  const [labeled] = findLabeled(pages, termination, takeDate)
  return labeled ?? inSentence(pages.flatMap(paragraphsOf), { before: [terminates] }, 'termination')
}

const lienFiled: readonly Label[] = [
  {
    rule: 'lien-filed.label',
    pattern:
      /^(?:date (?:the )?(?:(?:NFTL|notice of federal tax lien|(?:notice of )?lien) (?:was )?)?filed|(?:date of )?(?:NFTL|(?:notice of )?(?:federal tax )?lien) (?:filing(?: date)?|filed(?: on)?|recorded(?: on)?)|(?:lien )?(?:filing|recording) date|fecha (?:de presentaci[oó]n|en que se present[oó]) (?:del|el) (?:aviso de )?gravamen)(?=\s*:|\s*$|\s+[A-Z\d])/i,
  },
]
const liens = [
  new RegExp(
    `\\b(?:fil(?:ed|ing)|recorded|sent) (?:a |the |this )?(?:notice of )?(?:federal tax |tax )?lien\\b${within(160)} on $`,
    'i',
  ),
  new RegExp(
    `\\b(?:federal tax lien|NFTL)\\b${within(80)} (?:was|has been|were) (?:filed|recorded)\\b${within(120)} on $`,
    'i',
  ),
  new RegExp(
    `\\b(?:presentamos|se present[oó]|registramos|se registr[oó])\\b${within(40)} gravamen\\b${within(120)} el(?: d[ií]a)? $`,
    'i',
  ),
]

/** The day on which the letter says that the Notice of Federal Tax Lien was filed. */
export function findLienFiled(pages: readonly PageText[]): Found<Day> | null {
  const [labeled] = findLabeled(pages, lienFiled, takeDate)
  return labeled ?? inSentence(pages.flatMap(paragraphsOf), { before: liens }, 'lien-filed')
}
