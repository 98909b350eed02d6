import { type Clinic, stateCode } from '../../../shared/model/clinic.ts'

/** A piece of text with its place, in points; y grows downwards. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number }

/**
 * The clinics in the pages of Publication 4134. It is a table by state: city, clinic, public phone numbers, languages
 * beside English; the state is a column of its own or a heading. Columns follow from the table's head, so that one
 * that moves is still read, and an entry goes on over several lines until a larger gap or the next city.
 */
export function clinicsInWords(pages: readonly (readonly PlacedText[])[]): Clinic[] {
  const clinics: Clinic[] = []
  let columns: Column[] | null = null
  let state: string | null = null
  let city = ''
  for (const page of pages) {
    const lines = linesOf(page)
    const head = headOf(lines)
    columns = head?.columns ?? columns
    if (!columns) continue
    let entry: Entry | null = null
    let last: Line | null = null
    const close = () => {
      if (entry && state) clinics.push(...clinicFrom(entry, state))
      entry = null
    }
    for (const line of lines.slice(head?.next ?? 0)) {
      const heading = stateCode(line.map(({ text }) => text).join(' '))
      if (heading) {
        close()
        state = heading
        city = ''
        last = line
        continue
      }
      const cells = cellsOf(line, columns)
      const own = stateCode(cells.state ?? '')
      const isAfterGap = isApart(line, last)
      if (startsEntry(cells, isAfterGap, entry)) {
        close()
        state = own ?? state
        city = cells.city || city
        entry = { city, name: [], phones: [], languages: [] }
      } else if (isAfterGap) close()
      else if (entry && cells.city) entry.city = `${entry.city} ${cells.city}`.trim()
      if (entry) addCells(entry, cells)
      last = line
    }
    close()
  }
  return clinics
}

type Line = PlacedText[]
const kinds = ['state', 'city', 'name', 'phones', 'languages'] as const
type Kind = (typeof kinds)[number]
/** `from`: where its text begins at the earliest. */
type Column = { kind: Kind; from: number }
type Cells = Partial<Record<Kind, string>>
type Entry = { city: string; name: string[]; phones: string[]; languages: string[] }

/** From top to bottom; texts that lie on one line are one line, from left to right. */
function linesOf(page: readonly PlacedText[]): Line[] {
  const lines: Line[] = []
  for (const text of [...page].filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    if (line && Math.abs((line[0]?.y ?? 0) - text.y) < 0.5 * text.height) line.push(text)
    else lines.push([text])
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x))
}

const headWords: Record<Kind, RegExp> = {
  state: /^state\b/i,
  city: /^city\b|^location\b/i,
  name: /clinic|organization/i,
  phones: /phone/i,
  languages: /language/i,
}

/** The lowest head of a table with at least city, clinic and phone; it may be printed on up to three lines. */
function headOf(lines: readonly Line[]): { columns: Column[]; next: number } | null {
  for (const [at, line] of lines.entries()) {
    const tall = lines.slice(at, at + 3).flat()
    const found = kinds.flatMap((kind) => {
      const text = tall.find((each) => headWords[kind].test(each.text) && each.text.length < 60)
      return text ? [{ kind, text }] : []
    })
    const has = (kind: Kind) => found.some((each) => each.kind === kind)
    if (!line.some(({ text }) => headWords.city.test(text)) || !has('name') || !has('phones')) continue
    const inOrder = found.sort((a, b) => a.text.x - b.text.x)
    const last = Math.max(...inOrder.map(({ text }) => lines.findIndex((each) => each.includes(text))))
    return {
      columns: inOrder.map(({ kind, text }, index) => ({ kind, from: leftOf(inOrder, text, index) })),
      next: last + 1,
    }
  }
  return null
}

/** Halfway to the head on the left, since a head may be centered over its column. */
function leftOf(found: readonly { text: PlacedText }[], text: PlacedText, index: number): number {
  const before = found[index - 1]?.text
  return before ? (before.x + before.width + text.x) / 2 : Number.NEGATIVE_INFINITY
}

function cellsOf(line: Line, columns: readonly Column[]): Cells {
  const cells: Cells = {}
  for (const { text, x } of line) {
    const kind = columns.findLast(({ from }) => x >= from)?.kind
    if (kind) cells[kind] = [cells[kind], text.trim()].filter(Boolean).join(' ')
  }
  return cells
}

const phone = /\(?\b\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}\b/g

/** A gap larger than between the lines of one entry: the next one, or the foot of the page. */
function isApart(line: Line, last: Line | null): boolean {
  const [now, before] = [line[0], last?.[0]]
  return now !== undefined && before !== undefined && now.y - before.y > 1.6 * now.height
}

/** The first line of an entry has a clinic's name and, after another entry, a gap before it and a city or a phone. */
function startsEntry(cells: Cells, isAfterGap: boolean, entry: Entry | null): boolean {
  if (!cells.name) return false
  if (!entry || cells.state) return true
  return isAfterGap && (Boolean(cells.city) || Boolean(cells.phones?.match(phone)))
}

function addCells(entry: Entry, cells: Cells): void {
  if (cells.name) entry.name.push(cells.name)
  if (cells.languages) entry.languages.push(cells.languages)
  entry.phones.push(...(cells.phones?.match(phone) ?? []))
}

/** Nothing without a phone: page numbers and footers lie in the columns, too. */
function clinicFrom({ city, name, phones, languages }: Entry, state: string): Clinic[] {
  if (phones.length === 0) return []
  return [
    {
      state,
      name: name.join(' '),
      city,
      phones: phones.map((each) => each.replace(/[()]/g, '').replace(/[. ]+/g, '-')),
      languages: languages
        .join(' ')
        .split(/[,;]/)
        .map((each) => each.trim().replace(/^and /, ''))
        .filter((each) => each !== '' && !/^(none|n\/a)$/i.test(each)),
    },
  ]
}

/** `Rev. 2-2026`, wherever it is printed. */
export function revisionIn(pages: readonly (readonly PlacedText[])[]): string | null {
  const text = pages
    .flat()
    .map((each) => each.text)
    .join(' ')
  return /Rev\.\s*\d{1,2}-\d{4}/.exec(text)?.[0].replace(/\s+/g, ' ') ?? null
}

/** The file says that it is this list. */
export const isClinicList = (pages: readonly (readonly PlacedText[])[]): boolean =>
  /\b4134\b|low income taxpayer clinic/i.test(
    pages
      .slice(0, 3)
      .flat()
      .map((each) => each.text)
      .join(' '),
  )
