import { z } from 'zod'
import { copyKinds, copyReasons } from '../letters/compare-letters.ts'
import { AppealAnswers } from '../model/appeal.ts'
import { CaseEvent } from '../model/case-event.ts'
import { ClockDoubt } from '../model/clock-doubt.ts'
import { Day } from '../model/day.ts'
import { Letter, LetterFacts, LetterId } from '../model/letter.ts'
import { Special } from '../model/special.ts'
import { AppRevision } from './library.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

/** 200 MB is a long scan; anything larger is a mistake or an attack. */
export const maxScanBytes = 200 * 1024 * 1024

export const lettersContract = {
  /**
   * All letters, newest first, including removed ones. `revision` grows with every change to the library.
   * `clockDoubt`: why `today` may be wrong; every right is shown with it.
   */
  'letters:list': {
    passive: true,
    input: nothing,
    output: z.object({
      revision: z.int(),
      today: Day,
      clockDoubt: ClockDoubt.nullable(),
      letters: z.array(Letter),
    }),
  },
  /**
   * What changed after a revision, so that one letter does not mean sending a library of thousands again.
   * `all`: `letters` is the whole list. Otherwise `letters` replace those with the same id, and the letters
   * in `gone` no longer exist.
   */
  'letters:since': {
    passive: true,
    input: z.object({ revision: z.int() }),
    output: z.object({
      revision: z.int(),
      today: Day,
      clockDoubt: ClockDoubt.nullable(),
      all: z.boolean(),
      letters: z.array(Letter),
      gone: z.array(LetterId),
      appRevision: AppRevision,
    }),
  },
  /**
   * Answers as soon as the library's revision is above `since`, or after about 20 seconds with the current
   * one; works while the library is closed, too.
   */
  'letters:changed': {
    passive: true,
    input: z.object({ since: z.int() }),
    output: z.object({ revision: z.int() }),
  },
  /** A person looked at today's date and confirmed it; refused if the day has changed since. */
  'letters:confirm-today': { input: z.object({ day: Day }), output: done(nothing) },
  /** Letters in other scans that look like this one; see `compareLetters`. */
  'letter:copies': {
    passive: true,
    input: z.object({ id: LetterId }),
    output: done(
      z.object({
        copies: z.array(
          z.object({ id: LetterId, kind: z.enum(copyKinds), because: z.array(z.enum(copyReasons)) }),
        ),
      }),
    ),
  },
  /**
   * Stores the scan byte for byte and answers before anything reads it. The same bytes twice make one scan.
   */
  'letter:add': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ ids: z.array(LetterId), known: z.boolean() })),
  },
  /** Adds a practice letter that ships with the app (synthetic). */
  'letter:add-sample': {
    input: nothing,
    output: done(z.object({ ids: z.array(LetterId), known: z.boolean() })),
  },
  'letter:confirm': {
    input: z.object({ id: LetterId, facts: LetterFacts.nullable() }),
    output: done(nothing),
  },
  'letter:record-events': {
    input: z.object({ id: LetterId, events: z.array(CaseEvent).max(200) }),
    output: done(nothing),
  },
  'letter:answer': { input: z.object({ id: LetterId, answers: AppealAnswers }), output: done(nothing) },
  /**
   * Special situations: what is true of this letter is stored with it, what is true of the person once for the case.
   * `changed`: the letters whose answers changed, where each change can be undone.
   */
  'letter:special': {
    input: z.object({ id: LetterId, special: Special }),
    output: done(z.object({ changed: z.array(LetterId) })),
  },
  'letter:read-again': { input: z.object({ id: LetterId }), output: done(nothing) },
  /** Stops reading its scan, or takes it off the queue; the scan stays and can be read again. */
  'letter:stop-reading': { input: z.object({ id: LetterId }), output: done(nothing) },
  /** Removed letters stay in the library until a person empties the trash; `removed: false` restores one. */
  'letter:remove': { input: z.object({ id: LetterId, removed: z.boolean() }), output: done(nothing) },
  /** A file of the letter's scan, exactly as it was added. The first one by default. */
  'letter:original': {
    input: z.object({ id: LetterId, file: z.int().min(1).exactOptional() }),
    output: done(z.object({ fileName: z.string(), bytes: Bytes })),
  },
} as const satisfies Record<string, CallShape>
