import type { Law } from '../../../shared/law/law.ts'
import type { PageText } from '../../../shared/model/letter.ts'
import { confusionsOf } from './number-confusions.ts'

/** The numbers that reading knows: the catalog, and the letters known by name. */
export type KnownNumbers = Pick<Law, 'notices' | 'named'>
/**
 * Finds a catalog code by a printed number; see `codeOf`. `confusions`: the codes that one misread character
 * makes of a code; `titles`: what each of them is called.
 */
export type NoticeCodes = {
  byNumber: ReadonlyMap<string, string>
  confusions: ReadonlyMap<string, ReadonlySet<string>>
  titles: ReadonlyMap<string, string>
}
/** A printed number taken apart: `CP 297A` is family `CP`, number `297`, suffix `A`. */
type PrintedNumber = { family: 'CP' | 'LT' | 'LP' | 'ST' | 'L' | 'F'; number: string; suffix: string }

const codesOf = new WeakMap<KnownNumbers, NoticeCodes>()

/** Every way in which the catalog says that a number is printed leads to its code. Worked out once for a catalog. */
export function noticeCodesFrom(law: KnownNumbers): NoticeCodes {
  const known = codesOf.get(law) ?? collectCodes(law)
  codesOf.set(law, known)
  return known
}

function collectCodes(law: KnownNumbers): NoticeCodes {
  const catalog = law.notices
  const known = [...catalog, ...law.named]
  const byNumber = new Map<string, string>()
  const add = (text: string, code: string) => {
    const printed = printedNumber(text)
    if (printed && !byNumber.has(keyOf(printed))) byNumber.set(keyOf(printed), code)
  }
  for (const letter of known) add(letter.code, letter.code)
  for (const notice of known) for (const text of notice.printedAs) add(text, notice.code)
  for (const { spanishNumbers, spanishByRule } of catalog)
    for (const number of [...spanishNumbers, ...spanishByRule]) add(number, number)
  const titles = new Map(known.map(({ code, title }) => [code, title.en]))
  return { byNumber, confusions: confusionsOf(byNumber), titles }
}

const digits = '[0-9OoQDIl|!ZzSsBG]'
const families: readonly { family: PrintedNumber['family']; pattern: RegExp }[] = [
  {
    family: 'CP',
    pattern: new RegExp(`^(?:Notice |Aviso )?[CG]\\s?P\\s?[-–.]?\\s?(${digits}{2,5})\\s?-?([A-Z]{0,2})$`),
  },
  {
    family: 'LT',
    pattern: new RegExp(
      `^(?:Notice |Letter |Ltr )?[L1I|!\\\\/[(]\\s?T\\s?[-–]?\\s?(${digits}{2,4})([A-Z]?)$`,
    ),
  },
  { family: 'LP', pattern: new RegExp(`^(?:Notice |Letter )?LP\\s?[-–]?\\s?(${digits}{2,3})([A-Z]?)$`) },
  { family: 'ST', pattern: new RegExp(`^(?:Notice |Letter )?ST\\s?[-–]?\\s?(${digits}{2})$`) },
  {
    family: 'L',
    pattern: new RegExp(
      `^(?:Letter|LETTER|L[Tt][Rr]\\.?|L)\\s?[-–]?\\s?(${digits}{2,4})\\s?-?\\s?(CG|[A-Z¢€(]?)$`,
    ),
  },
  { family: 'L', pattern: new RegExp(`^(${digits}{2,4})\\s?-?(C)$`) },
  { family: 'F', pattern: /^(?:Form\s?|F)?([6G][6G][8B])\s?-?\s?\(?([ADWY])\)?$/i },
]

/** What is left of dots or of a rule before a number; a bar or a stroke that touches a T may be its L. */
const leadingMarks = /^(?:[|[\](){}.,:;'"_~=—–-]+\s+)*[[\](){}.,:;'"_~=—–-]*(?=[ACFGILNS|!\\/\d])/

/** A printed number without what the edge of a box, a leader or a speck has left beside it. */
export const withoutMarks = (text: string): string =>
  text
    .trim()
    .replace(leadingMarks, '')
    .replace(/["'.,:;_~=\]—–\s]+$/, '')

/** Takes a text that is a notice's number and nothing more apart; office marks and `(SP)` do not count. */
export function printedNumber(text: string): PrintedNumber | null {
  const bare = withoutMarks(text)
    .replace(/\s?\(?\b(?:SP)\)?$/, '')
    .replace(/(?:\s?\((?:DO|CG|P|SC|ICS|ACS|c)(?:\/CG)?\))+$/i, '')
    .replace(/\s?\(Rev\b.*$/, '')
    .trim()
  for (const { family, pattern } of families) {
    const match = pattern.exec(bare)
    if (match)
      return { family, number: match[1] ?? '', suffix: (match[2] ?? '').replace(/[¢€(]/, 'C').toUpperCase() }
  }
  return null
}

/**
 * The catalog code of a printed number, or null. On a picture of print, letters that OCR takes for digits are
 * tried as those digits, and a last letter as both; two different notices that fit make it unknown.
 */
export function codeOf(
  codes: NoticeCodes,
  printed: PrintedNumber,
  source: PageText['source'] = 'ocr',
): string | null {
  const exact = codes.byNumber.get(keyOf(printed))
  if (exact !== undefined) return exact
  const readings = source === 'ocr' ? readingsOf(printed) : [asPrinted(printed)]
  const found = new Set(readings.flatMap((reading) => codes.byNumber.get(keyOf(reading)) ?? []))
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** Whether a last letter had to be taken for a digit: then it may be the suffix of a number in no list. */
export const isGuessed = (codes: NoticeCodes, printed: PrintedNumber): boolean =>
  /[A-Z]$/.test(printed.number + printed.suffix) && !codes.byNumber.has(keyOf(asPrinted(printed)))

/** Letters behind the digits are a suffix. */
function asPrinted(printed: PrintedNumber): PrintedNumber {
  const { family, number, suffix } = printed
  const [, digits, letters] = /^(\d+)([A-Z]*)$/.exec(number) ?? []
  return digits === undefined ? printed : { family, number: digits, suffix: `${letters}${suffix}` }
}

/** A last letter can be a suffix or a misread digit, so both are tried. */
function readingsOf({ family, number, suffix }: PrintedNumber): PrintedNumber[] {
  const readings = [{ family, number: asDigits(number), suffix }]
  const last = number.slice(-1)
  if (suffix === '' && /[A-Z]/.test(last))
    readings.push({ family, number: asDigits(number.slice(0, -1)), suffix: last })
  if (/^[OQDIZSBG]$/.test(suffix)) readings.push({ family, number: asDigits(number + suffix), suffix: '' })
  return readings
}

const asDigits = (text: string) =>
  text
    .replace(/[OoQD]/g, '0')
    .replace(/[Il|!]/g, '1')
    .replace(/[Zz]/g, '2')
    .replace(/[Ss]/g, '5')
    .replace(/B/g, '8')
    .replace(/G/g, '6')
const keyOf = ({ family, number, suffix }: PrintedNumber) =>
  `${family}${number.replace(/^0+(?=\d{2})/, '')}${suffix}`
