import { z } from 'zod'
import { HolidayRule, Journey, Law, type Notice, Rule, Station } from '../../shared/law/law.ts'
import { withTextIds } from '../../shared/law/text-ids.ts'
import { lawProblems } from './check-law.ts'
import { type ContentFiles, folderFiles } from './content-files.ts'
import { lawFileShapes } from './law-schema.ts'
import { lettersFrom, noticeFilesIn } from './notice-files.ts'
import { LawDataError, parse, readJson } from './parse-law.ts'

/** The law that ships with the app. @param resourcesFolder the folder that contains `law/` */
export const loadLaw = (resourcesFolder: string): Law => lawFrom(folderFiles(resourcesFolder))

/**
 * Reads and checks the law data. A user can't fix a broken file, so it throws, naming the file, the entry,
 * and the problem.
 *
 * @param onBroken takes the problems of single notices instead: for who writes them, and looks at the others meanwhile
 */
export function lawFrom(files: ContentFiles, onBroken?: (problems: readonly string[]) => void): Law {
  let isPartial = false
  const notices = noticeFilesIn(
    files,
    onBroken &&
      ((problems) => {
        isPartial = true
        onBroken(problems)
      }),
  )
  const map = readShaped(files, 'stations.json', z.record(z.string(), z.unknown()))
  const law: Law = {
    ...readShaped(files, 'sources.json', lawFileShapes['sources.json']),
    ...readShaped(files, 'families.json', lawFileShapes['families.json']),
    ...lettersFrom(notices),
    rules: readEntries(files, 'rules.json', Rule),
    phases: parse('stations.json, phases', Law.shape.phases, map.phases),
    stations: parseEntries('stations.json', Station, map.stations),
    journeys: parseEntries('stations.json', Journey, map.journeys),
    holidays: readEntries(files, 'holidays.json', HolidayRule),
    checklists: readShaped(files, 'checklists.json', Law.shape.checklists),
  }
  const problems = lawProblems(law)
  // Others may name the notice whose file is left out.
  if (problems.length > 0 && !isPartial) throw new LawDataError(problems)
  return withTextIds({ ...law, notices: withSpanishNumbers(law) })
}

/** The Spanish numbers that no source lists one by one, derived from the series they belong to. */
function withSpanishNumbers({ notices, named, spanishSeries }: Law): Notice[] {
  const taken = new Set([
    ...notices.flatMap(({ code, spanishNumbers }) => [code, ...spanishNumbers]),
    ...named.map(({ code }) => code),
  ])
  return notices.map((notice) => {
    const byRule = spanishSeries
      .filter(({ english, digits }) => new RegExp(`^${english}\\d{${digits}}(?!\\d)`).test(notice.code))
      .map(({ prefix, english }) => prefix + notice.code.slice(english.length))
      .filter((number) => notice.spanishNumbers.length === 0 && !taken.has(number))
    return { ...notice, spanishByRule: byRule }
  })
}

const readEntries = <T extends z.ZodType>(files: ContentFiles, file: string, shape: T): z.output<T>[] =>
  parseEntries(file, shape, readJson(files, file))

/** Checks entry by entry, so that the message can name the one that is wrong. */
const parseEntries = <T extends z.ZodType>(file: string, shape: T, entries: unknown): z.output<T>[] =>
  parse(file, z.array(z.unknown()), entries).map((entry, index) =>
    parse(`${file}, entry ${nameOf(entry) ?? index + 1}`, shape, entry),
  )

const readShaped = <T extends z.ZodType>(files: ContentFiles, file: string, shape: T): z.output<T> =>
  parse(file, shape, readJson(files, file))

const withName = z.union(['code', 'id', 'name'].map((field) => z.object({ [field]: z.string() })))

function nameOf(entry: unknown): string | null {
  const named = withName.safeParse(entry)
  return named.success ? (Object.values(named.data)[0] ?? null) : null
}
