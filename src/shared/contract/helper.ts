import { z } from 'zod'
import type { Message } from '../i18n/message.ts'
import { ClockDoubt } from '../model/clock-doubt.ts'
import { Day } from '../model/day.ts'
import { LetterId } from '../model/letter.ts'
import type { TellingState } from '../telling/telling.ts'
import { NewPassphrase, Proof } from './library.ts'
import { type CallShape, done, nothing } from './schemas.ts'

/** Names one permission; says nothing of its library. */
const Grant = z.string().min(1).max(64)
const Typed = z.string().min(1).max(500)
const Said = z.custom<Message>((value) => typeof value === 'object' && value !== null)

/** The most urgent letter of a library; see `shared/telling/next-letter.ts`. */
const Next = z.object({
  letter: LetterId,
  /** Whom it is about; null: it names nobody. */
  person: z.string().nullable(),
  state: z.custom<TellingState>((value) => typeof value === 'string'),
  title: Said,
  name: z.string().nullable(),
  daysLeft: z.int().nullable(),
  mailBy: Day.nullable(),
  lastDay: Day.nullable(),
  firmness: z.enum(['hard', 'soft', 'estimated']).nullable(),
  unchecked: z.boolean(),
  step: Said,
})

/** One library whose owner allowed the helper to open it. */
const HelpedLibrary = z.object({
  grant: Grant,
  /** The folder's or file's name; null for the default library, or where the permission itself is damaged. */
  name: z.string().nullable(),
  /** Why its days are not told, or (`helper.older-copy`) why they may be wrong. */
  problem: z.object({ code: z.string(), block: z.string().exactOptional() }).nullable(),
  /** null: it was not read, or nothing is due. */
  next: Next.nullable(),
  /** null: it was not read. */
  also: z
    .object({ more: z.int(), waiting: z.int(), unread: z.int(), unchecked: z.int(), reading: z.int() })
    .nullable(),
  /** What its own records say against today's date. */
  doubt: ClockDoubt.nullable(),
})
export type HelpedLibrary = z.infer<typeof HelpedLibrary>

/** Whoever helps several people opens their libraries with one passphrase of their own; see docs/adr/0013. */
export const helperContract = {
  /**
   * `keys`: the helper's file of keys on this computer. `unavailable`: this shell has no folder of its own. `allowed`: the open
   * library is among them.
   */
  'helper:state': {
    passive: true,
    input: nothing,
    output: z.object({
      keys: z.enum(['unavailable', 'none', 'damaged', 'locked', 'open']),
      allowed: z.boolean(),
    }),
  },
  /** Slow by design, and slower when it is wrong; shares its tries with `library:unlock`. */
  'helper:unlock': { input: z.object({ passphrase: Typed }), output: done(nothing) },
  'helper:lock': { input: nothing, output: done(nothing) },
  /** Reads each library for a moment and changes nothing in it; today's own is taken as it is open. */
  'helper:list': {
    input: nothing,
    output: done(z.object({ today: Day, libraries: z.array(HelpedLibrary) })),
  },
  /** Leaves the open library for this one, without asking again. */
  'helper:open': { input: z.object({ grant: Grant }), output: done(nothing) },
  /**
   * Inside the open library: from now on the helper's passphrase opens it too. `proof`: what opens the library itself; null where
   * it has no passphrase. Where there is no file of keys yet, `passphrase` is the helper's new one.
   */
  'helper:allow': {
    input: z.object({ proof: Proof.nullable(), passphrase: NewPassphrase }),
    output: done(nothing),
  },
  /** Takes back every permission for the open library, on this and every other computer. Its key stays as it is. */
  'helper:take-back': { input: nothing, output: done(nothing) },
  /** Deletes the helper's file of keys, where its passphrase was lost. The libraries stay as they are. */
  'helper:start-over': { input: nothing, output: done(nothing) },
} as const satisfies Record<string, CallShape>
