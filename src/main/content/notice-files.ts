import { isText, named, namedList } from '../../shared/i18n/text-ids.ts'
import { NamedEntry, type NamedLetter, type Notice, NoticeEntry } from '../../shared/law/notice.ts'
import type { ContentFiles } from './content-files.ts'
import { eachOrProblems, LawDataError, parse, readJson } from './parse-law.ts'

/** One file of `law/notices`: what it holds, and the value as it was written, with each language beside the other. */
export type NoticeFile = {
  /** `notices/levy/CP504.json` */
  path: string
  family: string
  entry: NoticeEntry | NamedEntry
  raw: unknown
}

const folder = 'law/notices'

/**
 * Every file of the catalog, read and checked one by one. Throws, naming every broken file, its entry, and the problem.
 *
 * @param onBroken takes the problems instead; the files that are whole are given all the same
 */
export function noticeFilesIn(
  files: ContentFiles,
  onBroken?: (problems: readonly string[]) => void,
): NoticeFile[] {
  const stray = files
    .list(folder)
    .map(
      (name) =>
        `notices/${name}: each notice is a file of its own in the folder of its family, such as notices/levy/CP504.json`,
    )
  const places = files
    .folders(folder)
    .flatMap((family) => files.list(`${folder}/${family}`).map((name) => ({ family, name })))
  const { done, problems } = eachOrProblems(places, ({ family, name }) => noticeFile(files, family, name))
  const all = [...stray, ...problems]
  if (all.length === 0) return done
  if (!onBroken) throw new LawDataError(all)
  onBroken(all)
  return done
}

function noticeFile(files: ContentFiles, family: string, name: string): NoticeFile {
  const path = `notices/${family}/${name}`
  const raw = readJson(files, path)
  const entry = entryFrom(path, inEnglishOnly(raw))
  if (`${entry.code}.json` !== name)
    throw new LawDataError([`${path}: the file is for ${entry.code}, so its name must be ${entry.code}.json`])
  return { path, family, entry, raw }
}

function entryFrom(path: string, value: unknown): NoticeEntry | NamedEntry {
  const isByName = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'byName'
  return isByName ? parse(path, NamedEntry, value) : parse(path, NoticeEntry, value)
}

/** A text with its translations is `{ "en": ..., "es": ... }`; the law itself holds the English. */
function inEnglishOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inEnglishOnly)
  if (typeof value !== 'object' || value === null) return value
  if (isText(value)) return value.en
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inEnglishOnly(each)]))
}

/** The same entry with the ids of its texts: `notice.CP21B.title` for the title of a variant. */
const entryWithIds = (entry: NoticeEntry): NoticeEntry => ({
  ...named(entry, `notice.${entry.code}`),
  variants: namedList(entry.variants, 'notice'),
})

const namedWithIds = (entry: NamedEntry): NamedEntry => ({
  ...named(entry, `notice.${entry.code}`),
  also: namedList(entry.also, 'notice'),
})

/** Every notice with its variants, each under its own number, and the letters known by name only. */
export function lettersFrom(files: readonly NoticeFile[]): { notices: Notice[]; named: NamedLetter[] } {
  const notices: Notice[] = []
  const byName: NamedLetter[] = []
  for (const { family, entry } of files)
    if (entry.kind === 'byName') byName.push(...namedLetters(namedWithIds(entry), family))
    else notices.push(...withVariants(entryWithIds(entry), family))
  return { notices, named: byName }
}

function withVariants(entry: NoticeEntry, family: string): Notice[] {
  const { kind: _, worked: __, variants, ...own } = entry
  const base: Notice = { ...own, family, variantOf: null, spanishByRule: [] }
  return [base, ...variants.map((variant) => variantOf(base, variant))]
}

/**
 * A variant is its entry with what differs. Its own page was not read because that of the entry was, and
 * Spanish numbers belong to one number only.
 */
function variantOf(base: Notice, { worked: _, ...variant }: NoticeEntry['variants'][number]): Notice {
  const differs = Object.fromEntries(Object.entries(variant).filter(([, value]) => value !== undefined))
  const notice = { ...base, ownText: null, spanishNumbers: [], ...differs, variantOf: base.code }
  const isSure = notice.confidence === 'high' && variant.confidence === undefined && notice.ownText === null
  return { ...notice, confidence: isSure ? 'medium' : notice.confidence }
}

const namedLetters = ({ also, ...own }: NamedEntry, family: string): NamedLetter[] => [
  { ...own, family },
  ...also.map(({ code, printedAs, title, plainTitle }) => ({
    ...own,
    family,
    code,
    printedAs,
    title: title ?? own.title,
    plainTitle: plainTitle ?? own.plainTitle,
  })),
]

/** The translations that stand beside the English texts, by the ids of the texts. */
export function translationsIn(files: readonly NoticeFile[], language: string): Record<string, string> {
  const found: [string, string][] = []
  for (const { entry, raw } of files)
    collect(entry.kind === 'byName' ? namedWithIds(entry) : entryWithIds(entry), raw, language, found)
  return Object.fromEntries(found)
}

/** Walks the texts with ids and what was written in the same places. */
function collect(named: unknown, raw: unknown, language: string, found: [string, string][]): void {
  if (typeof named !== 'object' || named === null || typeof raw !== 'object' || raw === null) return
  if (isText(named)) {
    // A text with a condition holds its languages one step further in.
    const beside = 'text' in raw && typeof raw.text === 'object' && raw.text !== null ? raw.text : raw
    const translated = Object.entries(beside).find(([key]) => key === language)?.[1]
    if ('id' in named && typeof named.id === 'string' && typeof translated === 'string')
      found.push([named.id, translated])
    return
  }
  const written = new Map(Object.entries(raw))
  for (const [key, value] of Object.entries(named)) collect(value, written.get(key), language, found)
}
