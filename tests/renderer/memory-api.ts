import { findInLines } from '../../src/main/search/find-in-lines.ts'
import { searchQueryFrom } from '../../src/main/storage/search-index/search-query.ts'
import { ApiError } from '../../src/renderer/state/api.ts'
import type { Api, Output } from '../../src/shared/contract/contract.ts'
import type { HelpedLibrary } from '../../src/shared/contract/helper.ts'
import type { KnownLibrary } from '../../src/shared/contract/libraries.ts'
import type { AppRevision, Backup, IntegrityIssue, LibraryState } from '../../src/shared/contract/library.ts'
import { noAnswers } from '../../src/shared/model/appeal.ts'
import type { CasePerson } from '../../src/shared/model/case-person.ts'
import type { Clinic, ClinicList } from '../../src/shared/model/clinic.ts'
import type { ClockDoubt } from '../../src/shared/model/clock-doubt.ts'
import { Day } from '../../src/shared/model/day.ts'
import { ExhibitId } from '../../src/shared/model/exhibit.ts'
import type { HistoryStep } from '../../src/shared/model/history.ts'
import {
  type Box,
  type Evidence,
  Letter,
  type LetterFacts,
  type LetterId,
  noFacts,
} from '../../src/shared/model/letter.ts'
import type { PageLayoutOverride, ScanPages } from '../../src/shared/model/page-layout-override.ts'
import { err, ok } from '../../src/shared/model/result.ts'
import { splitSpecial } from '../../src/shared/model/special.ts'
import { forms, law } from './law-and-forms.ts'
import { memoryHelper } from './memory-helper.ts'
import { libraryInfo, memoryLibrary } from './memory-library.ts'

export { law }

/** A core without files or OCR: real law and real rules, letters in memory, for the screens' own tests. */
export function memoryApi(letters: Letter[] = [], today = '2026-02-10') {
  const core = {
    letters,
    revision: 1,
    library: { kind: 'open', isProtected: false } as LibraryState,
    appRevision: { content: law.version, place: 0, name: null } as AppRevision,
    known: [] as KnownLibrary[],
    helper: { keys: 'none', allowed: false } as Output<'helper:state'>,
    helped: [] as HelpedLibrary[],
    openedBy: [] as string[],
    content: {
      builtIn: law.version,
      pack: null,
      backTo: null,
      problem: null,
      takesPacks: true,
    } as Output<'content:info'>,
    info: libraryInfo,
    backups: [] as Backup[],
    locksIn: null as number | null,
    issues: [] as IntegrityIssue[],
    olderThan: null as string | null,
    salvaged: { letters: 0, damagedLetters: 0, lostRows: 0 },
    today: Day.parse(today),
    clockDoubt: null as ClockDoubt | null,
    log: '{"event":"app.started"}\n',
    namesInPackets: [] as (string | undefined)[],
    failWith: null as string | null,
    scan: onePage,
    arranged: [] as (PageLayoutOverride | null)[],
    joined: [] as LetterId[][],
    formTemplates: [] as Output<'form-templates:list'>,
    /** What stands on the first page of every letter, for the search. */
    pageOne: [] as { text: string; box: Box }[],
    steps: [] as HistoryStep[],
    undone: [] as string[],
    wiping: { isWiping: false, progress: null } as Awaited<ReturnType<Api['trash:wiping']>>,
    emptied: [] as { ids: string[]; evenWithOpenClock: boolean }[],
    copies: [] as Extract<Output<'letter:copies'>, { ok: true }>['value']['copies'],
    people: [] as CasePerson[],
    clinics: null as ClinicList | null,
    mapped: null as Record<string, string> | null,
    desk: {
      notify: false,
      named: false,
      snoozes: {},
      canChoose: true,
      calendar: { folder: null, problem: null },
      scanner: { folder: null, problem: null, recentImports: [] },
    } as Output<'integrations:settings'>,
  }
  const waiting = new Set<() => void>()
  const changed = () => {
    core.revision += 1
    for (const wake of waiting) wake()
    waiting.clear()
  }
  const change = async (id: LetterId, part: Partial<Letter>) => {
    if (core.failWith) return err({ code: core.failWith })
    if (!core.letters.some((letter) => letter.id === id)) return err({ code: 'letter.not-found' })
    core.letters = core.letters.map((letter) => (letter.id === id ? { ...letter, ...part } : letter))
    changed()
    return ok(null)
  }
  const desk = (part: Partial<typeof core.desk>) => {
    if (core.failWith) return err({ code: core.failWith })
    core.desk = { ...core.desk, ...part }
    changed()
    return ok(null)
  }
  const add = async (fileName: string) => {
    const letter = letterOf({ fileName, status: { kind: 'waiting' }, reading: null })
    core.letters = [letter, ...core.letters]
    changed()
    return ok({ ids: [letter.id], known: false })
  }
  const moveTo = (name: string | null) => {
    if (core.failWith) return err({ code: core.failWith })
    core.letters = []
    core.appRevision = { ...core.appRevision, name, place: core.appRevision.place + 1 }
    changed()
    return ok(null)
  }
  const whileOpen = <T>(answer: T): T => {
    if (core.library.kind !== 'open') throw new ApiError('library.locked')
    return answer
  }
  const api: Api = {
    'app:start': async () => {
      const { revision, today, library, appRevision } = core
      const packWords = null
      return {
        law,
        forms,
        today,
        version: '0.0.0',
        shell: 'browser',
        revision,
        library,
        appRevision,
        packWords,
      }
    },
    'app:log': async () => ({ text: core.log }),
    ...memoryLibrary(core, changed),
    'letters:list': async () => ({
      ...{ revision: core.revision, today: core.today, clockDoubt: core.clockDoubt },
      letters: core.letters,
    }),
    'letters:confirm-today': async () => {
      core.clockDoubt = null
      changed()
      return ok(null)
    },
    'letters:since': async () =>
      whileOpen({
        revision: core.revision,
        today: core.today,
        clockDoubt: core.clockDoubt,
        all: true,
        // As over a bridge: never the very objects that the core holds.
        letters: structuredClone(core.letters),
        gone: [],
        appRevision: core.appRevision,
      }),
    'letters:changed': async ({ since }) => {
      if (core.revision <= since) await new Promise<void>((resolve) => waiting.add(resolve))
      return { revision: core.revision }
    },
    ...memoryHelper(core, changed),
    'libraries:list': async () => ({ known: core.known, by: 'typing' }),
    'libraries:open': async ({ id }) => moveTo(core.known.find((each) => each.id === id)?.name ?? null),
    'libraries:choose': async () => ok(null),
    'libraries:at': async ({ folder }) => moveTo(folder.split('/').at(-1) ?? null),
    'libraries:forget': async ({ id }) => {
      core.known = core.known.filter((each) => each.id !== id)
      changed()
      return ok(null)
    },
    'content:info': async () => core.content,
    'content:import': async () => {
      if (core.failWith) return err({ code: core.failWith })
      const pack = { version: '2027-01-15', madeOn: '2027-01-15', key: 'test' }
      core.content = { ...core.content, pack, backTo: law.version }
      core.appRevision = { ...core.appRevision, content: pack.version }
      changed()
      return ok({ version: pack.version })
    },
    'content:back': async () => {
      core.content = { ...core.content, pack: null, backTo: null }
      core.appRevision = { ...core.appRevision, content: law.version }
      changed()
      return ok({ version: law.version })
    },
    'letters:search': async ({ text }) => {
      const query = searchQueryFrom(text)
      const hits = core.letters.flatMap(({ id, removed }) => {
        const found = findInLines(query, core.pageOne)
        return found ? [{ id, page: 1, ...found, removed }] : []
      })
      return { tooShort: query.ways.length === 0, hits, more: false, waiting: 0 }
    },
    'letter:find': async ({ text }) => {
      const found = findInLines(searchQueryFrom(text), core.pageOne)
      return ok({ places: found ? [{ page: 1, boxes: found.boxes }] : [] })
    },
    'letter:history': async () => ok({ steps: core.steps, undo: core.steps.at(-1)?.id ?? null, redo: null }),
    'letter:undo': async ({ id, redo }) => {
      core.undone.push(redo ? 'redo' : 'undo')
      const [last] = core.letters
      const undone = id ?? last?.id
      if (core.failWith || !undone) return err({ code: core.failWith ?? 'history.nothing' })
      await change(undone, { removed: false })
      return ok({ id: undone, what: ['removed'] })
    },
    'trash:empty': async ({ ids, evenWithOpenClock }) => {
      core.emptied.push({ ids, evenWithOpenClock })
      core.letters = core.letters.filter((letter) => !ids.includes(letter.id))
      changed()
      return ok({ filesRetained: 0 })
    },
    'trash:wiping': async () => core.wiping,
    'letter:searchable': async () => ok({ bytes: new Uint8Array() }),
    'letter:redacted': async () => ok({ bytes: new Uint8Array(), redacted: 2 }),
    'letter:copies': async () => ok({ copies: core.copies }),
    'library:export': async () => ok({ fileName: 'waymark-2026-02-10.zip', bytes: new Uint8Array() }),
    'library:import': async () => ok({ added: 2, known: 1 }),
    'letter:add': async ({ fileName }) => add(fileName),
    'letter:add-sample': async () => add('practice.pdf'),
    'integrations:settings': async () => core.desk,
    'reminders:set': async (next) => desk(next),
    'reminders:snooze': async ({ keys, until }) => {
      const others = Object.entries(core.desk.snoozes).filter(([key]) => !keys.includes(key))
      const added = until ? keys.map((key) => [key, until]) : []
      return desk({ snoozes: Object.fromEntries([...others, ...added]) })
    },
    'folder:choose': async ({ kind }) =>
      desk({ [kind]: { ...core.desk[kind], folder: '/home/ana/chosen', problem: null } }),
    'folder:stop': async ({ kind }) => desk({ [kind]: { ...core.desk[kind], folder: null } }),
    'clinics:list': async () => core.clinics,
    'clinics:add': async ({ fileName }) => {
      if (core.failWith) return err({ code: core.failWith })
      core.clinics = { fileName, revision: 'Rev. 2-2026', addedOn: core.today, clinics: [madeClinic] }
      changed()
      return ok({ clinics: 1, states: 1 })
    },
    'clinics:remove': async () => {
      core.clinics = null
      changed()
      return ok(null)
    },
    'people:list': async () => core.people,
    'person:save': async (person) => {
      if (core.failWith) return err({ code: core.failWith })
      core.people = [...core.people.filter(({ name }) => name !== person.name), person]
      changed()
      return ok(null)
    },
    'letter:confirm': async ({ id, facts }) => change(id, { confirmed: facts }),
    'letter:record-events': async ({ id, events }) => change(id, { events }),
    'letter:answer': async ({ id, answers }) => change(id, { answers }),
    'letter:special': async ({ id, special }) => {
      if (core.failWith) return err({ code: core.failWith })
      const { ofCase } = splitSpecial(special)
      for (const letter of core.letters) {
        const own = splitSpecial(letter.special ?? {}).ofLetter
        await change(letter.id, { special: letter.id === id ? special : { ...own, ...ofCase } })
      }
      return ok({ changed: [id] })
    },
    'letter:stop-reading': async ({ id }) =>
      change(id, { status: { kind: 'failed', code: 'read.cancelled' } }),
    'scans:read-again': async () => ok({ letters: core.letters.length }),
    'letter:read-again': async ({ id }) => change(id, { status: { kind: 'waiting' } }),
    'letter:remove': async ({ id, removed }) => change(id, { removed }),
    'page:image': async () => ok({ type: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) }),
    'scan:pages': async () => ok(core.scan),
    'scan:arrange': async ({ id, layoutOverride }) => {
      core.arranged.push(layoutOverride)
      if (layoutOverride?.letters)
        core.scan = {
          ...core.scan,
          layoutOverride,
          layout: { letters: layoutOverride.letters, excludedPages: layoutOverride.excludedPages },
        }
      changed()
      return ok({ id })
    },
    'scan:merge': async ({ ids }) => {
      core.joined.push(ids)
      return ok({ id: ids[0] as LetterId })
    },
    'scan:split': async () => ok(null),
    'scan:unlock': async ({ password }) =>
      password === 'opensesame' ? ok(null) : err({ code: 'scan.wrong-password' }),
    'letter:original': async () => ok({ fileName: 'letter.pdf', bytes: new Uint8Array() }),
    'exhibit:add': async ({ letter, title, role, fileName }) => {
      const id = ExhibitId.parse('00000000-0000-4000-9000-000000000001')
      const exhibits = [{ id, title, role, fileName, keptAt: '2026-02-10T10:00:00Z' }]
      await change(letter, { exhibits })
      return ok({ id })
    },
    'exhibit:remove': async ({ letter }) => change(letter, { exhibits: [] }),
    'letter:record-mailings': async ({ id, mailings }) => change(id, { mailings }),
    'form-templates:list': async () => core.formTemplates,
    'form-template:add': async () => err({ code: 'form-template.unknown-revision' }),
    'form-template:map': async ({ from }) => {
      core.mapped = from
      return ok(null)
    },
    'form-template:numbered': async () => ok({ bytes: new Uint8Array() }),
    'form-template:remove': async () => ok(null),
    'form:pdf': async () => ok({ bytes: new Uint8Array(), blank: [] }),
    'sheet:pdf': async () => ok({ bytes: new Uint8Array() }),
    'calendar:ics': async () => ({ text: 'BEGIN:VCALENDAR' }),
    'guide:pdf': async () => ({ bytes: new Uint8Array() }),
    'pdf:pictures': async () => ok({ pictures: [] }),
    'pdf:view': async () => ok(null),
    'draft:pdf': async () => ok({ bytes: new Uint8Array() }),
    'packet:pdf': async ({ id }) => {
      core.namesInPackets.push(core.letters.find((letter) => letter.id === id)?.answers.name)
      return ok({ bytes: new Uint8Array(), pages: 5, notPrinted: [] })
    },
  }
  return { api, core, change }
}

const madeClinic: Clinic = {
  state: 'IL',
  name: 'Sample Tax Clinic',
  city: 'Springfield',
  phones: ['217-555-0111'],
  languages: ['Spanish', 'Polish'],
}

const onePage: ScanPages = {
  files: [{ fileName: 'letter.pdf', pageCount: 1 }],
  rotations: [0],
  layoutOverride: null,
  layout: { letters: [{ pages: [1], inThisOrder: false }], excludedPages: [] },
  letters: [],
  locked: false,
}

let lastLetter = 0

/** A letter that was read: LT11 of January 30, 2026 unless told otherwise; unconfirmed. */
export function letterOf(part: Partial<Letter> = {}, facts: Partial<LetterFacts> = {}): Letter {
  lastLetter += 1
  const read: LetterFacts = {
    ...noFacts,
    noticeCode: 'LT11',
    noticeDate: Day.parse('2026-01-30'),
    taxPeriods: ['2022'],
    form: '1040',
    amountDue: '9533.53',
    taxpayerName: 'ALMA EXAMPLE',
    taxpayerAddress: '12 SAMPLE ST\nSPRINGFIELD, IL 62701',
    ...facts,
  }
  return Letter.parse({
    id: `00000000-0000-4000-8000-${String(lastLetter).padStart(12, '0')}`,
    fileName: 'letter.pdf',
    keptAt: '2026-02-09T10:00:00Z',
    pages: [1, 2],
    status: { kind: 'read' },
    isIrs: true,
    reading: {
      pages: [1, 2],
      facts: read,
      evidence: { noticeCode: seen('LT11'), noticeDate: { ...seen('January 30, 2026'), page: 2 } },
    },
    confirmed: null,
    events: [],
    answers: noAnswers,
    removed: false,
    ...part,
  })
}

const seen = (raw: string): Evidence => ({
  page: 1,
  box: [0.6, 0.1, 0.2, 0.02],
  raw,
  confidence: 0.98,
  rule: 'test',
})
