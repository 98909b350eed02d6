import type { PageDoubt } from '../../../shared/model/doubt.ts'
import {
  type FactName,
  type LetterFacts,
  noFacts,
  type PageText,
  type Reading,
} from '../../../shared/model/letter.ts'
import type { LetterPagesOverride } from '../../../shared/model/page-layout-override.ts'
import { findAddresses } from './addresses.ts'
import { findAmount } from './amount.ts'
import { findAmountPart } from './amount-parts.ts'
import type { Found } from './find-labeled.ts'
import { isFormUnderSlip } from './form-slip.ts'
import { lineRules } from './identifiers.ts'
import { type Sender, senderOf } from './irs-indicators.ts'
import { withKnownPhrases } from './known-phrases.ts'
import { languageOf } from './language.ts'
import { type KnownNumbers, type NoticeCodes, noticeCodesFrom } from './notice-codes.ts'
import { findNoticeDate } from './notice-date.ts'
import { chooseNumber, numbersOn } from './notice-number.ts'
import { overriddenLetters } from './overridden-letters.ts'
import { orderPages } from './page-order.ts'
import { findLienFiled, findRespondBy, findTermination } from './respond-by.ts'
import { scamSignsIn } from './scam-indicators.ts'
import { type LetterPages, splitLetters } from './split-letters.ts'
import { findForm } from './tax-form.ts'
import { findTaxPeriods } from './tax-periods.ts'
import { findTin } from './tin.ts'
import { titleSays } from './title-witness.ts'
import { secondSightOf } from './two-readings.ts'

/**
 * The letters in a scan and what they say. `isIrs` is null when the pages do not show it; a paper that is clearly
 * from somebody else gives no letter at all, and one whose number is unclear gives its other facts. `overridden`: which
 * pages make which letter, where a person said so.
 */
export function readLetters(
  known: KnownNumbers,
  read: readonly PageText[],
  overridden: readonly LetterPagesOverride[] | null = null,
): { isIrs: boolean | null; letters: Reading[] } {
  const pages = read.map(withKnownPhrases)
  const codes = noticeCodesFrom(known)
  const numbersOf = (page: PageText) => numbersOn(codes, page)
  const split = overridden ? overriddenLetters(pages, overridden, numbersOf) : splitLetters(pages, numbersOf)
  const parts = split.map((letter) => {
    const own = letter.own.map((cues) => cues.page)
    const sender = isFormUnderSlip(letter) ? 'other' : senderOf(own, letter.numbers.length)
    return { letter, sender }
  })
  const isIrs = isIrsFrom(parts.map((part) => part.sender))
  return {
    isIrs,
    letters: overridden
      ? parts.map((part) => readOverridden(part, codes, parts.length))
      : lettersFrom(parts, codes),
  }
}

function isIrsFrom(senders: readonly Sender[]): boolean | null {
  if (senders.includes('irs')) return true
  return senders.length > 0 && senders.every((sender) => sender === 'other') ? false : null
}

/** Pages of another sender stay with the letter before them: an envelope often holds more than the letter. */
function lettersFrom(parts: readonly Part[], codes: NoticeCodes): Reading[] {
  const letters: LetterPages[] = []
  for (const { letter, sender } of parts) {
    const last = letters[letters.length - 1]
    if (sender === 'irs') letters.push(last ? letter : { ...letter, cutBecause: [] })
    else if (last) {
      last.all.push(...letter.all)
      for (const { page, excludedAs } of letter.own)
        last.excludedPages.push({ page: page.page, kind: excludedAs ?? 'other-paper' })
      last.excludedPages.push(...letter.excludedPages)
    } else if (sender === 'unknown' && parts.length === 1) letters.push({ ...letter, numbers: [] })
  }
  return letters.map((letter) => readLetter(letter, codes, letters.length))
}

type Part = { letter: LetterPages; sender: Sender }

/** What a person called a letter stays one; what is not surely from the IRS still claims no number, or nothing at all. */
function readOverridden({ letter, sender }: Part, codes: NoticeCodes, letterCount: number): Reading {
  const reading = readLetter(sender === 'irs' ? letter : { ...letter, numbers: [] }, codes, letterCount)
  return sender === 'other' ? { ...reading, facts: noFacts, evidence: {} } : reading
}

function readLetter(letter: LetterPages, codes: NoticeCodes, letterCount: number): Reading {
  const { own, pages: inOrder, structure } = orderPages(letter, letterCount)
  const pages = own.map((cues) => cues.page)
  const facts: LetterFacts = { ...noFacts }
  const evidence: Reading['evidence'] = {}
  function put<K extends FactName>(name: K, found: Found<LetterFacts[K]> | null): void {
    if (!found) return
    facts[name] = found.value
    evidence[name] = found.evidence
  }
  const form = findForm(pages)
  const tin = findTin(pages)
  const addresses = findAddresses(pages)
  put(
    'noticeCode',
    chooseNumber(letter.numbers, (code) => titleSays(codes, code, pages)),
  )
  put('noticeDate', findNoticeDate(pages))
  put('respondByDate', findRespondBy(pages))
  put('terminationDate', findTermination(pages))
  put('lienFiledDate', findLienFiled(pages))
  put('form', form)
  put('taxPeriods', findTaxPeriods(pages, form?.value ?? null))
  const amount = findAmount(pages)
  put('amountDue', amount)
  for (const part of ['taxOwed', 'penalty', 'interest'] as const) put(part, findAmountPart(pages, part))
  put('tinLast4', tin && { value: tin.value.last4, evidence: tin.evidence })
  if (tin?.value.type) put('tinType', { value: tin.value.type, evidence: tin.evidence })
  put('taxpayerName', addresses.taxpayerName)
  put('taxpayerAddress', addresses.taxpayerAddress)
  put('returnAddress', addresses.returnAddress)
  for (const [name, find] of lineRules) put(name, find(pages))
  facts.language = languageOf(pages)
  const doubt = amount?.doubt ?? belowPart(facts)
  const sight = secondSightOf({ facts, evidence }, pages)
  const doubts = { ...sight.doubts, ...(doubt ? { amountDue: doubt } : {}) }
  return {
    pages: inOrder,
    facts,
    evidence: sight.evidence,
    ...(Object.keys(doubts).length > 0 ? { doubts } : {}),
    structure,
    ...signsOf(pages),
  }
}

function signsOf(pages: readonly PageText[]): Pick<Reading, 'scamIndicators' | 'signPlaces'> {
  const { indicators, places } = scamSignsIn(pages)
  return { scamIndicators: indicators, ...(places.length > 0 ? { signPlaces: places } : {}) }
}

/**
 * A digit that was lost at the front makes an amount smaller than the penalty or interest in it. The tax may be larger:
 * payments come off it.
 */
function belowPart({ amountDue, penalty, interest }: LetterFacts): PageDoubt | null {
  const parts = [penalty, interest].filter((part) => part !== null)
  const below = amountDue !== null && parts.some((part) => Number(part) > Number(amountDue))
  return below ? { reason: 'below-part', other: null } : null
}
