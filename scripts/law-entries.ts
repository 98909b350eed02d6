/** Entries of the law files by kind and name, each as one text to compare. */
export type LawEntries = { version: string; kinds: Record<string, Map<string, string>> }

type Json = Record<string, unknown>

/**
 * The entries of law files in any layout that they ever had, by their paths: a list of entries in one file, or one
 * entry a file. Translations and worked examples are no facts of the law and are left out.
 */
export function lawEntries(files: ReadonlyMap<string, string>): LawEntries {
  const json = [...files]
    .filter(([path]) => path.endsWith('.json'))
    .map(([path, text]) => [path, JSON.parse(text)] as const)
  const at = (name: string): unknown => json.find(([path]) => path.endsWith(`law/${name}.json`))?.[1]
  const letters = json
    .filter(([path]) => path.includes('law/notices/'))
    .flatMap(([, value]) => entriesIn(value))
  const { stations } = (at('stations') ?? {}) as Json
  return {
    version: String(((at('sources') ?? {}) as Json).version ?? ''),
    kinds: {
      letters: byName(letters.flatMap(withOthers)),
      rules: byName(entriesIn(at('rules'))),
      stations: byName(entriesIn(stations)),
      holidays: byName(entriesIn(at('holidays'))),
    },
  }
}

const entriesIn = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Json[]

/** Other numbers of a letter are letters of their own. */
function withOthers({ variants, also, ...entry }: Json): Json[] {
  return [entry, ...[...entriesIn(variants), ...entriesIn(also)].map((other) => ({ ...entry, ...other }))]
}

const noFacts = new Set(['es', 'worked', 'kind', 'checked'])

function byName(entries: readonly Json[]): Map<string, string> {
  return new Map(
    entries.map((entry) => {
      const facts = Object.entries(entry).filter(([name]) => !noFacts.has(name))
      const { code, id, name } = entry
      return [String(code ?? id ?? name), JSON.stringify(facts.sort(([a], [b]) => (a < b ? -1 : 1)))]
    }),
  )
}
