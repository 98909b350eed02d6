import type { Law } from '../../../shared/law/law.ts'

/** The numbers that reading knows: the catalog, and the letters known by name. */
export type KnownNumbers = Pick<Law, 'notices' | 'named'>
/** Finds a catalog code by a printed number; see `codeOf`. */
export type NoticeCodes = { byNumber: ReadonlyMap<string, string> }
/** A printed number taken apart: `CP 297A` is family `CP`, number `297`, suffix `A`. */
type PrintedNumber = { family: 'CP' | 'LT' | 'LP' | 'L' | 'F'; number: string; suffix: string }

/** Every way in which the catalog says that a number is printed leads to its code. */
export function noticeCodesFrom(law: KnownNumbers): NoticeCodes {
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
  return { byNumber }
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
  {
    family: 'L',
    pattern: new RegExp(
      `^(?:Letter|LETTER|L[Tt][Rr]\\.?|L)\\s?[-–]?\\s?(${digits}{2,4})\\s?-?\\s?([A-Z¢€(]?)$`,
    ),
  },
  { family: 'L', pattern: new RegExp(`^(${digits}{2,4})\\s?-?(C)$`) },
  { family: 'F', pattern: /^(?:Form\s?|F)?([6G][6G][8B])\s?-?\s?\(?([AWY])\)?$/i },
]

/** What is left of dots or of a rule before a number; a bar or a stroke that touches a T may be its L. */
const leadingMarks = /^(?:[|[\](){}.,:;'"_~=—–-]+\s+)*[[\](){}.,:;'"_~=—–-]*(?=[ACFGILN|!\\/\d])/

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
 * The catalog code of a printed number, or null. Letters that OCR takes for digits are tried as those digits; two
 * different notices that fit make it unknown.
 */
export function codeOf(codes: NoticeCodes, printed: PrintedNumber): string | null {
  const exact = codes.byNumber.get(keyOf(printed))
  if (exact !== undefined) return exact
  const found = new Set<string>()
  for (const reading of readingsOf(printed)) {
    const code = codes.byNumber.get(keyOf(reading))
    if (code !== undefined) found.add(code)
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/**
 * Whether a misread digit or a lost suffix would make another catalog notice of it, as with CP501 and CP504 or CP297
 * and CP297A. LP59 has none.
 */
export function hasLookalike(codes: NoticeCodes, printed: PrintedNumber): boolean {
  const own = codeOf(codes, printed)
  const { family, number } = { ...printed, number: asDigits(printed.number) }
  const others = [...number].flatMap((digit, at) =>
    [...(alike[digit] ?? '')].map((other) => number.slice(0, at) + other + number.slice(at + 1)),
  )
  const suffixes = ['', ...'ABCDHNPRW']
  return [number, ...others].some((each) =>
    suffixes.some((suffix) => {
      const code = codes.byNumber.get(keyOf({ family, number: each, suffix }))
      return code !== undefined && code !== own
    }),
  )
}

/** Digits that OCR takes for one another. */
const alike: Record<string, string> = {
  '0': '689',
  '1': '47',
  '2': '7',
  '3': '589',
  '4': '19',
  '5': '3689',
  '6': '0589',
  '7': '12',
  '8': '03569',
  '9': '034858',
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
