import type { PageText, SignPlace } from '../../../shared/model/letter.ts'
import type { ScamIndicator } from '../../../shared/model/structure.ts'
import { evidenceIn, type Paragraph, paragraphsOf } from './paragraphs.ts'

/** More marks than these hide the paper. */
const mostSigns = 20

/**
 * What a true letter from the IRS does not say. Each indicator counts alone, and none is a verdict: a person is told
 * what was seen and whom to ask. The places of the words are for marking them on the paper. Source: irs.gov, "Recognize tax scams and fraud" and "How to know it's the IRS".
 */
export function scamSignsIn(pages: readonly PageText[]): {
  indicators: ScamIndicator[]
  places: SignPlace[]
} {
  const paragraphs = pages.flatMap(paragraphsOf)
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
  const found = [
    ...indicators.map(([indicator, pattern]) => ({ indicator, matches: asking(text, pattern) })),
    { indicator: 'web-address' as const, matches: foreignAddresses(text) },
  ].filter(({ matches }) => matches.length > 0)
  const places = found.flatMap(({ matches }) => matches.flatMap((match) => placeOf(paragraphs, match)))
  return { indicators: found.map(({ indicator }) => indicator), places: places.slice(0, mostSigns) }
}

/** The lines that some words run over, in the text of all paragraphs. */
function placeOf(paragraphs: readonly Paragraph[], match: RegExpExecArray): SignPlace[] {
  let start = 0
  for (const paragraph of paragraphs) {
    const at = match.index - start
    if (at < paragraph.text.length) {
      const { page, box } = evidenceIn(paragraph, at, match[0], 'scam-indicator')
      return [{ page, box }]
    }
    start += paragraph.text.length + 1
  }
  return []
}

const indicators: readonly (readonly [ScamIndicator, RegExp])[] = [
  ['gift-cards', /\b(?:gift|prepaid(?: debit)?|iTunes|Google Play) cards?\b/gi],
  [
    'wire-or-crypto',
    /\b(?:wire transfer|western union|moneygram|zelle|cash ?app|venmo|bitcoin|crypto(?:currency)?)\b/gi,
  ],
  [
    'arrest',
    /\b(?:avoid (?:arrest|jail|prosecution)|(?:warrant (?:for|of) (?:your )?arrest|arrest warrant)|you will be (?:arrested|deported)|local police|distraint warrant)\b/gi,
  ],
  [
    'payee',
    // What stands beside the stub may be read between `United States` and `Treasury`.
    /\b(?:checks?|money orders?) (?:payable|made out) to (?:the )?(?!(?:the )?(?:United States(?!\s+(?:Tax|Department|Bureau|Office|Agency|Revenue|Center|Service|Collection|Federal|Debt)\w*\b)|U\.?\s?S\.? Treasury))[A-Z]/g,
  ],
  [
    'advertisement',
    /\b(?:not (?:affiliated|associated|connected) with|not endorsed by|not a government agency|paid advertis\w+|this is an advertisement|solicitation)\b/gi,
  ],
  [
    'made-up-office',
    /\b(?:tax (?:resolution|enforcement|processing|relief|settlement|mediation|lien) (?:unit|center|bureau|division|program|notification bureau)|distraint warrant office|bureau of tax (?:enforcement|fraud))\b/gi,
  ],
  [
    'settle-for-less',
    /\b(?:settle for (?:less|pennies|a fraction)|pennies on the dollar|fresh start (?:eligibility|hotline)|tax experts?)\b/gi,
  ],
  ['act-within-hours', /\bwithin (?:24|48|72|twenty[- ]four|forty[- ]eight) hours\b/gi],
]

/** Warnings name the same things: `the IRS never asks for gift cards`. */
function asking(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter((match) => {
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    return !/\b(?:never|don['’]t|do not|does not|doesn['’]t|won['’]t|not ask|beware|scam)\b[^.]*$/i.test(
      before,
    )
  })
}

/** `irs-payments.com`, `irsgov.us`: the IRS's own addresses end in .gov. */
const foreignAddresses = (text: string): RegExpExecArray[] => [
  ...text.matchAll(/\b[\w.-]*irs[\w-]*(?:\.[\w-]+)*\.(?:com|net|org|us|info|co|io|biz)\b/gi),
]
