import type { PageText } from '../../../shared/model/letter.ts'
import type { OtherSender } from '../../../shared/model/other-sender.ts'
import { advertiser, mailHeadOf, ownWords, stateAgency, toTheIrs } from './irs-indicators.ts'

/** Whose a paper seems to be that is not from the IRS, by words on its first page that has any; null: nothing shows it. */
export function otherSenderOf(pages: readonly PageText[]): OtherSender | null {
  for (const page of pages) {
    const from = mailHeadOf(page)
    if (from) return { kind: 'email', words: from.slice(0, 200) }
    const text = page.lines.map((line) => line.text).join('\n')
    for (const [kind, pattern] of indicators) {
      const words = pattern.exec(text)?.[0].trim()
      if (words) return { kind, words }
    }
  }
  return null
}

/** Who writes to the IRS names everybody else, and an advertisement may name a state: the surest words come first. */
const indicators: readonly (readonly [OtherSender['kind'], RegExp])[] = [
  ['own', toTheIrs],
  ['advertiser', advertiser],
  ['own', ownWords],
  ['state', stateAgency],
  [
    'collector',
    /\b(?:attempt(?:ing)? to collect a debt|debt collector|collection agency|collections? bureau)\b/i,
  ],
  [
    'bank',
    /\b(?:member FDIC|federally insured by NCUA|credit union|national bank|checking account|savings account)\b/i,
  ],
]
