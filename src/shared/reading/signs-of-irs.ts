import type { Line, PageText } from '../model/letter.ts'
import { printedPageOf } from './printed-page.ts'

/** `other`: clearly not a letter from the IRS, by its own words or because none of the signs is there. */
export type Sender = 'irs' | 'other' | 'unknown'

/**
 * Who sent these pages. A notice's number alone proves nothing: advertisers and banks print it too. The letterhead
 * carries most weight, words that the IRS never writes in a letter weigh against it.
 */
export function senderOf(pages: readonly PageText[], hasNumber: boolean): Sender {
  const [first] = pages
  if (!first) return 'unknown'
  const text = textOf(pages)
  if (pages.some(isOtherSender)) return 'other'
  if (!hasNumber && isBlankOrTranscript(first, text)) return 'other'
  const score =
    (isLetterhead(first) ? 2 : 0) +
    (namesIrsAtHead(first) ? 1 : 0) +
    (hasNumber && goesOn(first) ? 1 : 0) +
    weakSigns.filter((sign) => sign.test(text)).length
  if (score >= 2 && (hasNumber || letterLabels.test(text))) return 'irs'
  if (score >= 1) return 'unknown'
  const legible = first.lines.reduce((sum, line) => sum + (line.confidence > 0.7 ? line.text.length : 0), 0)
  return legible > 200 ? 'other' : 'unknown'
}

const textOf = (pages: readonly PageText[]) =>
  pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n')

/**
 * By its own words from somebody else: an agency of a state, an advertiser, or the person who got the letter. A letter
 * of the IRS may well name a state's agency.
 */
export function isOtherSender(page: PageText): boolean {
  const text = textOf([page])
  const isOfIrs = isLetterhead(page) || goesOn(page)
  return advertiser.test(text) || ownReply.test(text) || (!isOfIrs && stateAgency.test(text))
}

/** The first page of the letter is missing: what the second repeats of it has to do. */
const goesOn = (page: PageText) => (printedPageOf(page)?.number ?? 1) > 1

const advertiser =
  /\b(?:not (?:affiliated|associated|connected) with|not (?:a |an )?(?:part of |agency of )?(?:the )?(?:government|IRS|internal revenue)|not endorsed by|(?:this is an? |paid )advertis|solicitation)\b/i
const stateAgency =
  /\b(?:franchise tax board|(?:state )?department of revenue|department of taxation|division of taxation|state tax commission|state comptroller|comptroller of public accounts|employment development department)\b/i
const ownReply =
  /\bto whom it may concern\b|\bdear (?:sir|sirs|madam|irs|internal revenue)\b|^I (?:am writing|received (?:your|the|a)|disagree with)\b/im
const weakSigns: readonly RegExp[] = [
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
  const head = page.lines.filter((line) => line.box[1] < 0.28)
  const treasury = head.some((line) =>
    /^(?:IRS )?department of the treasury\b|^departamento del tesoro/i.test(line.text),
  )
  const service = head.some((line) =>
    /^(?:IRS )?internal revenue service\b|^servicio de impuestos internos/i.test(line.text),
  )
  return (treasury && service) || head.some(isJoined)
}

/** Anybody may name the IRS in a sentence; only the IRS does so above its letter. */
const namesIrsAtHead = (page: PageText) =>
  page.lines.some((line) => line.box[1] < 0.3 && /^(?:IRS\b|internal revenue service\b)/i.test(line.text))

const isJoined = (line: Line) =>
  /^(?:IRS )?department of the treasury\s*[-–—/,|]?\s*internal revenue service/i.test(line.text)

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
