/** A company is one taxpayer, whatever joins the words of its name. */
const business =
  /\b(?:L\.?L\.?C|INC|CORP(?:ORATION)?|CO|COMPANY|LTD|L\.?P|LLP|PLLC|P\.?C|P\.?A|TRUST|ESTATE|SONS?|BROS|BROTHERS|DAUGHTERS|PARTNERS|PARTNERSHIP|ASSOCIATES|FOUNDATION|CHURCH|ASSOCIATION|GROUP|SERVICES|ENTERPRISES)\b\.?/i
const suffix = /^(?:JR|SR|II|III|IV|ESQ|MD)\.?$/i
const particle =
  /^(?:DE|DEL|DELLA|DI|DU|LA|LE|LOS|LAS|VAN|VON|DER|DEN|DOS|DA|ST|SAINT|BEN|BIN|AL|EL|MC|MAC)\.?$/i

/**
 * The people of a name as the IRS prints it: two for `CAROLINE W & GILBERT YARBOROUGH`, each with the surname that they
 * share, else one. A company is one. It is a proposal: the person looks at both names before anything is sent.
 */
export function splitNames(printed: string): [string] | [string, string] {
  const name = printed.trim().replace(/\s+/g, ' ')
  if (business.test(name)) return [name]
  const joined = /^(.+?)\s*(?:&|\+|\/|\bAND\b|\by\b)\s*(.+)$/i.exec(name)
  if (joined?.[1] && joined[2])
    return /\by\b/i.test(joiner(name)) ? bySpanish(joined, name) : pair(joined[1], joined[2])
  return twice(name) ?? [name]
}

const joiner = (name: string): string => /\s(?:&|\+|\/|AND|y)\s/i.exec(name)?.[0] ?? ''

/** `y` also joins two surnames of one person: `José Ortega y Gasset`. */
function bySpanish([, left = '', right = '']: RegExpExecArray, name: string): [string] | [string, string] {
  return words(right).length > 1 ? pair(left, right) : [name]
}

function pair(left: string, right: string): [string] | [string, string] {
  const [first, second] = [words(left), words(right)]
  const isInitials = [first, second].some((each) => (each[0] ?? '').replace('.', '').length < 2)
  if (isInitials) return [`${left} & ${right}`]
  return [withSurname(first, second), withSurname(second, first)]
}

/** A given name alone, with or without an initial, takes the surname of the other. */
function withSurname(own: string[], other: string[]): string {
  const bare = own.filter((word) => !suffix.test(word))
  const last = bare.at(-1) ?? ''
  const isGiven = bare.length === 1 || (bare.length === 2 && /^\p{L}\.?$/u.test(last))
  return isGiven ? [...own, ...surnameOf(other)].join(' ') : own.join(' ')
}

/** The last word, with the particles before it: `DE LA CRUZ`. A given name alone has none. */
function surnameOf(all: string[]): string[] {
  const own = all.filter((word) => !suffix.test(word))
  if (own.length < 2 || /^\p{L}\.?$/u.test(own.at(-1) ?? '')) return []
  let from = own.length - 1
  while (from > 1 && particle.test(own[from - 1] ?? '')) from--
  return own.slice(from)
}

/** `CAROLINE W YARBOROUGH GILBERT YARBOROUGH`: two lines that were read as one. */
function twice(name: string): [string, string] | null {
  const own = words(name)
  const last = own.at(-1) ?? ''
  const at = own.indexOf(last)
  if (last.length < 3 || at < 1 || own.length - 1 - at < 2) return null
  return [own.slice(0, at + 1).join(' '), own.slice(at + 1).join(' ')]
}

const words = (text: string): string[] => text.trim().split(' ').filter(Boolean)
