import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Box, Deskewed, type PageText } from '../../../shared/model/letter.ts'
import { foldedText } from '../../../shared/text/fold.ts'
import { ftsQuery } from '../search-index/fts-query.ts'
import type { SearchQuery } from '../search-index/search-query.ts'

type FoundPage = { scanId: string; page: number }

/** All SQL of this table. */
function statementsOf(database: Database) {
  const store = database
    .prepare<[string, number, Buffer], number>(
      `INSERT INTO page_text (scan_id, page, content) VALUES (?, ?, ?)
       ON CONFLICT (scan_id, page) DO UPDATE SET content = excluded.content RETURNING id`,
    )
    .pluck()
  const index = database.prepare('INSERT OR REPLACE INTO page_search (rowid, text) VALUES (?, ?)')
  const find = database
    .prepare<[string, number], Buffer>('SELECT content FROM page_text WHERE scan_id = ? AND page = ?')
    .pluck()
  const pages = database
    .prepare<[string], number>('SELECT page FROM page_text WHERE scan_id = ? ORDER BY page')
    .pluck()
  const scattered = database
    .prepare<[string], number>('SELECT max(id) - min(id) >= count(*) FROM page_text WHERE scan_id = ?')
    .pluck()
  const search = database.prepare<[string, number], FoundPage>(
    `SELECT scan_id AS scanId, page FROM page_search JOIN page_text ON page_text.id = page_search.rowid
     WHERE page_search MATCH ? ORDER BY page_search.rowid DESC LIMIT ?`,
  )
  const withoutText = database.prepare<[], string>(
    `SELECT id FROM scan WHERE status = 'read' AND NOT EXISTS (SELECT 1 FROM page_text WHERE scan_id = scan.id)
     ORDER BY kept_at DESC`,
  )
  const move = database.prepare(
    `UPDATE page_text SET scan_id = ?, page = page + ? WHERE scan_id = ? AND page BETWEEN ? AND ?`,
  )
  return { store, index, find, pages, scattered, search, withoutText, move }
}

/** `page_text` and its index: the lines of every page with their positions, compressed. */
export function createPageTextsTable(database: Database) {
  const { store, index, find, pages, scattered, search, withoutText, move } = statementsOf(database)
  const listOf = (scanId: string): PageText[] =>
    pages.all(scanId).flatMap((page) => {
      const content = find.get(scanId, page)
      return (content && decoded(page, content)) ?? []
    })
  return {
    /** Pages `from` to `to` of a scan become pages of another scan, moved by `shift`. */
    move: (scanId: string, [from, to]: readonly [number, number], toScanId: string, shift: number) =>
      move.run(toScanId, shift, scanId, from, to),
    /** Replaces what was known about these pages; pages that a newer reading does not have stay. */
    store(scanId: string, texts: readonly PageText[]): void {
      for (const text of texts) {
        const id = store.get(scanId, text.page, encoded(text))
        if (id === undefined) throw new Error('library: a page was not kept')
        index.run(id, foldedText(text.lines.map((line) => line.text)))
      }
    },
    /** undefined: the page was read by an older version, or not yet; or its lines are not `wanted`. */
    find(scanId: string, page: number, wanted?: (texts: string[]) => boolean): PageText | undefined {
      const content = find.get(scanId, page)
      return content && decoded(page, content, wanted)
    },
    /** From now on, the pages of a scan only count as words to search in: they must be read again. */
    outdate(scanId: string): void {
      for (const { deskewed: _, ...words } of listOf(scanId)) store.get(scanId, words.page, encoded(words))
    },
    /** Everything stored about a scan, first page first. */
    list: listOf,
    /**
     * Pages that may match, from the newest scans first; a caller that has enough stops, and the rest is not
     * looked up.
     */
    search: (query: SearchQuery, limit: number): Iterable<FoundPage> =>
      search.iterate(ftsQuery(query), limit),
    /** Whether the index has pages of other scans between those of this one: it was merged from several. */
    isScattered: (scanId: string): boolean => scattered.get(scanId) === 1,
    /** Scans that were read before page texts were stored, newest first. */
    scansWithout: (): string[] => withoutText.pluck().all(),
  }
}

/** A page as it is stored; `laid` is what the rest of the code calls `deskewed`. */
const StoredPage = z.object({
  aspect: z.number(),
  source: z.enum(['text-layer', 'ocr']),
  rotation: z.literal([0, 90, 180, 270]),
  lines: z.array(z.tuple([z.string(), Box, z.number()])),
  laid: Deskewed.exactOptional(),
  /** What the second engine read, by the place of the line in `lines`. */
  again: z.record(z.string(), z.string()).exactOptional(),
})

/** Positions to a ten-thousandth of the page: finer than a hair on paper. */
function encoded({ aspect, source, rotation, lines, deskewed }: PageText): Buffer {
  const short = (value: number) => Math.round(value * 10_000) / 10_000
  const page = {
    aspect: short(aspect),
    source,
    rotation,
    lines: lines.map(({ text, box, confidence }) => [
      text,
      box.map(short),
      Math.round(confidence * 100) / 100,
    ]),
    ...(deskewed
      ? { laid: { ...deskewed, boxes: deskewed.boxes?.map((box) => box.map(short)) ?? null } }
      : {}),
    again: Object.fromEntries(lines.flatMap(({ again }, at) => (again === undefined ? [] : [[at, again]]))),
  }
  return deflateRawSync(JSON.stringify(page))
}

/**
 * The text only: a search skips hundreds of pages, and checking every position takes longer than everything
 * else.
 */
const Texts = z.object({
  lines: z.custom<[string, ...unknown[]][]>(
    (lines) =>
      Array.isArray(lines) && lines.every((line) => Array.isArray(line) && typeof line[0] === 'string'),
  ),
})

function decoded(page: number, content: Buffer, wanted?: (texts: string[]) => boolean): PageText | undefined {
  const read: unknown = JSON.parse(inflateRawSync(content).toString())
  if (wanted && !wanted(Texts.parse(read).lines.map(([text]) => text))) return undefined
  const { lines, laid, again = {}, ...rest } = StoredPage.parse(read)
  return {
    page,
    ...rest,
    ...(laid ? { deskewed: laid } : {}),
    lines: lines.map(([text, box, confidence], at) => {
      const seen = again[at]
      return seen === undefined ? { text, box, confidence } : { text, box, confidence, again: seen }
    }),
  }
}
