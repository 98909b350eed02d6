import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { factsOf, type Letter, type LetterId } from '../../../src/shared/model/letter.ts'
import { resources, temporaryFolder, testCore } from '../../support.ts'

let core: Core
let file: string
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file)
})
afterEach(() => core.close())

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(resources, 'samples', name)))
async function add(name = '1-lt11.pdf', bytes = bytesOf(name)): Promise<LetterId> {
  const added = await core.api['letter:add']({ fileName: name, bytes })
  await core.idle()
  if (!added.ok) throw new Error(added.error.code)
  return added.value.ids[0]!
}
async function letter(id: LetterId): Promise<Letter | undefined> {
  return (await core.api['letters:list'](null)).letters.find((each) => each.id === id)
}
async function history(id: LetterId) {
  const found = await core.api['letter:history']({ id })
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}
const kinds = async (id: LetterId) =>
  (await history(id)).steps.map((step) => step.changes.map(({ what }) => what).join('+'))
const undo = (id: LetterId | null = null, redo = false) => core.api['letter:undo']({ id, redo })
const event = { kind: 'phoneCall' as const, day: '2026-11-20' as never, note: 'Spoke with Mr. Quill' }

test('every change of a letter is recorded with its values before and after', async () => {
  const id = await add()
  const facts = factsOf((await letter(id))!)
  await core.api['letter:confirm']({ id, facts })
  await core.api['letter:record-events']({ id, events: [event] })
  await core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Ana' } })
  await core.api['letter:remove']({ id, removed: true })
  expect(await kinds(id)).toEqual(['kept', 'reading+pages', 'confirmed', 'events', 'answers', 'removed'])
  const { steps } = await history(id)
  expect(steps[2]?.changes).toEqual([{ what: 'confirmed', before: null, after: facts }])
  expect(steps[3]?.changes).toEqual([{ what: 'events', before: [], after: [event] }])
  expect(steps.every((step) => !Number.isNaN(Date.parse(step.at)))).toBe(true)
})

test('a change without effect is no step, and typing in one sitting is a single step', async () => {
  const id = await add()
  await core.api['letter:record-events']({ id, events: [] })
  for (const whyWrong of ['P', 'Pa', 'Paid'])
    await core.api['letter:answer']({ id, answers: { ...noAnswers, whyWrong } })
  const { steps } = await history(id)
  expect(steps).toHaveLength(3)
  expect(steps[2]?.changes).toMatchObject([
    { what: 'answers', before: { whyWrong: '' }, after: { whyWrong: 'Paid' } },
  ])
})

describe('undo', () => {
  test('undoes action by action, redo repeats them, and each state of the letter is restored exactly', async () => {
    const id = await add()
    const states = [await letter(id)]
    const facts = factsOf(states[0]!)
    const acts = [
      () => core.api['letter:confirm']({ id, facts: { ...facts, taxpayerName: 'ZOË MUÑOZ' } }),
      () => core.api['letter:record-events']({ id, events: [event] }),
      () => core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Ana' } }),
      () => core.api['letter:remove']({ id, removed: true }),
    ]
    for (const act of acts) {
      await act()
      states.push(await letter(id))
    }
    for (const state of states.toReversed().slice(1)) {
      expect(await undo(id)).toMatchObject({ ok: true, value: { id } })
      expect(await letter(id)).toEqual(state)
    }
    expect(await undo(id)).toEqual({ ok: false, error: { code: 'history.nothing' } })
    expect((await core.api['letters:search']({ text: 'munoz' })).hits).toEqual([])
    for (const state of states.slice(1)) {
      expect((await undo(id, true)).ok).toBe(true)
      expect(await letter(id)).toEqual(state)
    }
    expect((await undo(id, true)).ok).toBe(false)
    expect((await core.api['letters:search']({ text: 'munoz' })).hits).toHaveLength(1)
  })

  test('restores an exhibit with its bytes and with the mailing that it proves', async () => {
    const id = await add()
    const bytes = bytesOf('2-cp523.jpg')
    const added = await core.api['exhibit:add']({
      letter: id,
      title: 'Receipt',
      role: 'receipt',
      fileName: 'r.jpg',
      bytes,
    })
    if (!added.ok) throw new Error(added.error.code)
    const mailing = {
      day: event.day,
      how: 'fax' as const,
      what: 'Form 9423',
      to: '',
      number: '',
      receipt: added.value.id,
    }
    await core.api['letter:record-mailings']({ id, mailings: [mailing] })
    const before = await letter(id)
    await core.api['exhibit:remove']({ letter: id, id: added.value.id })
    expect((await letter(id))?.exhibits).toEqual([])
    await undo(id)
    expect(await letter(id)).toEqual(before)
  })

  test('without a letter, undoes the last action since the start, and nothing older', async () => {
    const id = await add()
    const other = await add('3-letter-3172.pdf')
    await core.api['letter:remove']({ id: other, removed: true })
    await core.api['letter:remove']({ id, removed: true })
    expect(await undo()).toMatchObject({ value: { id, what: ['removed'] } })
    await core.close()
    core = testCore(file)
    expect(await undo()).toEqual({ ok: false, error: { code: 'history.nothing' } })
    expect(await undo(other)).toMatchObject({ value: { id: other } })
  })
})

test('the history cannot be changed, not even by a program that opens the file', async () => {
  const id = await add()
  await core.api['letter:remove']({ id, removed: true })
  await core.close()
  const database = new SqliteDatabase(file)
  for (const sql of [
    "UPDATE history SET at = '2020-01-01T00:00:00.000Z'",
    "UPDATE history SET changes = '[]' WHERE id = 1",
    'DELETE FROM history',
  ])
    expect(() => database.exec(sql)).toThrow(/append only/)
  database.close()
  core = testCore(file)
})

describe('emptying the trash', () => {
  const empty = (ids: LetterId[], evenWithOpenClock = true) =>
    core.api['trash:empty']({ ids, evenWithOpenClock })

  test('requires a removed letter, and a second confirmation while a deadline is running', async () => {
    const id = await add()
    expect(await empty([id])).toEqual({ ok: false, error: { code: 'trash.not-removed' } })
    await core.api['letter:remove']({ id, removed: true })
    expect(await empty([id], false)).toEqual({ ok: false, error: { code: 'trash.open-clock' } })
    expect(await letter(id)).toBeDefined()
  })

  test('leaves no byte of the letter in the library, and other letters whole', async () => {
    const other = await add('3-letter-3172.pdf')
    const before = await letter(other)
    const bytes = new Uint8Array(9000).map((_, at) => (at * 7919) % 251)
    bytes.set(new TextEncoder().encode('%PDF-SECRET-MARK'))
    const id = await add('secret-name.pdf', bytes)
    await core.api['letter:record-events']({ id, events: [event] })
    await core.api['letter:remove']({ id, removed: true })
    expect(await empty([id])).toEqual({ ok: true, value: { filesRetained: 0 } })
    expect(await letter(id)).toBeUndefined()
    expect(await letter(other)).toEqual(before)
    await core.close()
    const kept = readFileSync(file)
    for (const mark of ['SECRET-MARK', 'secret-name', 'Mr. Quill', id])
      expect(kept.includes(mark)).toBe(false)
    expect(kept.includes(Buffer.from(bytes.slice(4000, 4200)))).toBe(false)
    core = testCore(file)
    expect(await letter(other)).toEqual(before)
    const again = await core.api['letter:add']({ fileName: 'secret-name.pdf', bytes })
    expect(again).toMatchObject({ ok: true, value: { known: false } })
  })
})
