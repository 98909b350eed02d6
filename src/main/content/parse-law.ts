import { z } from 'zod'
import { acts } from '../../shared/law/advice.ts'
import type { ContentFiles } from './content-files.ts'

/** The law files are not what the program expects. `problems`: one plain sentence each, with its file and entry. */
export class LawDataError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`law data: ${problems.join('\n')}`)
    this.problems = problems
  }
}

/** What each of several steps gives; their problems are collected, so that one broken file hides no other. */
export function eachOrProblems<T, R>(
  all: readonly T[],
  step: (one: T) => R,
): { done: R[]; problems: string[] } {
  const problems: string[] = []
  const done = all.flatMap((one) => {
    try {
      return [step(one)]
    } catch (error) {
      if (!(error instanceof LawDataError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  return { done, problems }
}

/** A file of `law/` as JSON. Throws, naming the file and what a volunteer has to look for. */
export function readJson(files: ContentFiles, file: string): unknown {
  const text = files.read(`law/${file}`)
  try {
    return JSON.parse(text)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new LawDataError([
      `${file} is not JSON: ${what}. Look for a comma or a quotation mark that is missing or too many just before that place`,
    ])
  }
}

/** The value if it has the shape. Throws, saying in words what is wrong with which field. */
export function parse<T extends z.ZodType>(where: string, shape: T, value: unknown): z.output<T> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  throw new LawDataError([
    `${where}: ${result.error.issues.map((issue) => wordsOf(issue, shape, value)).join('; ')}`,
  ])
}

type Issue = z.core.$ZodIssue

function wordsOf(issue: Issue, shape: z.ZodType, value: unknown): string {
  const path = issue.path.map(String)
  const field = path.join('.') || 'the entry'
  const found = valueAt(value, path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(key, path, shape)).join('; ')
  if (found === undefined) return `${field} is missing`
  if (issue.code === 'invalid_value')
    return `${field} is ${JSON.stringify(found)}, but must be one of: ${issue.values.join(', ')}`
  if (issue.code === 'invalid_union') return `${field} must be a text, or another of the forms in schema.json`
  return `${field} ${sizeWords(issue) ?? kindWords(issue) ?? `is not as it should be: ${issue.message}`}`
}

/** Too short, too few, too much. */
function sizeWords(issue: Issue): string | null {
  if (issue.code === 'too_big') return `is too long or too large: at most ${issue.maximum}`
  if (issue.code !== 'too_small') return null
  if (issue.origin === 'array')
    return issue.minimum === 1
      ? 'is empty: it needs at least one entry'
      : `needs at least ${issue.minimum} entries`
  return issue.origin === 'string' ? 'is empty' : `is too small: it must be at least ${issue.minimum}`
}

/** Of another kind than it must be. */
function kindWords(issue: Issue): string | null {
  if (issue.code !== 'invalid_type') return null
  const kinds: Record<string, string> = {
    ...{ array: 'a list: [ ... ]', object: 'an object: { ... }', string: 'a text in quotation marks' },
    ...{ record: 'an object: { ... }', boolean: 'true or false', number: 'a number', int: 'a whole number' },
  }
  return `must be ${kinds[issue.expected] ?? issue.expected}`
}

/** With the field that was probably meant. */
function unknownField(key: string, path: readonly string[], shape: z.ZodType): string {
  const known = shape instanceof z.ZodObject && path.length === 0 ? Object.keys(shape.shape) : []
  if (known.includes('ask') && aboutDays.has(key))
    return `there can be no "${key}": of a letter known by name (kind byName) no right and no day is told`
  if (['steps', 'ifLate'].includes(path[0] ?? '') && ['right', 'act'].includes(key))
    return `${path.join('.')} needs "right" and "act" together: whether it is the act that uses the right, one of ${acts.join(', ')}`
  const near = known.find((name) => slips(name, key) <= 2)
  const where = path.length > 0 ? ` in ${path.join('.')}` : ''
  return `there is no field "${key}"${where}${near ? `; did you mean "${near}"?` : ''}`
}

const aboutDays = new Set(['rights', 'worked', 'steps', 'meaning', 'ifNothing', 'ifLate', 'ownText', 'days'])

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  )
}

/** In how many letters two words differ, at least. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, each] of [...other].entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (letter === each ? 0 : 1),
        ),
      )
    row = next
  }
  return row[other.length] ?? 0
}
