import { datesIn } from './dates.ts'

/** Reads years, months and days from the start of a text, as long as nothing else comes between. */
export function periodsIn(text: string, quarterly: boolean): { value: string[]; raw: string } | null {
  const value: string[] = []
  let rest = text
  for (;;) {
    const [date] = datesIn(rest)
    const plain = /^(?:(?:19|20)\d\d)(-\d\d|(?:0[1-9]|1[0-2]))?(?![\d,.]*\d)/.exec(rest)
    if (date?.at === 0) {
      value.push(periodEnding(date.iso, quarterly))
      rest = rest.slice(date.raw.length)
    } else if (plain) {
      value.push(periodFromCode(plain[0], quarterly))
      rest = rest.slice(plain[0].length)
    } else break
    const joint = /^(?:\s*[,;&/]\s*(?:and\s+|y\s+)?|\s+and\s+|\s+y\s+|\s+)/.exec(rest)
    if (!joint) break
    rest = rest.slice(joint[0].length)
  }
  return value.length > 0
    ? { value: unique(value), raw: text.slice(0, text.length - rest.length).trim() }
    : null
}

/** A year that ends in December is the year's; quarters keep their month, and so does any other end. */
export function periodEnding(iso: string, quarterly: boolean): string {
  const [year = '', month = ''] = iso.split('-')
  return month === '12' && !quarterly ? year : `${year}-${month}`
}

export function periodFromCode(code: string, quarterly: boolean): string {
  const digits = code.replace('-', '')
  return digits.length === 4 ? digits : periodEnding(`${digits.slice(0, 4)}-${digits.slice(4)}`, quarterly)
}

export const unique = (values: readonly string[]) => [...new Set(values)]
