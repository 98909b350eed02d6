import type { Line, PageText } from '../../../shared/model/letter.ts'
import { printedPageOf } from './printed-page.ts'

/** `other`: clearly not a letter from the IRS, by its own words or because none of the indicators is there. */
export type Sender = 'irs' | 'other' | 'unknown'

/**
 * Who sent these pages. A notice's number alone proves nothing: advertisers and banks print it too. The letterhead
 * carries most weight, words that the IRS never writes in a letter weigh against it.
 */
export function senderOf(pages: readonly PageText[], sightings: number): Sender {
  const [first] = pages
  const hasNumber = sightings > 0
  if (!first) return 'unknown'
  const text = textOf(pages)
  if (pages.some(isOtherSender)) return 'other'
  if (!hasNumber && isBlankOrTranscript(first, text)) return 'other'
  const score =
    (isLetterhead(first) ? 2 : 0) +
    (namesIrsAtHead(first) ? 1 : 0) +
    (hasNumber && goesOn(first) ? 1 : 0) +
    (hasNumber && hasCatalogNumber(first) ? 1 : 0) +
    weakIndicators.filter((indicator) => indicator.test(text)).length
  // Banks and advisers quote a number once and name the law; a notice prints its number in its box and on its coupon.
  const hasForm =
    isLetterhead(first) || namesIrsAtHead(first) || goesOn(first) || sightings > 1 || hasCatalogNumber(first)
  if (score >= 2 && hasForm && (hasNumber || letterLabels.test(text))) return 'irs'
  if (score >= 1) return 'unknown'
  return isLegible(first) ? 'other' : 'unknown'
}

/** Of a page that was hardly read nobody can say that the IRS did not send it. */
function isLegible({ lines }: PageText): boolean {
  const count = (some: readonly Line[]) => some.reduce((sum, line) => sum + line.text.length, 0)
  const legible = count(lines.filter((line) => line.confidence > 0.7))
  return legible > 200 && legible > 0.5 * count(lines)
}

const textOf = (pages: readonly PageText[]) =>
  pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n')

/**
 * By its own words from somebody else: an agency of a state, an advertiser, or the person who got the letter. A letter
 * of the IRS may well name a state's agency, and its later pages may be an answer to fill in (`I do not agree`).
 */
export function isOtherSender(page: PageText): boolean {
  const text = textOf([page])
  if (advertiser.test(text) || toTheIrs.test(text) || mailHeadOf(page)) return true
  if (goesOn(page)) return false
  return ownWords.test(text) || (!isLetterhead(page) && (stateAgency.test(text) || article.test(text)))
}

/**
 * `From: ... Subject: ...` at the head of a printed email: what says who sent it. The IRS mails its letters. A fax's cover has
 * such lines too, but no address with an @ and no `Sent:`.
 */
export function mailHeadOf({ lines }: PageText): string | null {
  const head = lines.filter((line) => line.box[1] < 0.4).map((line) => line.text)
  const line = (label: RegExp) => head.find((text) => label.test(text))
  const from = line(/^(?:from|de)\s*:\s*\S/i)
  const isMail = /@/.test(`${from} ${line(/^(?:to|para)\s*:/i)}`) || line(/^(?:sent|enviado)\s*:/i)
  return from && isMail && line(/^(?:subject|asunto)\s*:/i) ? from : null
}

/** What is written about notices, as web pages and leaflets do. */
const article =
  /\bwhat is (?:a |an |the )?(?:IRS )?(?:notice |letter )?(?:CP|LT)\s?\d|\bwhat is (?:a |an |the )?(?:IRS )?(?:notice|letter) \d|\bthe IRS (?:sends|issues|mails) (?:you )?(?:an? |the |this )?(?:notice |letter )?(?:CP|LT)?\s?\d|\bsee your (?:notice|letter)\b/i

/** The first page of the letter is missing: what the second repeats of it has to do. */
const goesOn = (page: PageText) => (printedPageOf(page)?.number ?? 1) > 1

/** `Catalog Number 40488S` at the foot: stands for a letterhead that a stamp or a fold has made unreadable. */
const hasCatalogNumber = (page: PageText) =>
  page.lines.some(
    (line) => line.box[1] > 0.85 && /\bcat(?:alog|\.)? ?(?:number|no\.?) ?\d{5}[A-Z]\b/i.test(line.text),
  )

export const advertiser =
  /\b(?:not (?:affiliated|associated|connected) with|not (?:a |an )?(?:part|agency|branch|division) of (?:the |any )?(?:\w+ )?(?:government|IRS|internal revenue)|not (?:a |an )?government(?:al)? (?:agency|entity|office|organization)|not endorsed by|(?:this is an? |paid )advertis|solicitation)\b/i
export const stateAgency =
  /\b(?:franchise tax board|department of revenue|department of taxation|division of (?:taxation|revenue)|state tax (?:commission|department)|(?:state )?comptroller of|state comptroller|employment development department|board of equalization|(?:city|county) (?:tax collector|treasurer|department of finance)|[a-z]+ department of treasury)\b/i
export const toTheIrs =
  /\bto whom it may concern\b|\bdear (?:sir|sirs|madam|irs|internal revenue|revenue officer|appeals officer)\b/i
export const ownWords =
  /^I (?:am writing|received (?:your|the|a)|disagree with|request|ask)\b|^(?:re|regarding)\s*:.*\b(?:notice|letter|CP\s?\d|LT\s?\d|SSN|EIN|tax(?:payer)?|hearing|appeal)\b|\b(?:my|our) (?:client|power of attorney)\b/im
const weakIndicators: readonly RegExp[] = [
  /\bwww\.irs\.gov\b|\birs\.gov\//i,
  /\bUnited States Treasury\b/i,
  /\binternal revenue code\b/i,
  /\b(?:taxpayer|employer) (?:ID|identification) number\b|\bsocial security number\b/i,
  /servicio de impuestos internos/i,
]
const letterLabels =
  /\b(?:(?:notice|letter) date|dear |person to contact|in reply refer to|fecha del aviso)|^date\s*:?/im

/** `Department of the Treasury / Internal Revenue Service` at the head of the page. */
export function isLetterhead(page: PageText): boolean {
  const head = page.lines.filter((line) => line.box[1] < 0.28 && !isBelowAnAddress(page, line))
  const treasury = head.some((line) =>
    /^(?:IRS )?department of the treasury\b|^departamento del tesoro/i.test(line.text),
  )
  const service = head.some((line) =>
    /^(?:IRS )?internal revenue(?: service\b|$)|^servicio de impuestos internos/i.test(line.text),
  )
  return (treasury && service) || head.some(isJoined)
}

/** Who writes to the IRS puts their own address above the one that they write to. */
function isBelowAnAddress(page: PageText, line: Line): boolean {
  return page.lines.some(
    (other) =>
      other.box[1] + other.box[3] <= line.box[1] &&
      Math.abs(other.box[0] - line.box[0]) < 0.1 &&
      /,?\s[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?$/.test(other.text),
  )
}

/** Anybody may name the IRS in a sentence; only the IRS does so above its letter. */
const namesIrsAtHead = (page: PageText) =>
  page.lines.some(
    (line) =>
      line.box[1] < 0.3 &&
      !isBelowAnAddress(page, line) &&
      /^(?:IRS\b|internal revenue service\b)/i.test(line.text),
  )

const isJoined = (line: Line) =>
  /^(?:IRS )?department of the treasury\s*[-–—/,|]?\s*internal revenue(?: service\b|$)/i.test(line.text)

/** Official forms, publications and transcripts: from the IRS, but not a letter. */
function isBlankOrTranscript(first: PageText, text: string): boolean {
  if (/\b(?:account|return|wage and income|record of account) transcript\b/i.test(text)) return true
  return isFormOrPublication(first)
}

/** `Form 12153` or `Publication 1660` in a corner: comes with letters, is none. */
export function isFormOrPublication(page: PageText): boolean {
  return page.lines.some((line) => {
    const corner = line.box[1] < 0.14 || line.box[1] > 0.88
    return corner && /^(?:Form|Publication|Pub\.|Instructions for|Schedule)\s?[\dA-Z][\w-]*\b/.test(line.text)
  })
}
