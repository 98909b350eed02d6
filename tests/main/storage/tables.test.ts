import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { searchQueryFrom } from '../../../src/main/storage/search-index/search-query.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'
import {
  bytesOf,
  day,
  exhibit,
  exhibitId,
  type FullLibrary,
  facts,
  fullLibrary,
  keptAt,
  letterId,
  mapping,
} from './full-library.ts'

let full: FullLibrary
let library: Library
beforeEach(() => {
  full = fullLibrary()
  library = full.library
})
afterEach(() => library.close())
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const nobody = letterId(999)
const none = '00000000-0000-4000-8000-000000000999'

describe('scans', () => {
  test('record how they were read, and how a person arranged them', () => {
    expect(library.scans.get(full.scanId)).toEqual({
      id: full.scanId,
      keptAt,
      status: 'read',
      failure: null,
      isIrs: true,
      rotations: [0, 180, 90],
      layoutOverride: { turns: [{ page: 2, rotation: 90 }], letters: null, excludedPages: [] },
    })
    expect(() => library.scans.get(none)).toThrow('no such scan')
  })

  test('wait, fail and are read again', () => {
    const { scanId } = full
    const [waiting] = library.scans.waiting()
    expect(library.scans.waiting()).toHaveLength(1)
    expect(library.scans.get(waiting ?? '')).toMatchObject({ status: 'waiting', isIrs: null, rotations: [] })
    library.scans.setFailed(scanId, 'scan.locked')
    expect(library.scans.get(scanId)).toMatchObject({
      status: 'failed',
      failure: 'scan.locked',
      isIrs: null,
      rotations: [0, 180, 90],
    })
    library.scans.setWaiting(scanId)
    expect(library.scans.get(scanId)).toMatchObject({
      status: 'waiting',
      failure: null,
      rotations: [0, 180, 90],
    })
    library.scans.setRead(scanId, null, [90])
    expect(library.scans.get(scanId)).toMatchObject({ status: 'read', isIrs: null, rotations: [90] })
    library.scans.setRead(scanId, false, [])
    expect(library.scans.get(scanId)).toMatchObject({ isIrs: false, rotations: [] })
    library.scans.setRotations(scanId, [270])
    library.scans.setLayoutOverride(scanId, null)
    expect(library.scans.get(scanId)).toMatchObject({ rotations: [270], layoutOverride: null })
    expect(library.scans.list()).toHaveLength(3)
  })

  test('that wait come oldest first, and one without a letter can be removed', () => {
    const [later, earlier] = [none, none.replace(/9$/, '8')]
    library.scans.insert({ id: later, keptAt: '2026-12-02T12:00:00.000Z' })
    library.scans.insert({ id: earlier, keptAt: '2026-12-01T12:00:00.000Z' })
    expect(library.scans.waiting().slice(1)).toEqual([earlier, later])
    library.scans.remove(later)
    expect(library.scans.waiting().slice(1)).toEqual([earlier])
  })
})

describe('files', () => {
  test('are in the order in which they came, with their bytes, pages, and password', () => {
    const files = library.files.listOfScan(full.scanId)
    expect(files).toMatchObject([
      { scanId: full.scanId, fileName: 'letters.pdf', keptAt, pageCount: 2, password: null },
      { scanId: full.scanId, fileName: 'more.pdf', keptAt, pageCount: 1, password: 'a word' },
    ])
    expect(files.map(({ id }) => text(library.files.getBytes(id)))).toEqual(['two letters', 'more'])
    expect(library.files.list().get(full.scanId)).toEqual(files)
    expect([...library.files.list().values()].flat()).toHaveLength(4)
    expect(library.files.listOfScan(none)).toEqual([])
    expect(() => library.files.getBytes(none)).toThrow('no such file')
  })

  test('are found by their content, and can go to another place', () => {
    const sha256 = createHash('sha256').update('more').digest('hex')
    const found = library.files.findBySha256(sha256)
    expect(found?.fileName).toBe('more.pdf')
    expect(library.files.findBySha256('00')).toBeUndefined()
    library.files.place(found?.id ?? '', full.scanId, -1)
    expect(library.files.listOfScan(full.scanId).map(({ fileName }) => fileName)).toEqual([
      'more.pdf',
      'letters.pdf',
    ])
    library.files.setPageCount(found?.id ?? '', null)
    library.files.setPassword(found?.id ?? '', null)
    expect(library.files.findBySha256(sha256)).toMatchObject({ pageCount: null, password: null })
  })
})

describe('letters', () => {
  test('keep what was read and recorded', () => {
    expect(library.letters.find(full.read)).toEqual({
      id: full.read,
      scanId: full.scanId,
      pages: [1, 2],
      reading: { pages: [1, 2], facts, evidence: {} },
      confirmed: facts,
      answers: noAnswers,
      removedAt: null,
      superseded: false,
    })
    expect(library.letters.find(full.second)).toMatchObject({
      reading: null,
      confirmed: null,
      removedAt: '2026-11-23T12:00:00.000Z',
    })
    expect(library.letters.find(full.lost)).toMatchObject({ superseded: true, answers: { name: 'Z' } })
    expect(library.letters.find(nobody)).toBeUndefined()
  })

  test('that were superseded are only in their own list', () => {
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(library.letters.listOfScan(full.scanId))).toEqual([full.read, full.second])
    expect(ids(library.letters.listOfScanWithSuperseded(full.scanId))).toEqual([
      full.read,
      full.second,
      full.lost,
    ])
    expect(new Set(ids(library.letters.list()))).toEqual(
      new Set([full.read, full.second, full.failed, full.waiting]),
    )
    expect(library.letters.placesOfScan(full.scanId)).toEqual([
      { id: full.read, pages: [1, 2], removed: false },
      { id: full.second, pages: [3], removed: true },
    ])
  })

  test('of one notice are found by what was confirmed, otherwise by what was read', () => {
    const of = (code: string, date: string) => library.letters.listOfNotice(code, date).map(({ id }) => id)
    library.letters.setReading(full.second, { pages: [3], facts, evidence: {} })
    expect(of('CP504', '2026-10-05')).toEqual([full.read, full.second])
    library.letters.setConfirmed(full.read, { ...facts, noticeDate: day('2026-10-06') })
    expect(of('CP504', '2026-10-05')).toEqual([full.second])
    expect(of('CP504', '2026-10-06')).toEqual([full.read])
    expect(of('CP503', '2026-10-05')).toEqual([])
  })

  test('change part by part', () => {
    const { letters } = library
    letters.setAnswers(full.read, { ...noAnswers, whyWrong: 'Paid' })
    letters.setPages(full.read, [2])
    letters.setRemoved(full.second, null)
    letters.setConfirmed(full.read, null)
    letters.setSuperseded(full.lost, false)
    letters.setPlace(full.lost, full.scanId, -1)
    expect(letters.find(full.read)).toMatchObject({
      answers: { whyWrong: 'Paid' },
      pages: [2],
      confirmed: null,
      reading: { pages: [1, 2] },
    })
    expect(letters.listOfScan(full.scanId).map(({ id }) => id)).toEqual([full.lost, full.read, full.second])
    letters.setReading(full.read, { pages: [1], facts: noFacts, evidence: {} })
    expect(letters.find(full.read)).toMatchObject({ pages: [1], reading: { facts: noFacts } })
    letters.clearReading(full.read, [1, 2])
    expect(letters.find(full.read)).toMatchObject({ pages: [1, 2], reading: null })
  })
})

describe('what belongs to a letter', () => {
  test('events are in the person’s order, and are replaced as a whole', () => {
    const events = library.events.listOfLetter(full.read)
    expect(events).toEqual([
      { kind: 'phoneCall', day: '2026-11-20', note: '=spoke with Mr. Quill' },
      { kind: 'conferenceRequested', day: '2026-11-10', note: '' },
    ])
    expect(library.events.list().get(full.read)).toEqual(events)
    expect(library.events.list().size).toBe(2)
    library.events.replace(full.read, [])
    expect(library.events.listOfLetter(full.read)).toEqual([])
    expect(library.events.listOfLetter(full.second)).toHaveLength(1)
  })

  test('mailings do too', () => {
    const mailings = library.mailings.listOfLetter(full.read)
    expect(mailings).toEqual([
      {
        day: '2026-11-20',
        how: 'certified',
        what: 'Form 9423',
        to: 'IRS\nOgden',
        number: '94',
        receipt: exhibitId(41),
      },
      { day: '2026-11-21', how: 'fax', what: 'Form 12153', to: '', number: '', receipt: null },
    ])
    expect(library.mailings.list().get(full.read)).toEqual(mailings)
    expect(library.mailings.list().size).toBe(2)
    library.mailings.replace(full.read, mailings.slice(1))
    expect(library.mailings.listOfLetter(full.read)).toEqual(mailings.slice(1))
    expect(library.mailings.listOfLetter(full.second)).toHaveLength(1)
  })

  test('exhibits come and go, and come back', () => {
    const { exhibits } = library
    const ids = () => exhibits.listOfLetter(full.read).map(({ id }) => id)
    expect(exhibits.listOfLetter(full.read)).toEqual([exhibit(41, 'receipt')])
    expect(exhibits.list().get(full.read)).toEqual([exhibit(41, 'receipt')])
    expect(text(exhibits.getBytes(exhibitId(42)))).toBe('an enclosure')
    expect(() => exhibits.getBytes(none)).toThrow('no such exhibit')
    exhibits.insert(full.read, exhibit(44, 'enclosure'), bytesOf('x'))
    expect(ids()).toEqual([exhibitId(41), exhibitId(44)])
    exhibits.showOnly(full.read, new Set([exhibitId(42)]), keptAt)
    expect(ids()).toEqual([exhibitId(42)])
    exhibits.remove(full.second, exhibitId(42), keptAt)
    expect(ids()).toEqual([exhibitId(42)])
    exhibits.showOnly(full.read, new Set([exhibitId(41), exhibitId(42), exhibitId(44)]), keptAt)
    expect(ids()).toEqual([exhibitId(41), exhibitId(42), exhibitId(44)])
    expect(
      exhibits
        .list()
        .get(full.read)
        ?.map(({ id }) => id),
    ).toEqual(ids())
    expect(exhibits.listOfLetter(full.lost)).toHaveLength(1)
  })

  test('its history grows, oldest first, and its newest step can be amended', () => {
    const { history } = library
    const steps = history.listOfLetter(full.read)
    expect(steps.map(({ changes }) => changes.map(({ what }) => what))).toEqual([
      ['kept'],
      ['confirmed', 'events'],
      ['confirmed'],
    ])
    expect(steps.map(({ undoes }) => undoes)).toEqual([null, null, steps[1]?.id])
    expect(history.lastOfLetter(full.read)).toEqual(steps[2])
    expect(history.lastOfLetter(nobody)).toBeUndefined()
    const newest = history.newestId()
    history.insert(full.read, [{ what: 'removed', before: false, after: true }], null)
    expect(history.newestId()).toBe(newest + 1)
    expect(history.lettersAfter(newest)).toEqual([full.read])
    expect(history.lettersAfter(0)).toEqual([full.read, full.waiting, full.failed])
    history.amend(newest + 1, [{ what: 'removed', before: false, after: false }])
    expect(history.lastOfLetter(full.read)?.changes).toEqual([
      { what: 'removed', before: false, after: false },
    ])
    expect(() => history.amend(steps[0]?.id ?? 0, [])).toThrow('append only')
  })
})

describe('page texts', () => {
  test('are returned with places to a ten-thousandth, page by page', () => {
    const [first, second, third, ...more] = library.pageTexts.list(full.scanId)
    expect(more).toEqual([])
    expect(first).toEqual({
      page: 1,
      aspect: 0.77,
      source: 'text-layer',
      rotation: 0,
      lines: [
        { text: 'Department', box: [0.1, 0.2, 0.3, 0.02], confidence: 0.9 },
        { text: 'of the Treasury', box: [0.1, 0.3, 0.3, 0.02], confidence: 1 },
      ],
    })
    expect(second).toMatchObject({
      source: 'ocr',
      rotation: 180,
      deskewed: {
        aspect: 0.8,
        boxes: [
          [0, 0, 0.5, 0.5],
          [0, 0.5, 0.5, 0.5],
        ],
        turned: true,
      },
    })
    expect(third?.page).toBe(3)
    expect(library.pageTexts.find(full.scanId, 2)).toEqual(second)
    expect(library.pageTexts.find(full.scanId, 4)).toBeUndefined()
    const box = [0.123456, 0.2, 0.3, 0.02] as const
    const fine = { page: 4, aspect: 0.123456, source: 'ocr', rotation: 0 } as const
    library.pageTexts.store(full.scanId, [
      {
        ...fine,
        lines: [
          { text: 'x', box: [...box], confidence: 0.987 },
          { text: 'y', box: [...box], confidence: 1, again: '' },
          { text: 'z', box: [...box], confidence: 1, again: '$1.00' },
        ],
        deskewed: { aspect: 1, boxes: null, turned: false },
      },
    ])
    expect(library.pageTexts.find(full.scanId, 4)).toEqual({
      ...fine,
      aspect: 0.1235,
      lines: [
        { text: 'x', box: [0.1235, 0.2, 0.3, 0.02], confidence: 0.99 },
        { text: 'y', box: [0.1235, 0.2, 0.3, 0.02], confidence: 1, again: '' },
        { text: 'z', box: [0.1235, 0.2, 0.3, 0.02], confidence: 1, again: '$1.00' },
      ],
      deskewed: { aspect: 1, boxes: null, turned: false },
    })
  })

  test('are loaded only where their words are needed', () => {
    const asked: string[][] = []
    const wanted = (texts: string[]) => {
      asked.push(texts)
      return texts[0] === 'Department'
    }
    expect(library.pageTexts.find(full.scanId, 1, wanted)?.page).toBe(1)
    expect(library.pageTexts.find(full.scanId, 3, wanted)).toBeUndefined()
    expect(asked).toEqual([
      ['Department', 'of the Treasury'],
      ['Third page', 'of the Treasury'],
    ])
  })

  test('that are outdated lose how the page lay, and a newer reading replaces them', () => {
    library.pageTexts.outdate(full.scanId)
    expect(library.pageTexts.list(full.scanId).map((page) => 'deskewed' in page)).toEqual([
      false,
      false,
      false,
    ])
    const [first] = library.pageTexts.list(full.scanId)
    if (!first) throw new Error('no page')
    library.pageTexts.store(full.scanId, [{ ...first, lines: [] }])
    expect(library.pageTexts.list(full.scanId).map(({ lines }) => lines.length)).toEqual([0, 2, 2])
  })

  const found = (words: string, limit = 10) => [...library.pageTexts.search(searchQueryFrom(words), limit)]
  test('are found by their words, newest first and no more than wanted', () => {
    expect(found('munoz paid')).toEqual([{ scanId: full.scanId, page: 2 }])
    expect(found('treasury').map(({ page }) => page)).toEqual([3, 2, 1])
    expect(found('treasury', 2).map(({ page }) => page)).toEqual([3, 2])
    expect(found('nowhere')).toEqual([])
  })

  test('move to another scan with their pages, which are then scattered', () => {
    const other = library.scans.list().find(({ status }) => status === 'failed')?.id ?? ''
    expect(library.pageTexts.isScattered(full.scanId)).toBe(false)
    library.pageTexts.move(full.scanId, [1, 2], other, 10)
    expect(library.pageTexts.list(other).map(({ page }) => page)).toEqual([11, 12])
    expect(library.pageTexts.list(full.scanId).map(({ page }) => page)).toEqual([3])
    library.pageTexts.move(full.scanId, [3, 3], other, 10)
    library.pageTexts.move(other, [12, 12], full.scanId, 0)
    expect(library.pageTexts.isScattered(other)).toBe(true)
  })

  test('are missed of scans that were read before they were kept', () => {
    expect(library.pageTexts.scansWithout()).toEqual([])
    const failed = library.scans.list().find(({ status }) => status === 'failed')?.id ?? ''
    library.scans.setRead(failed, true, [0])
    expect(library.pageTexts.scansWithout()).toEqual([failed])
  })
})

describe('letter texts', () => {
  const found = (words: string, limit = 10) => [...library.letterTexts.search(searchQueryFrom(words), limit)]
  test('find a letter by what is known of it, and not one that was superseded', () => {
    expect(found('mr. quill')).toEqual([full.read])
    expect(found('munoz')).toEqual([full.read])
    expect(found('letters.pdf')).toEqual([full.second, full.read])
    expect(found('letters.pdf', 1)).toEqual([full.second])
    library.letterTexts.store(full.read, ['something else'])
    expect(found('munoz')).toEqual([])
    expect(found('something else')).toEqual([full.read])
  })

  test('are missed of letters that were never indexed', () => {
    expect(library.letterTexts.lettersWithout()).toEqual([])
    const id = letterId(77)
    library.letters.insert({ id, scanId: full.scanId, pages: [1], reading: null, answers: noAnswers }, 9)
    expect(library.letterTexts.lettersWithout()).toEqual([id])
  })
})

describe('form templates, people and settings', () => {
  test('templates come with their mapping and bytes, oldest first', () => {
    const { formTemplates } = library
    const [mapped, bare] = formTemplates.list()
    expect(mapped).toEqual({
      id: mapped?.id,
      form: '9423',
      fileName: 'f51.pdf',
      keptAt,
      fieldMapping: mapping,
    })
    expect(bare).toMatchObject({ fileName: 'f52.pdf', fieldMapping: null })
    expect(text(formTemplates.getBytes(bare?.id ?? ''))).toBe('a second form')
    expect(() => formTemplates.getBytes(none)).toThrow('no such form template')
    const sha256 = createHash('sha256').update('a form').digest('hex')
    expect(formTemplates.findIdBySha256(sha256)).toBe(mapped?.id)
    expect(formTemplates.findIdBySha256('00')).toBeUndefined()
    formTemplates.setFieldMapping(bare?.id ?? '', { ...mapping, title: 'Mapped' })
    expect(formTemplates.find(bare?.id ?? '')?.fieldMapping?.title).toBe('Mapped')
    expect(formTemplates.find(none)).toBeUndefined()
    formTemplates.remove(mapped?.id ?? '')
    expect(formTemplates.list().map(({ id }) => id)).toEqual([bare?.id])
  })

  test('people are listed by name, and a later entry replaces an earlier one', () => {
    expect(library.people.list()).toEqual([
      { name: 'ANA', role: null, representative: '', form2848: null, form8821: '2026-03-04' },
      { name: 'ZOË MUÑOZ', role: 'client', representative: 'Ana', form2848: '2026-01-02', form8821: null },
    ])
    const said = {
      name: 'ANA',
      role: 'self',
      representative: 'B',
      form2848: day('2026-05-06'),
      form8821: null,
    } as const
    library.people.save(said)
    expect(library.people.list()[0]).toEqual(said)
    expect(library.people.list()).toHaveLength(2)
  })

  test('settings have a default value, and keep what was set', () => {
    expect(library.settings.get()).toEqual({
      autoLockMinutes: 15,
      recoveryKeyNoted: false,
      copiedElsewhereAt: null,
      dateConfirmed: null,
      dateDoubted: null,
      begunAt: null,
      keyFile: null,
      notify: false,
      notifyNamed: false,
      snoozes: {},
      calendarFolder: null,
      scannerFolder: null,
      scannerSeen: [],
      helpers: [],
      wipeDue: null,
      unfinishedCopy: null,
      clinicList: null,
    })
    library.settings.set({ autoLockMinutes: null, notify: true, snoozes: { a: day('2026-12-01') } })
    library.settings.set({ autoLockMinutes: 5, scannerSeen: ['x'] })
    expect(library.settings.get()).toMatchObject({
      autoLockMinutes: 5,
      notify: true,
      snoozes: { a: '2026-12-01' },
      scannerSeen: ['x'],
    })
    // From a newer version, which has other values.
    library.settings.set({ autoLockMinutes: 'never' as never })
    expect(library.settings.get().autoLockMinutes).toBe(15)
  })
})

describe('deleting for good', () => {
  test('a file stays for the other letters in it, and goes with the last', () => {
    const { letters, deletion, files } = library
    expect(library.write(() => deletion.deleteLetters([full.second]))).toEqual({ ok: true, value: 1 })
    expect(letters.find(full.second)).toBeUndefined()
    expect(files.listOfScan(full.scanId)).toHaveLength(2)
    expect(letters.find(full.lost)).toBeDefined()
    expect(library.write(() => deletion.deleteLetters([full.read, full.failed]))).toEqual({
      ok: true,
      value: 0,
    })
    expect([letters.find(full.read), letters.find(full.lost), letters.find(full.failed)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(files.listOfScan(full.scanId)).toEqual([])
    expect(library.scans.list().map(({ status }) => status)).toEqual(['waiting'])
    expect([...library.pageTexts.search(searchQueryFrom('treasury'), 9)]).toEqual([])
    expect([...library.letterTexts.search(searchQueryFrom('munoz'), 9)]).toEqual([])
    expect(library.history.listOfLetter(full.read)).toEqual([])
    library.write(() => library.wiping.note())
    for (const _ of library.wiping.steps()) expect(library.wiping.isDue()).toBe(true)
    expect(library.wiping.isDue()).toBe(false)
  })
})
