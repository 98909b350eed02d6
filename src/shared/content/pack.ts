import { z } from 'zod'
import { languages, translatedLanguages } from '../i18n/languages.ts'

/**
 * A content pack is one JSON file: newer rules, words, and form descriptions, signed by a publisher whose
 * public key the app carries. The manifest is stored as the exact text that was signed, so that the
 * formatting of JSON does not matter.
 */
export const ContentPack = z.strictObject({
  waymark: z.literal('content pack 1'),
  manifest: z.string().max(1_000_000),
  /** Ed25519 over the UTF-8 bytes of `manifest`, base64. */
  signature: z.string().max(200),
  /** The text of each part by its path. */
  parts: z.record(z.string().max(100), z.string()),
})
export type ContentPack = z.infer<typeof ContentPack>

/** `2026-11-22` or `2026-11-22.2`, as in the law files. */
export const ContentVersion = z.string().regex(/^\d{4}-\d{2}-\d{2}(\.\d{1,4})?$/)

export const PackManifest = z.strictObject({
  version: ContentVersion,
  madeOn: z.iso.date(),
  /** The id of the key that signed it, in `resources/content-keys.json`. */
  key: z.string().min(1).max(100),
  /** The oldest version of Waymark that can use it: `0.1.0`. */
  needsApp: z.string().regex(/^\d+\.\d+\.\d+$/),
  parts: z.array(z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(2000),
})
export type PackManifest = z.infer<typeof PackManifest>

/**
 * Much more than all rules and words need; anything larger is a mistake or an attack. Bytes of the whole
 * file.
 */
export const maxPackBytes = 8 * 1024 * 1024

/** The only paths a pack may contain. Code, keys, fonts, and the user's data are not among them. */
const places = [
  /^law\/(sources|families|rules|stations|holidays|checklists)\.json$/,
  /^law\/notices\/[a-z-]{1,40}\/[A-Z0-9]{1,12}\.json$/,
  ...languages.map((language) => new RegExp(`^words/${language}\\.json$`)),
  ...translatedLanguages.map((language) => new RegExp(`^law/${language}/[a-z-]{1,40}\\.json$`)),
  /^forms\/[0-9a-z-]{1,40}\.json$/,
  /^forms\/official\/[0-9a-z-]{1,40}\.json$/,
]
export const isPackPath = (path: string): boolean => places.some((place) => place.test(path))

/** Above 0 when `a` is the newer one. */
export function compareContentVersions(a: string, b: string): number {
  const [dayA = '', countA = '0'] = a.split('.')
  const [dayB = '', countB = '0'] = b.split('.')
  return dayA === dayB ? Number(countA) - Number(countB) : dayA < dayB ? -1 : 1
}

/** Whether an app of this version is new enough; both are like `1.2.3`. */
export function isNewEnough(app: string, needed: string): boolean {
  const [have, want] = [app, needed].map((version) => version.split('.').map(Number)) as [number[], number[]]
  const at = want.findIndex((part, index) => part !== (have[index] ?? 0))
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0)
}
