import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { lawProblems } from '../shared/law/check-law.ts'
import { HolidayRule, Journey, Law, Notice, Rule, Station } from '../shared/law/law.ts'
import { lawFileShapes } from '../shared/law/law-schema.ts'

/**
 * Reads and checks the law data. A broken file is a bug of ours, not something the person can mend: it throws, naming
 * the file, the entry and what is wrong with it.
 *
 * @param resourcesFolder the folder that holds `law/`
 */
export function loadLaw(resourcesFolder: string): Law {
  const folder = join(resourcesFolder, 'law')
  const map = readJson(folder, 'stations.json', z.record(z.string(), z.unknown()))
  const law: Law = {
    ...readJson(folder, 'sources.json', lawFileShapes['sources.json']),
    ...readJson(folder, 'families.json', lawFileShapes['families.json']),
    notices: readdirSync(join(folder, 'notices'))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .flatMap((file) => readNotices(folder, file)),
    rules: readEntries(folder, 'rules.json', Rule),
    phases: parse('stations.json, phases', Law.shape.phases, map.phases),
    stations: parseEntries('stations.json', Station, map.stations),
    journeys: parseEntries('stations.json', Journey, map.journeys),
    holidays: readEntries(folder, 'holidays.json', HolidayRule),
    checklists: readJson(folder, 'checklists.json', Law.shape.checklists),
  }
  const problems = lawProblems(law)
  if (problems.length > 0) throw new Error(`law data: ${problems.join('; ')}`)
  return law
}

/** The family of a notice is the file that holds it. */
function readNotices(folder: string, file: string): Notice[] {
  const family = file.replace(/\.json$/, '')
  return readEntries(folder, `notices/${file}`, Notice.omit({ family: true })).map((notice) => ({
    ...notice,
    family,
  }))
}

const readEntries = <T extends z.ZodType>(folder: string, file: string, shape: T): z.output<T>[] =>
  parseEntries(file, shape, readJson(folder, file, z.unknown()))

/** Entry by entry, so that the message can name the one that is wrong. */
const parseEntries = <T extends z.ZodType>(file: string, shape: T, entries: unknown): z.output<T>[] =>
  parse(file, z.array(z.unknown()), entries).map((entry, index) =>
    parse(`${file}, entry ${nameOf(entry) ?? index + 1}`, shape, entry),
  )

function readJson<T extends z.ZodType>(folder: string, file: string, shape: T): z.output<T> {
  const text = readFileSync(join(folder, file), 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`law data: ${file} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
  return parse(file, shape, value)
}

function parse<T extends z.ZodType>(where: string, shape: T, value: unknown): z.output<T> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`)
  throw new Error(`law data: ${where}: ${wrong.join('; ')}`)
}

function nameOf(entry: unknown): string | null {
  const named = z
    .object({ code: z.string() })
    .or(z.object({ id: z.string() }))
    .or(z.object({ name: z.string() }))
  const result = named.safeParse(entry)
  return result.success ? (Object.values(result.data)[0] ?? null) : null
}
