import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import type { Core } from '../../../src/main/app/core.ts'
import { factsOf, type Letter, LetterId } from '../../../src/shared/model/letter.ts'
import { resources, temporaryFolder, testCore } from '../../support.ts'

const samples = join(resources, 'samples')
const textSample = readdirSync(samples).find((name) => name.endsWith('.pdf')) ?? ''
const sampleBytes = () => new Uint8Array(readFileSync(join(samples, textSample)))

let core: Core
afterEach(() => core.close())

async function add(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Letter> {
  const added = await core.api['letter:add']({ fileName, bytes })
  if (!added.ok) throw new Error(added.error.code)
  await core.idle()
  return getLetter(added.value.ids[0]!)
}
async function getLetter(id: LetterId): Promise<Letter> {
  const { letters } = await core.api['letters:list'](null)
  return letters.find((letter) => letter.id === id)!
}

describe('a dropped letter', () => {
  test('is listed at once, before it is read, and the screens are notified of each change', async () => {
    core = testCore()
    const before = (await core.api['letters:list'](null)).revision
    const added = await core.api['letter:add']({ fileName: textSample, bytes: sampleBytes() })
    const { letters } = await core.api['letters:list'](null)
    expect(added).toMatchObject({ ok: true, value: { known: false } })
    expect(letters[0]?.status.kind).toMatch(/waiting|reading/)
    expect((await core.api['letters:changed']({ since: before })).revision).toBeGreaterThan(before)
    await core.idle()
  })

  test('is sent to the screens alone when it changes; an unknown revision gets everything', async () => {
    core = testCore()
    const first = await add(textSample, sampleBytes())
    const second = await add('other.pdf', new Uint8Array([1, 2, 3]))
    const { revision } = await core.api['letters:list'](null)
    expect(await core.api['letters:since']({ revision })).toMatchObject({ all: false, letters: [], gone: [] })
    await core.api['letter:remove']({ id: first.id, removed: true })
    const news = await core.api['letters:since']({ revision })
    expect(news).toMatchObject({ all: false, letters: [{ id: first.id, removed: true }] })
    expect(news.revision).toBeGreaterThan(revision)
    for (const foreign of [0, revision + 1000]) {
      const whole = await core.api['letters:since']({ revision: foreign })
      expect(whole.all && whole.letters.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
    }
  })

  test('is read, confirmed, and unchanged after a restart', async () => {
    const file = join(temporaryFolder(), 'library.waymark')
    core = testCore(file)
    const letter = await add(textSample, sampleBytes())
    expect(letter.status).toEqual({ kind: 'read' })
    expect(letter.reading?.facts.noticeCode).not.toBeNull()
    await core.api['letter:confirm']({ id: letter.id, facts: factsOf(letter) })
    const confirmed = await getLetter(letter.id)
    await core.close()
    core = testCore(file)
    expect(await getLetter(letter.id)).toEqual(confirmed)
  })

  test('that was not finished at the last stop is read at the next start', async () => {
    const file = join(temporaryFolder(), 'library.waymark')
    core = testCore(file)
    const added = await core.api['letter:add']({ fileName: textSample, bytes: sampleBytes() })
    await core.close()
    core = testCore(file)
    await core.idle()
    if (!added.ok) throw new Error(added.error.code)
    expect((await getLetter(added.value.ids[0]!)).status).toEqual({ kind: 'read' })
  })

  test('whose reading a person stops is kept, says so, and is read on request; the others are read', async () => {
    core = testCore()
    const keep = async (end: string) => {
      const bytes = new Uint8Array(Buffer.concat([sampleBytes(), Buffer.from(end)]))
      const added = await core.api['letter:add']({ fileName: 'a.pdf', bytes })
      return added.ok ? added.value.ids[0]! : LetterId.parse('')
    }
    const [begun, waiting, other] = [await keep('\n%1'), await keep('\n%2'), await keep('\n%3')]
    for (const id of [begun, waiting]) await core.api['letter:stop-reading']({ id })
    await core.idle()
    const stopped = { kind: 'failed', code: 'read.cancelled' }
    expect((await getLetter(begun)).status).toEqual(stopped)
    expect((await getLetter(waiting)).status).toEqual(stopped)
    expect((await getLetter(other)).status).toEqual({ kind: 'read' })
    await core.api['letter:read-again']({ id: begun })
    await core.idle()
    const read = await getLetter(begun)
    expect(read.status).toEqual({ kind: 'read' })
    await core.api['letter:read-again']({ id: begun })
    await core.api['letter:stop-reading']({ id: begun })
    await core.idle()
    expect(await getLetter(begun)).toEqual(read)
  })

  test('returns the original byte for byte', async () => {
    core = testCore()
    const { id } = await add(textSample, sampleBytes())
    const original = await core.api['letter:original']({ id })
    expect(original).toEqual({ ok: true, value: { fileName: textSample, bytes: sampleBytes() } })
  })

  test('shows its first page as a picture', async () => {
    core = testCore()
    const { id } = await add(textSample, sampleBytes())
    const image = await core.api['page:image']({ id, page: 1, width: 400 })
    expect(image.ok && image.value.bytes.length).toBeGreaterThan(1000)
  })

  test('moves to the trash and comes back', async () => {
    core = testCore()
    const { id } = await add(textSample, sampleBytes())
    await core.api['letter:remove']({ id, removed: true })
    expect((await getLetter(id)).removed).toBe(true)
    await core.api['letter:remove']({ id, removed: false })
    expect((await getLetter(id)).removed).toBe(false)
  })
})

describe('bad input is saved, gets its own error, and changes nothing that is stored', () => {
  const text = (value: string) => new TextEncoder().encode(value)
  const rows: [string, string, () => Uint8Array<ArrayBuffer>, string][] = [
    ['zero bytes', 'empty.pdf', () => new Uint8Array(), 'scan.empty'],
    ['a truncated PDF', 'cut.pdf', () => sampleBytes().slice(0, 700), 'scan.damaged'],
    [
      'a text file named .jpg',
      'note.jpg',
      () => text('Dear aunt, thank you for the cake.'),
      'scan.text-file',
    ],
    [
      'a .docx named .pdf',
      'letter.pdf',
      () => text('PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml word/document.xml'),
      'scan.office-document',
    ],
    [
      'noise',
      'noise.bin',
      () => Uint8Array.from({ length: 500 }, (_, index) => (index * 73) % 256),
      'scan.unknown-type',
    ],
  ]
  test.each(rows)('%s', async (_name, fileName, bytes, code) => {
    core = testCore()
    const good = await add(textSample, sampleBytes())
    const bad = await add(fileName, bytes())
    expect(bad.status).toEqual({ kind: 'failed', code })
    expect(await getLetter(good.id)).toEqual(good)
    const original = await core.api['letter:original']({ id: bad.id })
    expect(original.ok && original.value.bytes).toEqual(bytes())
  })
})

describe('calls', () => {
  const unknown = LetterId.parse('00000000-0000-4000-8000-000000000000')
  test('calls about a missing letter say so', async () => {
    core = testCore()
    const missing = { ok: false, error: { code: 'letter.not-found' } }
    expect(await core.api['letter:remove']({ id: unknown, removed: true })).toEqual(missing)
    expect(
      await core.api['packet:pdf']({ id: unknown, cover: 'letter', duplex: false, straighten: true }),
    ).toEqual(missing)
    expect(await core.api['page:image']({ id: unknown, page: 1, width: 400 })).toEqual(missing)
  })

  test('calls with input that the contract does not allow are rejected', async () => {
    core = testCore()
    await expect(async () => core.call('letter:remove', { id: '../x', removed: true })).rejects.toThrow(
      ZodError,
    )
    await expect(async () => core.call('letter:add', { fileName: 'a', bytes: 'text' })).rejects.toThrow(
      ZodError,
    )
  })
})

test('a packet of a confirmed letter is a PDF', async () => {
  core = testCore()
  const letter = await add(textSample, sampleBytes())
  await core.api['letter:confirm']({ id: letter.id, facts: factsOf(letter) })
  const packet = await core.api['packet:pdf']({
    id: letter.id,
    cover: 'letter',
    duplex: false,
    straighten: true,
  })
  if (!packet.ok) throw new Error(packet.error.code)
  expect(new TextDecoder('latin1').decode(packet.value.bytes.slice(0, 5))).toBe('%PDF-')
  expect(packet.value.pages).toBeGreaterThan(3)
})
