import { z } from 'zod'
import { Forms } from '../appeals/appeal-papers.ts'
import { FormTemplateField, OfficialFact } from '../appeals/official-form.ts'
import { PackWords } from '../content/words-shape.ts'
import { Law } from '../law/law.ts'
import { copyKinds, copyReasons } from '../letters/compare-letters.ts'
import { AppealAnswers } from '../model/appeal.ts'
import { PageLayoutOverride, ScanPages } from '../model/arrangement.ts'
import { CaseEvent } from '../model/case-event.ts'
import { CasePerson } from '../model/case-person.ts'
import { Day } from '../model/day.ts'
import { Exhibit, ExhibitId, Mailing } from '../model/exhibit.ts'
import { type ChangedPart, HistoryStep } from '../model/history.ts'
import { Box, Letter, LetterFacts, LetterId } from '../model/letter.ts'
import { contentContract } from './content.ts'
import { deskContract } from './integrations.ts'
import { librariesContract } from './libraries.ts'
import { AppRevision, LibraryState, libraryContract } from './library.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

/** One letter that holds the words looked for. */
export const SearchHit = z.object({
  id: LetterId,
  /** The first page of the scan with them; null: they stand in what is known of the letter beside its pages. */
  page: z.int().min(1).nullable(),
  /** Where they stand on that page, upright. */
  boxes: z.array(Box),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  removed: z.boolean(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** 200 MB: a long scan; more is a mistake or an attack. */
export const maxScanBytes = 200 * 1024 * 1024

/**
 * Every call that a shell may pass to the core: one table, from which both ends derive their types and every shell
 * its input check. Ids travel, never paths.
 */
export const contract = {
  /** What the screen needs at the start. `today` is the calendar day on this computer. */
  'app:start': {
    passive: true,
    input: nothing,
    output: z.object({
      law: Law,
      forms: Forms,
      today: Day,
      version: z.string(),
      shell: z.enum(['desktop', 'browser', 'cli']),
      revision: z.int(),
      library: LibraryState,
      standing: AppRevision,
      /** null: the words with which the window was built. */
      packWords: PackWords.nullable(),
    }),
  },
  /** All letters, newest first, removed ones too. `revision` grows with every change of the library. */
  'letters:list': {
    passive: true,
    input: nothing,
    output: z.object({ revision: z.int(), today: Day, letters: z.array(Letter) }),
  },
  /**
   * What changed after a revision, so that a library of thousands is not sent anew for one letter. `all`: the letters
   * are the whole list; else they replace those of the same id, and those that are `gone` are no more.
   */
  'letters:since': {
    passive: true,
    input: z.object({ revision: z.int() }),
    output: z.object({
      revision: z.int(),
      today: Day,
      all: z.boolean(),
      letters: z.array(Letter),
      gone: z.array(LetterId),
      standing: AppRevision,
    }),
  },
  /**
   * Answers as soon as the library's revision is above `since`, or after some 20 seconds with the one it has; also while
   * the library is closed.
   */
  'letters:changed': {
    passive: true,
    input: z.object({ since: z.int() }),
    output: z.object({ revision: z.int() }),
  },
  /**
   * Letters whose pages or facts hold all the words, newest first, removed ones last. `more`: there are others. `waiting`:
   * scans whose pages cannot be searched yet.
   */
  'letters:search': {
    passive: true,
    input: z.object({ text: z.string().max(200) }),
    output: z.object({
      tooShort: z.boolean(),
      hits: z.array(SearchHit),
      more: z.boolean(),
      waiting: z.int(),
    }),
  },
  /** Every place in one letter where the words stand, page by page of the scan, in the letter's order. */
  'letter:find': {
    passive: true,
    input: z.object({ id: LetterId, text: z.string().max(200) }),
    output: done(z.object({ places: z.array(z.object({ page: z.int(), boxes: z.array(Box) })) })),
  },
  /** What happened to a letter, oldest first; ids of the steps that Undo and Redo take back. */
  'letter:history': {
    passive: true,
    input: z.object({ id: LetterId }),
    output: done(
      z.object({ steps: z.array(HistoryStep), undo: z.int().nullable(), redo: z.int().nullable() }),
    ),
  },
  /**
   * Takes back what a person did last to a letter, or with `redo` does again what was taken back. `id: null`: to any
   * letter, since the core was started.
   */
  'letter:undo': {
    input: z.object({ id: LetterId.nullable(), redo: z.boolean() }),
    output: done(
      z.object({ id: LetterId, what: z.array(z.custom<ChangedPart>((part) => typeof part === 'string')) }),
    ),
  },
  /**
   * A copy of a letter as pictures, in which taxpayer numbers (`namesToo`: also name and address) are black, read again
   * before it is given. `burnt` counts the places.
   */
  'letter:redacted': {
    input: z.object({ id: LetterId, namesToo: z.boolean() }),
    output: done(z.object({ bytes: Bytes, burnt: z.int() })),
  },
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
  /** The whole library as a zip file of plain folders; not encrypted. A very large one wants the command line. */
  'library:export': {
    input: nothing,
    output: done(z.object({ fileName: z.string(), bytes: Bytes })),
  },
  /** Brings such a zip file in; what is here already stays as it is. Both numbers count letters. */
  'library:import': {
    input: z.object({ bytes: Bytes }),
    output: done(z.object({ added: z.int(), known: z.int() })),
  },
  /** Keeps the scan, byte for byte, and answers before anything reads it. The same bytes twice are one scan. */
  'letter:add': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ ids: z.array(LetterId), known: z.boolean() })),
  },
  /** A practice letter that the app carries (synthetic). */
  'letter:add-sample': {
    input: nothing,
    output: done(z.object({ ids: z.array(LetterId), known: z.boolean() })),
  },
  /** What was said about the people whom letters name; who they are comes from the letters. */
  'people:list': { passive: true, input: nothing, output: z.array(CasePerson) },
  'person:keep': { input: CasePerson, output: done(nothing) },
  'letter:confirm': {
    input: z.object({ id: LetterId, facts: LetterFacts.nullable() }),
    output: done(nothing),
  },
  'letter:record-events': {
    input: z.object({ id: LetterId, events: z.array(CaseEvent).max(200) }),
    output: done(nothing),
  },
  'letter:answer': { input: z.object({ id: LetterId, answers: AppealAnswers }), output: done(nothing) },
  'letter:read-again': { input: z.object({ id: LetterId }), output: done(nothing) },
  /** Stops the reading of its scan, whether it began or still waits; the scan is kept and can be read again. */
  'letter:stop-reading': { input: z.object({ id: LetterId }), output: done(nothing) },
  /** Removed letters stay in the library until a person empties the trash; `removed: false` brings one back. */
  'letter:remove': { input: z.object({ id: LetterId, removed: z.boolean() }), output: done(nothing) },
  /**
   * Deletes removed letters for good, their bytes too; nothing else ever does. A letter on which a day still runs wants
   * a second word. `filesKept`: so many are in a file with other letters, which stays. `shrunk`: the library's file gave
   * the room back; the bytes are gone either way.
   */
  'trash:empty': {
    input: z.object({ ids: z.array(LetterId).min(1).max(100_000), evenWithOpenClock: z.boolean() }),
    output: done(z.object({ filesKept: z.int(), shrunk: z.boolean() })),
  },
  /** One page of the scan as PNG or JPEG, upright; `page` counts in the scan from 1, `width` in pixels. */
  'page:image': {
    input: z.object({ id: LetterId, page: z.int().min(1), width: z.int().min(100).max(3000) }),
    output: done(z.object({ type: z.enum(['image/png', 'image/jpeg']), bytes: Bytes })),
  },
  /** How the pages of a letter's scan lie: the files, the letters in them, and what a person said about them. */
  'scan:pages': { input: z.object({ id: LetterId }), output: done(ScanPages) },
  /**
   * Lays the pages of a letter's scan as a person says; null: reading decides again. The scan is read again. Answers with
   * the letter, or with the one that has its pages now.
   */
  'scan:arrange': {
    input: z.object({ id: LetterId, arrangement: PageLayoutOverride.nullable() }),
    output: done(z.object({ id: LetterId })),
  },
  /** One letter of several, in the order given; their scans become one scan of all files. Answers with the letter. */
  'scan:join': {
    input: z.object({ ids: z.array(LetterId).min(2).max(200) }),
    output: done(z.object({ id: LetterId })),
  },
  /** Each file of the scan becomes a scan of its own again. */
  'scan:take-apart': { input: z.object({ id: LetterId }), output: done(nothing) },
  /** Opens a locked PDF. A password that fits is kept in the library, to show the pages again. */
  'scan:unlock': {
    input: z.object({ id: LetterId, password: z.string().min(1).max(1000) }),
    output: done(nothing),
  },
  /** A file of the letter's scan exactly as it was dropped; the first unless told otherwise. */
  'letter:original': {
    input: z.object({ id: LetterId, file: z.int().min(1).exactOptional() }),
    output: done(z.object({ fileName: z.string(), bytes: Bytes })),
  },
  /** A file that goes with a letter: an enclosure for the packet, or the receipt of a mailing. */
  'exhibit:add': {
    input: z.object({
      letter: LetterId,
      title: Exhibit.shape.title,
      role: Exhibit.shape.role,
      fileName: z.string().min(1).max(255),
      bytes: Bytes,
    }),
    output: done(z.object({ id: ExhibitId })),
  },
  'exhibit:remove': { input: z.object({ letter: LetterId, id: ExhibitId }), output: done(nothing) },
  'letter:record-mailings': {
    input: z.object({ id: LetterId, mailings: z.array(Mailing).max(200) }),
    output: done(nothing),
  },
  /**
   * Official blanks that the person dropped. `toMap`: its fields, of which the person says what goes where;
   * `mapped`: that has been said, and it can be filled.
   */
  'blanks:list': {
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        form: z.string(),
        fileName: z.string(),
        revision: z.string().nullable(),
        title: z.string().nullable(),
        mapped: z.boolean(),
        toMap: z
          .object({
            fields: z.array(FormTemplateField),
            proposal: z.record(z.string(), OfficialFact),
            facts: z.array(OfficialFact),
          })
          .nullable(),
      }),
    ),
  },
  /** Keeps an official blank if its form and revision are known, or if it is one that a person can map. */
  'blank:add': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ id: z.string() })),
  },
  /** The person confirms which field holds what. */
  'blank:map': {
    input: z.object({ id: z.string(), from: z.record(z.string(), OfficialFact) }),
    output: done(nothing),
  },
  /** A copy to look at, with the number of each field in its place. */
  'blank:numbered': { input: z.object({ id: z.string() }), output: done(z.object({ bytes: Bytes })) },
  'blank:remove': { input: z.object({ id: z.string() }), output: done(nothing) },
  /** An official blank, filled from one letter and flattened. */
  'form:pdf': {
    input: z.object({ id: LetterId, blank: z.string() }),
    output: done(z.object({ bytes: Bytes })),
  },
  /** One page for the person: what to say on the phone, the case for an appointment, the next three dates of all letters. */
  'sheet:pdf': {
    input: z.object({ id: LetterId, kind: z.enum(['call', 'summary', 'fridge']) }),
    output: done(z.object({ bytes: Bytes })),
  },
  /** The days of all letters with alarms, as an iCalendar file; a newer file replaces the entries of an older one. */
  'calendar:ics': { input: nothing, output: z.object({ text: z.string() }) },
  /** The draft of the form alone, as PDF. */
  'draft:pdf': { input: z.object({ id: LetterId }), output: done(z.object({ bytes: Bytes })) },
  /**
   * The whole packet in mailing order in one PDF. `cover`: the first mailed page; `duplex`: every part begins on the
   * front of a sheet; `straighten`: photos of a sheet are cut out along its edges.
   */
  'packet:pdf': {
    input: z.object({
      id: LetterId,
      cover: z.enum(['letter', 'fax']),
      duplex: z.boolean(),
      straighten: z.boolean(),
    }),
    output: done(z.object({ bytes: Bytes, pages: z.int() })),
  },
  /** The guide of the app with pictures of its screens, as a PDF that comes with the app. */
  'guide:pdf': { input: z.object({ language: z.enum(['en', 'es']) }), output: z.object({ bytes: Bytes }) },
  /** The pages of a paper as pictures, to be printed by a window that shows no PDF. */
  'paper:pictures': {
    input: z.object({ bytes: Bytes }),
    output: done(
      z.object({ pictures: z.array(z.object({ type: z.enum(['image/png', 'image/jpeg']), bytes: Bytes })) }),
    ),
  },
  /** Opens a paper in the system's own program for PDFs; in the desktop app alone. */
  'paper:view': { input: z.object({ bytes: Bytes }), output: done(nothing) },
  ...libraryContract,
  ...contentContract,
  ...librariesContract,
  ...deskContract,
} as const satisfies Record<string, CallShape>

export type Contract = typeof contract
export type Call = keyof Contract

/** Whether a window makes this call by itself; see `CallShape`. */
export const isPassive = (name: Call): boolean => 'passive' in contract[name]

export type Input<C extends Call> = z.output<Contract[C]['input']>
export type Output<C extends Call> = z.output<Contract[C]['output']>
/** The core behind any shell. */
export type Api = { [C in Call]: (input: Input<C>) => Promise<Output<C>> }
