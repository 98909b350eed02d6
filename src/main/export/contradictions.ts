import type { ExportedLetter, ExportedScan, ExportIndex } from '../storage/export-format.ts'

export type WholeScan = { scan: ExportedScan; letters: ExportedLetter[] }
type Template = ExportIndex['blanks'][number]

/**
 * More ids and paths than any library has; they are all that stays in memory of an export, and one that was made to do harm can
 * name as many as it likes.
 */
const mostNames = 1_000_000

/** `twice`: two parts of the export say that they are the same one, or one of them names another that is not there. */
type Contradiction = 'twice' | 'too-much'

/** Looks for contradictions within an export, one scan at a time. What it has seen it remembers. */
export function createContradictionCheck(): {
  ofScan(path: string, whole: WholeScan): Contradiction | null
  ofTemplate(template: Template): Contradiction | null
} {
  const seen = new Set<string>()
  const remember = (names: readonly string[]): Contradiction | null => {
    for (const name of names) {
      if (seen.has(name)) return 'twice'
      seen.add(name)
    }
    return seen.size > mostNames ? 'too-much' : null
  }
  return {
    ofScan: (path, whole) => (isInItself(path, whole) ? remember(namesIn(path, whole)) : 'twice'),
    ofTemplate: ({ id, sha256, path }) =>
      remember([`template ${id}`, `template ${sha256}`, `template at ${path}`]),
  }
}

/** What may stand only once in an export: ids, contents of letters, and paths. */
function namesIn(path: string, { scan, letters }: WholeScan): string[] {
  const all = [...letters, ...scan.absorbed]
  const exhibits = all.flatMap((letter) => letter.exhibits)
  // Each file belongs to one letter: a short list must not read the same large file over and over.
  const paths = [path, ...scan.letters, ...[...scan.files, ...exhibits].map((content) => content.path)]
  return [
    `scan ${scan.id}`,
    ...scan.files.flatMap((file) => [`file ${file.id}`, `file ${file.sha256}`]),
    ...all.map(({ id }) => `letter ${id}`),
    ...exhibits.map(({ id }) => `exhibit ${id}`),
    ...paths.map((each) => `at ${each}`),
  ]
}

/** Whether its pages and the steps of its letters stand in it once, and what its letters name is there. */
function isInItself(path: string, { scan, letters }: WholeScan): boolean {
  const all = [...letters, ...scan.absorbed]
  const exhibits = new Set<string>(all.flatMap((letter) => letter.exhibits.map(({ id }) => id)))
  return (
    isOnce(scan.pages.map(({ page }) => page)) &&
    all.every(
      (letter) =>
        letter.scan === path &&
        isOnce(letter.history.map(({ id }) => id)) &&
        letter.mailings.every(({ receipt }) => receipt === null || exhibits.has(receipt)),
    )
  )
}

const isOnce = (values: readonly number[]): boolean => new Set(values).size === values.length
