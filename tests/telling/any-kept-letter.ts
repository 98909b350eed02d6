import fc from 'fast-check'
import type { Day } from '../../src/shared/model/day.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { letterOf as kept } from '../renderer/memory-api.ts'
import { type AnyLetter, anyCase } from '../shared/telling/any-letter.ts'

/** The letter as a library keeps it; unchecked ones have the same facts as read. */
export function keptLetter({ confirmed, events }: AnyLetter, isChecked = true): Letter {
  const letter = kept({ events }, confirmed)
  return isChecked ? { ...letter, confirmed } : letter
}

/** Any letter of the catalog on any day with events, checked or not. */
export const anyKept = fc
  .record({ each: anyCase, isChecked: fc.boolean() })
  .map(({ each: { letter, today }, isChecked }): { letter: Letter; today: Day } => ({
    letter: keptLetter(letter, isChecked),
    today,
  }))
