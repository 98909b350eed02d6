import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reader, ReadOptions } from '../../../src/main/reading/process/client.ts'
import type { Output } from '../../../src/shared/contract/contract.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { factsOf, type Letter, type LetterId } from '../../../src/shared/model/letter.ts'
import type { PageLayoutOverride, ScanPages } from '../../../src/shared/model/page-layout-override.ts'
import { err } from '../../../src/shared/model/result.ts'
import { type TypedPage, typedPdf } from '../../fixtures/typed-pdf.ts'
import { temporaryFolder } from '../../support.ts'
import { letterAndScanCalls } from '../library-calls.ts'
import { startReader } from '../reading/reading-support.ts'

/** One reader for all, because its start is the slow part. */
const reader = startReader()
afterAll(() => reader.close())

let core: ReturnType<typeof letterAndScanCalls>
let file: string
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
  core = letterAndScanCalls(file, reader)
})
afterEach(() => core.close())
/** What was dropped, by its name. */
const dropped = new Map<string, Uint8Array<ArrayBuffer>>()

async function add(pages: TypedPage[], name = 'scan.pdf'): Promise<LetterId> {
  const bytes = await typedPdf(pages)
  dropped.set(name, bytes)
  const added = await core.api['letter:add']({ fileName: name, bytes })
  if (!added.ok) throw new Error(added.error.code)
  await core.idle()
  return added.value.ids[0] as LetterId
}
const letters = async (): Promise<Letter[]> => (await core.api['letters:list'](null)).letters
const letterOf = async (id: LetterId) => (await letters()).find((letter) => letter.id === id)
const pagesOf = async (id: LetterId): Promise<ScanPages> => value(await core.api['scan:pages']({ id }))
function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
async function arrange(id: LetterId, part: Partial<PageLayoutOverride>): Promise<Output<'scan:arrange'>> {
  const layoutOverride = { turns: [], letters: null, excludedPages: [], ...part }
  const done = await core.api['scan:arrange']({ id, layoutOverride })
  await core.idle()
  return done
}
const inOrder = (...pages: number[]) => ({ pages, inThisOrder: true })
const shown = async () =>
  (await letters()).map(({ pages, reading }) => [pages, reading?.facts.noticeCode ?? null])

const undo = async (id: LetterId | null, redo = false) => {
  const done = await core.api['letter:undo']({ id, redo })
  await core.idle()
  return done.ok ? done.value : done.error.code
}

const twoLetters: TypedPage[] = [
  { code: 'CP501', page: '1 of 2' },
  { code: 'CP501', page: '2 of 2' },
  { code: 'CP504', page: '1 of 1', date: 'June 8, 2026' },
]

describe('a layout change is undone like any other action', () => {
  const pages = async () => (await shown()).map(([each]) => each)

  test('step by step, in the order of all actions, and redone', async () => {
    const id = await add(twoLetters)
    const states = [await pages()]
    await arrange(id, { letters: [inOrder(1, 2, 3)] })
    states.push(await pages())
    await core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Ana' } })
    await arrange(id, { letters: [inOrder(1), inOrder(3, 2)] })
    states.push(await pages())
    expect(states).toEqual([[[1, 2], [3]], [[1, 2, 3]], [[1], [3, 2]]])
    expect(await undo(null)).toEqual({ id, what: ['arranged'] })
    expect(await pages()).toEqual(states[1])
    expect(await undo(null)).toEqual({ id, what: ['answers'] })
    expect(await undo(null)).toEqual({ id, what: ['arranged'] })
    expect(await pages()).toEqual(states[0])
    expect(await undo(null)).toBe('history.nothing')
    for (const what of ['arranged', 'answers', 'arranged'])
      expect(await undo(null, true)).toEqual({ id, what: [what] })
    expect(await pages()).toEqual(states[2])
    expect(await undo(null, true)).toBe('history.nothing')
  })

  test('from the letter that has the pages now, if the other one was merged into it', async () => {
    const first = await add(twoLetters)
    const second = (await letters()).find(({ id }) => id !== first)!.id
    const arranged = await core.api['scan:arrange']({
      id: second,
      layoutOverride: { turns: [], letters: [inOrder(1, 2, 3)], excludedPages: [] },
    })
    await core.idle()
    expect(arranged).toEqual({ ok: true, value: { id: first } })
    expect(await letterOf(second)).toBeUndefined()
    expect(await undo(first)).toEqual({ id: first, what: ['arranged'] })
    expect((await letterOf(second))?.pages).toEqual([3])
  })

  test('but not after the scan was merged with another one; earlier actions still are', async () => {
    const id = await add(twoLetters)
    await core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Ana' } })
    await arrange(id, { letters: [inOrder(1, 2, 3)] })
    const other = await add([{ code: 'CP14' }], 'other.pdf')
    value(await core.api['scan:merge']({ ids: [id, other] }))
    await core.idle()
    expect(await undo(id)).toEqual({ id, what: ['answers'] })
    expect((await pages()).map((each) => each?.length)).toEqual([4])
  })
})

describe('a person arranges the pages of a scan', () => {
  test('as one letter, and reading again keeps it that way', async () => {
    const id = await add(twoLetters)
    expect(await shown()).toEqual([
      [[1, 2], 'CP501'],
      [[3], 'CP504'],
    ])
    await arrange(id, { letters: [inOrder(1, 2, 3)] })
    expect((await shown()).map(([pages]) => pages)).toEqual([[1, 2, 3]])
    await core.api['letter:read-again']({ id })
    await core.idle()
    expect((await shown()).map(([pages]) => pages)).toEqual([[1, 2, 3]])
    await core.close()
    core = letterAndScanCalls(file, reader)
    expect((await shown()).map(([pages]) => pages)).toEqual([[1, 2, 3]])
  })

  test('and back again: the superseded letter returns with everything recorded about it', async () => {
    const id = await add(twoLetters)
    const second = (await letters())[1] as Letter
    await core.api['letter:record-events']({
      id: second.id,
      events: [
        { kind: 'conferenceRequested', day: second.reading?.facts.noticeDate ?? '', note: '' } as never,
      ],
    })
    await core.api['letter:confirm']({ id, facts: factsOf((await letterOf(id)) as Letter) })
    await arrange(id, { letters: [inOrder(1, 2, 3)] })
    expect(await letterOf(second.id)).toBeUndefined()
    await core.api['scan:arrange']({ id, layoutOverride: null })
    await core.idle()
    expect((await letterOf(second.id))?.events).toHaveLength(1)
    expect(await shown()).toEqual([
      [[1, 2], 'CP501'],
      [[3], 'CP504'],
    ])
  })

  test('in their own order, each letter with its facts read again', async () => {
    const id = await add(twoLetters)
    await arrange(id, { letters: [inOrder(2), inOrder(3, 1)] })
    expect((await letters()).map((letter) => letter.pages)).toEqual([[2], [3, 1]])
    expect((await letters()).map((letter) => letter.reading?.structure?.cutBecause)).toEqual([[], ['person']])
  })

  test('and what was read on them moves along, but not if the letter has to be read again', async () => {
    const given: ReadOptions['storedPages'][] = []
    const asPictures: Reader = {
      ...reader,
      read: async (scan, how) => {
        given.push(how?.storedPages)
        const result = await reader.read(scan, { ...how, storedPages: [] })
        if (!result.ok) return result
        const deskewed = { aspect: 0.77, boxes: null, turned: false }
        return {
          ...result,
          value: { ...result.value, texts: result.value.texts.map((text) => ({ ...text, deskewed })) },
        }
      },
    }
    await core.close()
    core = letterAndScanCalls(file, asPictures)
    const id = await add(twoLetters)
    await arrange(id, { letters: [inOrder(1, 2, 3)] })
    await core.api['letter:read-again']({ id })
    await core.idle()
    const usable = given.map((pages) => pages?.filter((page) => page.deskewed).map((page) => page.page))
    expect(usable).toEqual([[], [1, 2, 3], []])
    expect(given[2]?.map((page) => page.lines.length > 0)).toEqual([true, true, true])
  })

  test('with one excluded, which then belongs to no letter', async () => {
    const id = await add(twoLetters)
    await arrange(id, { letters: [inOrder(1, 2)], excludedPages: [3] })
    expect(await shown()).toEqual([[[1, 2], 'CP501']])
    expect((await pagesOf(id)).layout.excludedPages).toEqual([3])
  })

  test('must place each page once', async () => {
    const id = await add(twoLetters)
    const refused = { ok: false, error: { code: 'scan.not-whole' } }
    expect(await arrange(id, { letters: [inOrder(1, 2)] })).toEqual(refused)
    expect(await arrange(id, { letters: [inOrder(1, 2, 3), inOrder(3)] })).toEqual(refused)
    expect(await arrange(id, { turns: [{ page: 4, rotation: 90 }] })).toEqual(refused)
    expect(await shown()).toHaveLength(2)
  })

  test('facts that a person confirmed stay with their letter', async () => {
    const id = await add(twoLetters)
    const facts = { ...factsOf((await letterOf(id)) as Letter), taxpayerName: 'ALMA EXAMPLE' }
    await core.api['letter:confirm']({ id, facts })
    await arrange(id, { letters: [inOrder(1), inOrder(2), inOrder(3)] })
    expect((await letterOf(id))?.confirmed).toEqual(facts)
    expect(await letters()).toHaveLength(3)
  })

  test('the letter that was worked on is the one that stays, even when it comes second', async () => {
    await add(twoLetters)
    const [, second] = await letters()
    const { id } = second as Letter
    await core.api['letter:confirm']({ id, facts: factsOf(second as Letter) })
    await arrange(id, { letters: [inOrder(1, 2, 3)] })
    expect((await letters()).map((letter) => [letter.id, letter.pages])).toEqual([[id, [1, 2, 3]]])
  })
})

test('a letter that was deleted for good does not come back when its file is read again', async () => {
  const id = await add(twoLetters)
  const second = (await letters())[1] as Letter
  await core.api['letter:remove']({ id: second.id, removed: true })
  value(await core.api['trash:empty']({ ids: [second.id], evenWithOpenClock: true }))
  await core.api['letter:read-again']({ id })
  await core.idle()
  expect(await shown()).toEqual([[[1, 2], 'CP501']])
  expect((await pagesOf(id)).layout.excludedPages).toEqual([3])
})

describe('a page on its side', () => {
  test.each([90, 180, 270] as const)('is read the way its print lies (%i degrees)', async (turned) => {
    const id = await add([{ turned }])
    expect((await letterOf(id))?.reading?.facts.noticeCode).toBe('CP504')
    expect((await pagesOf(id)).rotations).toEqual([turned])
  })

  test('is rotated by a person, and read that way', async () => {
    const id = await add([{ page: '1 of 2' }, { page: '2 of 2' }])
    await arrange(id, { turns: [{ page: 1, rotation: 90 }] })
    expect((await pagesOf(id)).rotations).toEqual([90, 0])
    expect((await letterOf(id))?.reading?.evidence.noticeDate?.page).toBe(2)
    await arrange(id, { turns: [] })
    expect((await letterOf(id))?.reading?.evidence.noticeDate?.page).toBe(1)
  })
})

describe('files of one letter', () => {
  const addThree = async () => [
    await add([{ page: '3 of 3' }], 'c.pdf'),
    await add([{ page: '1 of 3' }], 'a.pdf'),
    await add([{ page: '2 of 3' }], 'b.pdf'),
  ]

  test('become one letter in the order printed on the pages', async () => {
    const ids = await addThree()
    const { id } = value(await core.api['scan:merge']({ ids }))
    await core.idle()
    expect(await shown()).toEqual([[[2, 3, 1], 'CP504']])
    const { files, letters } = await pagesOf(id)
    expect(files.map(({ fileName }) => fileName)).toEqual(['c.pdf', 'a.pdf', 'b.pdf'])
    expect(letters[0]?.printedPages).toEqual([1, 2, 3])
    expect((await letterOf(id))?.reading?.structure?.missingPages).toEqual([])
  })

  test('keep every original byte for byte, merged and split', async () => {
    const ids = await addThree()
    const { id } = value(await core.api['scan:merge']({ ids }))
    const names = ['c.pdf', 'a.pdf', 'b.pdf']
    for (const [at, name] of names.entries()) {
      const original = value(await core.api['letter:original']({ id, file: at + 1 }))
      expect(original).toEqual({ fileName: name, bytes: dropped.get(name) })
    }
    value(await core.api['scan:split']({ id }))
    await core.idle()
    const apart = await letters()
    expect(apart.map((letter) => letter.id).sort()).toEqual([...ids].sort())
    expect(apart.map((letter) => letter.fileName).sort()).toEqual([...names].sort())
    expect(apart.every((letter) => letter.pages.length === 1 && letter.status.kind === 'read')).toBe(true)
  })

  test('are merged into the letter of a scan that holds others too', async () => {
    const first = await add(twoLetters.slice(0, 1).concat(twoLetters.slice(2)), 'two.pdf')
    const missing = await add([{ code: 'CP501', page: '2 of 2' }], 'two-of-two.pdf')
    expect((await letterOf(first))?.reading?.structure?.missingPages).toEqual([2])
    await core.api['scan:merge']({ ids: [first, missing] })
    await core.idle()
    expect(await shown()).toEqual([
      [[1, 3], 'CP501'],
      [[2], 'CP504'],
    ])
    expect((await letterOf(first))?.reading?.structure?.missingPages).toEqual([])
  })

  test('one that cannot be opened is not merged, and nothing changes', async () => {
    const good = await add([{}], 'good.pdf')
    const bad = value(await core.api['letter:add']({ fileName: 'bad.pdf', bytes: new Uint8Array([1, 2, 3]) }))
    await core.idle()
    const joined = await core.api['scan:merge']({ ids: [good, bad.ids[0] as LetterId] })
    expect(joined).toEqual({ ok: false, error: { code: 'scan.unknown-type' } })
    expect(await letters()).toHaveLength(2)
  })

  test('are found by the words on their pages, merged and split', async () => {
    const ids = [await add([{ more: ['The marigold clause.'] }], 'a.pdf')]
    const between = await add([{ more: ['A clause of its own.'] }], 'between.pdf')
    ids.push(await add([{ more: ['The larkspur clause.'] }], 'b.pdf'))
    const hits = async (text: string) =>
      (await core.api['letters:search']({ text })).hits.map(({ id, page }) => [id, page])
    const { id } = value(await core.api['scan:merge']({ ids }))
    expect(await hits('larkspur')).toEqual([[id, 2]])
    // The first page that fits, though the index comes to the other one first.
    expect(await hits('clause')).toEqual([
      [id, 1],
      [between, 1],
    ])
    await core.idle()
    expect(await hits('larkspur')).toEqual([[id, 2]])
    value(await core.api['scan:split']({ id }))
    expect(await hits('larkspur')).toEqual([[ids[1], 1]])
    await core.idle()
    expect(await hits('marigold')).toEqual([[ids[0], 1]])
  })

  test('the same file dropped again is recognized', async () => {
    const ids = await addThree()
    const { id } = value(await core.api['scan:merge']({ ids }))
    await core.idle()
    const again = await core.api['letter:add']({
      fileName: 'b2.pdf',
      bytes: dropped.get('b.pdf') as Uint8Array<ArrayBuffer>,
    })
    expect(again).toEqual({ ok: true, value: { ids: [id], known: true } })
  })
})

test('all scans are read again: what was confirmed stays, and a reading that now fails costs nothing that was read', async () => {
  await core.close()
  let isBroken = false
  const failing: Reader = {
    ...reader,
    read: (...words) =>
      isBroken ? Promise.resolve(err({ code: 'read.timed-out' as const })) : reader.read(...words),
  }
  core = letterAndScanCalls(file, failing)
  const first = await add([{ code: 'CP501', page: '1 of 1' }], 'a.pdf')
  await add([{ code: 'CP504', page: '1 of 1' }], 'b.pdf')
  const facts = { ...factsOf((await letterOf(first))!), noticeCode: 'CP503' }
  await core.api['letter:confirm']({ id: first, facts })
  const before = await letters()
  for (const broken of [false, true]) {
    isBroken = broken
    expect(await core.api['scans:read-again'](null)).toEqual({ ok: true, value: { letters: 2 } })
    expect((await letters()).map(({ status }) => status.kind)).not.toContain('failed')
    await core.idle()
    expect(await letters()).toEqual(before)
  }
  expect((await letterOf(first))?.confirmed?.noticeCode).toBe('CP503')
})
