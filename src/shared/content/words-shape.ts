import { z } from 'zod'
import { languages } from '../i18n/languages.ts'

const LanguageCode = z.enum(languages)

/** Words of the screens by key, as in `resources/words`. */
export type Words = { [key: string]: string | Words }
export const Words: z.ZodType<Words> = z.lazy(() =>
  z.record(z.string().max(200), z.union([z.string(), Words])),
)

/** What a content pack says instead of the words that the window was built with. */
export const PackWords = z.object({
  words: z.partialRecord(LanguageCode, Words),
  /**
   * Translations of the law's texts by their ids; a language that the pack does not carry falls back to
   * English.
   */
  lawTexts: z.partialRecord(LanguageCode, z.record(z.string(), z.string())),
})
export type PackWords = z.infer<typeof PackWords>

/**
 * Keys where `words` does not match what the screens were built for: another kind of entry, or different
 * `{{values}}`. A key that exists on one side only does no harm.
 */
export function wordProblems(words: Words, built: Words, at = ''): string[] {
  return Object.entries(words).flatMap(([key, now]) => {
    const before = Object.hasOwn(built, key) ? built[key] : undefined
    if (before === undefined) return []
    if (typeof now === 'string' && typeof before === 'string')
      return slotsOf(now) === slotsOf(before) ? [] : [at + key]
    if (typeof now === 'string' || typeof before === 'string') return [at + key]
    return wordProblems(now, before, `${at}${key}.`)
  })
}

const slotsOf = (text: string): string =>
  [...new Set(text.match(/\{\{\s*\w+\s*\}\}|\$t\(/g) ?? [])].sort().join()
