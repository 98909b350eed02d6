import type { Day } from '../../../shared/model/day.ts'
import type { PageText } from '../../../shared/model/letter.ts'
import { dateAtStart, datesIn } from './dates.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import { evidenceIn, type Paragraph, paragraphsOf } from './paragraphs.ts'

/**
 * A last day that the letter itself prints. A day for a court or a hearing outranks a day to answer, and that one
 * outranks a day to pay; the rule's name tells which it is.
 */
export function findRespondBy(pages: readonly PageText[]): Found<Day> | null {
  const paragraphs = pages.flatMap(paragraphsOf)
  for (const { label, sentences } of kinds) {
    const found = findLabeled(pages, [label], takeDate)[0] ?? inSentence(paragraphs, sentences, label.rule)
    if (found) return found
  }
  return null
}

/** What is asked for, as a label names it. */
const hearing =
  '(?:(?:a |an |the |your )?(?:(?:collection due process|CDP|appeals|due process) )*(?:\\(CDP\\) )?hearing|(?:the )?(?:enclosed )?Form 12153)'
const by =
  '(?:by|before|until|no later than|not later than|on or before|postmarked by|postmarked on or before)'
const byInSpanish = '(?:antes del|a m[aá]s tardar el|no m[aá]s tarde del|para el|hasta el)'
/** A stretch of one sentence; a point within a number or an abbreviation does not end it. */
const within = (characters: number) => `(?:[^.;]|\\.(?=\\S)|U\\.S\\.){0,${characters}}?`
const kinds: readonly { label: Label; sentences: readonly RegExp[] }[] = [
  {
    label: {
      rule: 'respond-by.petition',
      pattern: /^last (?:day|date) to (?:file (?:a )?|timely file (?:a )?)?petition\b.*?(?=:|$|\d)/i,
    },
    sentences: [new RegExp(`\\b(?:petition)\\b(?:[^.;]|\\.(?=\\S)|U\\.S\\.){0,160}? ${by} $`, 'i')],
  },
  {
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
    sentences: [
      new RegExp(
        `\\b(?:hearing|Form 12153|Collection Due Process|appeal)\\b(?:[^.;]|\\.(?=\\S)|U\\.S\\.){0,200}? ${by} $`,
        'i',
      ),
      new RegExp(
        `\\brequests?(?: for (?:a|the|your) (?:CDP )?hearing)? must be (?:(?:received|mailed|sent)(?: to us)? )?${by} $`,
        'i',
      ),
      new RegExp(`\\bhearing\\. You must (?:do so|ask|request it|file)\\b[^.]{0,40}? ${by} $`, 'i'),
      // `We must have your Form 9423 no later than`, `you may ask for further review by`
      new RegExp(`\\bForm 9423\\b${within(120)} ${by} $`, 'i'),
      new RegExp(
        `\\b(?:ask for|request|seek|file for|file)(?: an?| the| any)? (?:further |additional |independent )?(?:review|reconsideration|conference|protest)\\b${within(120)} ${by} $`,
        'i',
      ),
      new RegExp(
        `\\b(?:audiencia|apelaci[oó]n|apelar|Formulario (?:12153|9423))\\b${within(200)} ${byInSpanish} $`,
        'i',
      ),
    ],
  },
  {
    label: {
      rule: 'respond-by.response',
      pattern:
        /^(?:response (?:is )?(?:due )?(?:date|by)|(?:please )?(?:respond|reply|response required|answer) (?:to us )?(?:by|no later than|before)|due date|fecha l[ií]mite(?: para responder)?|responda antes del)(?=\s*:|\s*$|\s+[A-Z\d])/i,
    },
    sentences: [
      new RegExp(
        `\\b(?:respond|reply|response|contact us|call us|send us|provide|answer)\\b(?:[^.;]|\\.(?=\\S)){0,140}? ${by} $`,
        'i',
      ),
      // `Unless you meet the terms by`, `we must have your papers no later than`
      new RegExp(`\\bunless (?:you|we)\\b${within(100)} ${by} $`, 'i'),
      new RegExp(`\\bwe (?:must|need to|have to) (?:have|receive|get|hear)\\b${within(140)} ${by} $`, 'i'),
      new RegExp(
        `\\b(?:responda|responder|respuesta|conteste|contestar|env[ií]e(?:nos)?|comun[ií]quese|ll[aá]menos|llame|recibir)\\b${within(140)} ${byInSpanish} $`,
        'i',
      ),
    ],
  },
  {
    label: {
      rule: 'respond-by.pay',
      pattern:
        /^(?:(?:amount|payment) due by|(?:please )?pay (?:this amount )?by|payment due date|(?:amount )?due by|pague antes del)(?=\s*:|\s*$|\s+[A-Z\d])/i,
    },
    sentences: [
      new RegExp(`\\b(?:pay|payment|amount due)\\b(?:[^.;]|\\.(?=\\S)){0,120}? ${by} $`, 'i'),
      new RegExp(`\\b(?:pague|pagar|pago)\\b${within(120)} ${byInSpanish} $`, 'i'),
    ],
  },
]

function takeDate(text: string): { value: Day; raw: string } | null {
  const date = dateAtStart(text)
  return date && { value: date.iso, raw: date.raw }
}

/** A pattern fits the text in front of a date. An equivalent hearing has another, later day. */
function inSentence(
  paragraphs: readonly Paragraph[],
  patterns: readonly RegExp[],
  rule: string,
): Found<Day> | null {
  for (const paragraph of paragraphs) {
    for (const date of datesIn(paragraph.text)) {
      const before = paragraph.text.slice(Math.max(0, date.at - 260), date.at)
      const match = patterns.map((pattern) => pattern.exec(before)).find((each) => each !== null)
      if (
        !match ||
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
  return labeled ?? inSentence(pages.flatMap(paragraphsOf), [terminates], 'termination')
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
  return labeled ?? inSentence(pages.flatMap(paragraphsOf), liens, 'lien-filed')
}
