/** Characters that OCR takes for one another, in numbers and their suffixes; each pair in one direction is enough. */
const alike: Record<string, string> = {
  '0': '689OQDCG',
  '1': '47IL',
  '2': '7Z',
  '3': '589BE',
  '4': '19A',
  '5': '3689S',
  '6': '0589GB',
  '8': '03569B',
  '9': '03485G',
  B: 'EPR',
  C: 'GO',
  D: 'O',
  E: 'F',
  H: 'MN',
  I: 'LJ',
  M: 'N',
  P: 'RF',
  R: 'A',
}

/**
 * For each number of the catalog, the others that one misread character makes of it: another digit, a suffix
 * that was lost or read as a digit, a character too many. Numbers are keys of family, digits, and suffix, such
 * as `CP21A`; two keys of one code are no confusion. Computed, so that a new notice needs no table.
 */
export function confusionsOf(
  byNumber: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const confuse = (one: string, other: string) => {
    if (one === other) return
    found.set(one, (found.get(one) ?? new Set()).add(other))
    found.set(other, (found.get(other) ?? new Set()).add(one))
  }
  for (const [key, code] of byNumber)
    for (const slip of slipsOf(key)) {
      const other = byNumber.get(slip)
      if (other !== undefined) confuse(code, other)
    }
  return found
}

/** What one slip makes of a number; its family's letters stay. A character too many is the other's one too few. */
function* slipsOf(key: string): Generator<string> {
  const start = /\d/.exec(key)?.index ?? key.length
  for (let at = start; at < key.length; at++) {
    const [before, after] = [key.slice(0, at), key.slice(at + 1)]
    for (const other of alike[key.charAt(at)] ?? '') yield before + other + after
    yield before + after
  }
}
