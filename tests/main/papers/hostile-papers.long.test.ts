import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Core, createCore } from '../../../src/main/app/core.ts'
import type { FromReadingProcess } from '../../../src/main/reading/process/protocol.ts'
import type { Output } from '../../../src/shared/contract/contract.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'
import { hostileImages } from '../../fixtures/hostile/hostile-images.ts'
import { hostilePdfs } from '../../fixtures/hostile/hostile-pdfs.ts'
import { typedPicture } from '../../fixtures/typed-picture.ts'
import { forkOwnProcess, testCoreOptions } from '../../support.ts'

/** Ends the process of a paper at its first page, so many times. */
let kills: { signal: NodeJS.Signals; left: number } = { signal: 'SIGKILL', left: 0 }
let killed = 0
let core: Core

function startVulnerable(): ReturnType<typeof forkOwnProcess> {
  const link = forkOwnProcess()
  link.onMessage((message: FromReadingProcess) => {
    const pid = link.pid()
    if (message.kind !== 'page' || kills.left === 0 || pid === null) return
    kills.left -= 1
    killed += 1
    process.kill(pid, kills.signal)
  })
  return link
}

beforeAll(() => {
  core = createCore({ ...testCoreOptions(), startReadingProcess: startVulnerable })
})
afterAll(() => core.close())

const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Photos take a moment each, so that a process is ended before it is done. */
const photos = () =>
  Promise.all(
    ['a', 'b', 'c'].map(async (page) => ({
      fileName: `${page}.jpg`,
      bytes: new Uint8Array(await typedPicture({ code: 'CP501', page }, 1800)),
    })),
  )

/** A confirmed letter with its enclosures. */
async function letterWith(...files: { fileName: string; bytes: Uint8Array<ArrayBuffer> }[]) {
  const page = await typedPicture({ code: 'LT11', page: `${Math.random()}` }, 900)
  const added = must(await core.api['letter:add']({ fileName: 'letter.jpg', bytes: new Uint8Array(page) }))
  const [id] = added.ids
  if (!id) throw new Error('no letter')
  await core.idle()
  const facts = { ...noFacts, noticeCode: 'LT11', noticeDate: '2026-11-02', taxPeriods: ['2022'] }
  await core.call('letter:confirm', { id, facts })
  for (const { fileName, bytes } of files)
    must(await core.api['exhibit:add']({ letter: id, title: fileName, role: 'enclosure', fileName, bytes }))
  return id
}
const packetOf = (id: Awaited<ReturnType<typeof letterWith>>): Promise<Output<'packet:pdf'>> =>
  core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true })

async function libraryIsWell(): Promise<boolean> {
  const { issues } = must(await core.api['library:verify'](null))
  return issues.length === 0
}

describe.each(['SIGSEGV', 'SIGKILL'] as const)(
  'a process that ends with %s in the middle of a packet',
  (signal) => {
    test('does no harm: a fresh process makes the packet, byte for byte the same', async () => {
      const id = await letterWith(...(await photos()))
      const before = must(await packetOf(id))
      kills = { signal, left: 1 }
      killed = 0
      expect(before.pages).toBeGreaterThan(8)
      const after = must(await packetOf(id))
      expect(killed).toBe(1)
      expect(Buffer.from(after.bytes).equals(before.bytes)).toBe(true)
    })

    test('twice fails that packet with a code; the library and the next packet are fine', async () => {
      const id = await letterWith(...(await photos()))
      kills = { signal, left: 2 }
      expect(await packetOf(id)).toEqual({ ok: false, error: { code: 'packet.stopped' } })
      expect(await libraryIsWell()).toBe(true)
      expect(must(await packetOf(id)).pages).toBeGreaterThan(3)
    })

    test('twice fails one redacted copy with a code', async () => {
      const id = await letterWith()
      kills = { signal, left: 2 }
      const failed = await core.api['letter:redacted']({ id, namesToo: false })
      expect(failed).toEqual({ ok: false, error: { code: 'read.process-lost' } })
      expect(must(await core.api['letter:redacted']({ id, namesToo: false })).bytes.length).toBeGreaterThan(0)
    })
  },
)

const hostile = [...hostilePdfs('http://127.0.0.1:9'), ...hostileImages]
const file = async (what: string) => {
  const found = hostile.find((each) => each.what === what)
  if (!found) throw new Error(what)
  return {
    fileName: what.startsWith('a PNG') ? 'a.png' : 'a.pdf',
    bytes: new Uint8Array(await found.bytes()),
  }
}

describe('a hostile file', () => {
  test.each([
    ['a PNG that says 100,000 x 100,000', ['scan.damaged', 'scan.too-large']],
    ['a white PNG of 12,000 x 12,000', ['made', 'packet.stopped']],
    ['a drawing of 1 GB, packed to 1 MB', ['made', 'packet.stopped', 'scan.too-large']],
    // Looked at when it is attached, and refused there: by memory or by time, whichever bound this machine meets first.
    ['forms that draw each other 2^40 times', ['made', 'scan.too-large', 'read.timed-out']],
    ['a picture of 100,000 x 100,000 in 1 kB', ['made']],
    ['a page tree that holds itself', ['scan.damaged', 'scan.no-pages']],
    ['100,000 pages', ['scan.too-many-pages']],
  ])(
    'as an enclosure fails at most one packet: %s',
    async (what, gives) => {
      const id = await letterWith()
      const given = await file(what)
      const input = { letter: id, title: given.fileName, role: 'enclosure', ...given } as const
      const added = await core.api['exhibit:add'](input)
      const packet = added.ok ? await packetOf(id) : added
      expect(gives).toContain(packet.ok ? 'made' : packet.error.code)
      expect(await libraryIsWell()).toBe(true)
    },
    300_000,
  )

  test.each([
    ['a drawing of 1 GB, packed to 1 MB'],
    ['a drawing packed twice'],
    ['a page tree that holds itself'],
    ['100,000 pages'],
  ])('is refused as a form template: %s', async (what) => {
    const added = await core.api['form-template:add'](await file(what))
    expect(added).toEqual({ ok: false, error: { code: 'form-template.damaged' } })
    expect(await libraryIsWell()).toBe(true)
  })
})

test('after all of them, a packet can be made', async () => {
  expect(must(await packetOf(await letterWith())).pages).toBeGreaterThan(3)
})
