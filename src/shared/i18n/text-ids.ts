import type { LawText } from './message.ts'

/**
 * A part of the data with an id on each of its texts, made from its place: `notice.CP504.meaning`,
 * `notice.LT11.right.CDP-1.note`, `station.coll-levy-notice.next.tax-court.when`. An entry of a list is
 * identified by what sets it apart, a text in a plain list by its number: `notice.CP504.step.2`.
 */
export function named<T>(value: T, id: string): T
export function named(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return namedList(value, id)
  if (typeof value !== 'object' || value === null) return value
  if (isText(value)) return { ...value, id }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, named(each, `${id}.${singular[name] ?? name}`)]),
  )
}

const singular: Record<string, string> = {
  rights: 'right',
  steps: 'step',
  forms: 'form',
  publications: 'publication',
  blocks: 'block',
  boxes: 'box',
  actions: 'action',
}

/**
 * The same for each entry of a list. If two entries have one name, such as two ways to one station, the
 * second is `name.2`.
 */
export function namedList<T>(entries: readonly T[], id: string): T[] {
  const seen = new Map<string, number>()
  return entries.map((entry, index) => {
    const name = nameOf(entry) ?? String(index + 1)
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return named(entry, `${id}.${name}${nth > 1 ? `.${nth}` : ''}`)
  })
}

export const isText = (value: object): value is LawText => 'en' in value && typeof value.en === 'string'

/** What sets an entry of a list apart. A right is identified by its rule. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || isText(entry)) return undefined
  const { code, id, to, action, block, rule, program, prefix, name } = entry as Record<string, unknown>
  if (prefix === '') return 'other'
  const own = [code, id, to, action, block, rule, program, prefix].find((each) => typeof each === 'string')
  if (typeof own === 'string') return own
  return typeof name === 'object' && name !== null && isText(name) ? slug(name.en) : undefined
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Every text in a part of the data, in order. */
export function textsIn(value: unknown): LawText[] {
  if (typeof value !== 'object' || value === null) return []
  return isText(value) ? [value] : Object.values(value).flatMap(textsIn)
}
