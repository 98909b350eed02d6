import type { CollectionContact } from '../model/appeal.ts'
import { assertNever } from '../model/result.ts'
import type { Route } from './route.ts'
import type { RightLeft, Road, TellingState } from './telling.ts'

type Known = { state: TellingState; left: readonly RightLeft[]; contact: CollectionContact | null }

/** What the person can do about a letter: the road that is open for it, never one that it does not have. */
export function roadOf(route: Route['route'], { state, left, contact }: Known): Road {
  switch (route) {
    case 'CDP':
      return 'hearing'
    case 'EH':
      return 'equivalentHearing'
    case 'IA-appeal':
      return 'planAppeal'
    case 'CAP':
      return roadOfContact(left, contact)
    case 'unknown':
    case 'other':
      if (left.some(({ right, open }) => open && right.startsWith('EXAM-'))) return 'audit'
      return state === 'allOver' || state === 'lateNextOpen' ? 'late' : 'answer'
    default:
      return assertNever(route, 'a route without a road')
  }
}

/** How a collection appeal begins: by who took the action, as the person says, or else as the rule of the right tells. */
export function roadOfContact(
  left: readonly RightLeft[],
  contact: CollectionContact | null,
): 'officer' | 'phone' | 'advisory' {
  const ofRule = (prefix: string) =>
    left.some(({ right, program }) => program === 'CAP' && right.startsWith(prefix))
  switch (contact) {
    case 'revenueOfficer':
      return 'officer'
    case 'phoneOrNotice':
      return 'phone'
    case 'advisory':
      return 'advisory'
    case null:
      if (ofRule('CAP-N')) return 'advisory'
      return ofRule('CAP-F') ? 'officer' : 'phone'
    default:
      return assertNever(contact, 'a contact without a road')
  }
}
