import { z } from 'zod'
import { exportFormat } from '../storage/export-format.ts'
import { fromStored } from '../storage/stored-names.ts'

/*
 * An export may come from somebody else. JSON of a few megabytes can hold millions of values, and the check of its shape
 * keeps every mistake that it finds, so that a made-up list takes gigabytes before it is refused. That is why values are
 * counted first, and long lists are checked one entry at a time, up to the first that is wrong.
 */

/** Commas and brackets; a scan of 2,000 pages has about a million. */
export const mostMarks = 2_000_000
/** An index has one for each scan, and some for each field of a form. */
export const mostMarksOfIndex = 200_000
/** Values in one entry of a list, such as a page with its lines. */
const mostInEntry = 100_000

/** `large`: more than any export has. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; why: 'wrong' | 'newer' | 'large' }

/** A JSON file of an export, checked against its schema. */
export function parseExported<S extends z.ZodObject>(
  schema: S,
  bytes: Uint8Array,
  most = mostMarks,
): Parsed<z.output<S>> {
  if (marksIn(bytes) > most) return { ok: false, why: 'large' }
  const value = jsonOf(bytes)
  if (!isRecord(value)) return { ok: false, why: 'wrong' }
  const why = problemOf(schema, value)
  if (why) return { ok: false, why: isNewer(value) ? 'newer' : why }
  const found = schema.safeParse(value)
  return found.success
    ? { ok: true, value: found.data }
    : { ok: false, why: isNewer(value) ? 'newer' : 'wrong' }
}

function problemOf(schema: z.ZodObject, value: Record<string, unknown>): 'wrong' | 'large' | null {
  for (const [name, each] of Object.entries(value)) {
    const of: unknown = schema.shape[name]
    if (!(of instanceof z.ZodArray) || !Array.isArray(each)) {
      if (!isSmall(each)) return 'large'
      continue
    }
    for (const entry of each) {
      if (!isSmall(entry)) return 'large'
      if (!z.safeParse(of.element, entry).success) return 'wrong'
    }
  }
  return null
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return fromStored(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const brackets = new Set([0x5b, 0x7b])

/** How many commas and opening brackets stand outside of the texts, which is about how many values there are. */
function marksIn(bytes: Uint8Array): number {
  let marks = 0
  let inText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (inText && byte === backslash) at += 1
    else if (byte === quote) inText = !inText
    else if (!inText && (byte === comma || brackets.has(byte))) marks += 1
  }
  return marks
}

function isSmall(value: unknown): boolean {
  let left = mostInEntry
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
    const inside: unknown[] = typeof next === 'object' && next !== null ? Object.values(next) : []
    left -= inside.length
    if (left < 0) return false
    for (const each of inside) waiting.push(each)
  }
  return true
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNewer = ({ format }: Record<string, unknown>): boolean =>
  typeof format === 'number' && format > exportFormat
