/**
 * Library files and exports keep the names that their JSON had in the first version, so that an older app still reads
 * what a newer one wrote. The rest of the code knows the current names only; this is the border.
 */
const storedNames: Readonly<Record<string, string>> = {
  excludedPages: 'asides',
  scamIndicators: 'signs',
  layoutOverride: 'arrangement',
  deskewed: 'laid',
}
const currentNames = Object.fromEntries(Object.entries(storedNames).map(([now, stored]) => [stored, now]))

/** JSON text for the library or an export, with the stored names. */
export const toStored = (value: unknown, space?: number): string =>
  JSON.stringify(value, (_, each: unknown) => (isRecord(each) ? withStoredNames(each) : each), space)

/** The same text with both names of each, for scripts that read the JSON of the command line under the old ones. */
export const withBothNames = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (isRecord(each) ? { ...withStoredNames(each), ...each } : each))

/** What stored JSON says, with the current names. */
export const fromStored = (text: string): unknown => withCurrentNames(JSON.parse(text))

/** Renames in place, without recursion: an import may nest as deeply as it likes. */
export function withCurrentNames(value: unknown): unknown {
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const each of Object.values(next)) waiting.push(each)
    if (!isRecord(next)) continue
    for (const [stored, now] of Object.entries(currentNames)) {
      if (!Object.hasOwn(next, stored)) continue
      next[now] = next[stored]
      delete next[stored]
    }
  }
  return value
}

/** A JSON schema of the current names, as the schema of what is stored. */
export const storedSchema = (schema: unknown): unknown =>
  JSON.parse(toStored(schema), (key, value: unknown) =>
    key === 'required' && Array.isArray(value)
      ? value.map((name) => storedNames[String(name)] ?? name)
      : value,
  )

const withStoredNames = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.keys(storedNames).some((now) => Object.hasOwn(value, now))
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [storedNames[name] ?? name, each]))
    : value

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
