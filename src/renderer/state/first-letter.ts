/** What a person brought before there was a library. It is added as soon as one is open. */
export type FirstLetter = { kind: 'files'; files: readonly File[] } | { kind: 'sample' }

let waiting: FirstLetter | null = null

/** null: there is to be no library after all. */
export const bringFirstLetter = (first: FirstLetter | null): void => {
  waiting = first
}

/** Gives it once. */
export function takeFirstLetter(): FirstLetter | null {
  const first = waiting
  waiting = null
  return first
}
