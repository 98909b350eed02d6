import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import type { LetterId } from '../../../src/shared/model/letter.ts'
import { resources, temporaryFolder, testCore } from '../../support.ts'
import { textOfPdf } from '../papers/pdf/pdf-text.ts'

let core: Core
let file: string
let letter: LetterId
const sample = (name: string) => new Uint8Array(readFileSync(join(resources, 'samples', name)))

beforeAll(async () => {
  file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file)
  const added = must(await core.api['letter:add']({ fileName: 'l.pdf', bytes: sample('4-letter-1058.pdf') }))
  const [id] = added.ids
  if (!id) throw new Error('no letter')
  letter = id
  await core.idle()
}, 60_000)
afterAll(() => core.close())

const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const attach = (bytes: Uint8Array<ArrayBuffer>, fileName: string, password?: string) =>
  core.api['exhibit:add']({
    letter,
    title: fileName,
    role: 'enclosure',
    fileName,
    bytes,
    ...(password && { password }),
  })
const remove = async (id: string) => {
  const { letters } = await core.api['letters:list'](null)
  const found = letters.flatMap(({ exhibits }) => exhibits).find((each) => each.id === id)
  if (found) must(await core.api['exhibit:remove']({ letter, id: found.id }))
}

describe('a file is looked at when it is attached', () => {
  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

  test.skipIf(!hasQpdf)('a locked PDF asks for its password, and is kept open', async () => {
    const locked = join(temporaryFolder(), 'locked.pdf')
    const plain = join(resources, 'samples/1-lt11.pdf')
    spawnSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', plain, locked])
    const bytes = new Uint8Array(readFileSync(locked))
    expect(await attach(bytes, 'bank.pdf')).toEqual({ ok: false, error: { code: 'exhibit.password' } })
    expect(await attach(bytes, 'bank.pdf', 'wrong')).toEqual({
      ok: false,
      error: { code: 'scan.wrong-password' },
    })
    const { id } = must(await attach(bytes, 'bank.pdf', 'secret'))
    const made = must(
      await core.api['packet:pdf']({ id: letter, cover: 'letter', duplex: false, straighten: true }),
    )
    expect(made.notPrinted).toEqual([])
    expect((await textOfPdf(made.bytes)).join(' ')).toContain('Exhibit A, page 1 of')
    await remove(id)
  })

  test.each([
    ['a PDF that is cut off', sample('1-lt11.pdf').slice(0, 4000), 'a.pdf'],
    ['a photo that is cut off', sample('2-cp523.jpg').slice(0, 300), 'a.jpg'],
  ])('%s is refused', async (_, bytes, fileName) => {
    expect(await attach(bytes, fileName)).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^scan\./) },
    })
  })

  test('a Word document is refused with what to do', async () => {
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])
    expect(await attach(bytes, 'a.docx')).toEqual({ ok: false, error: { code: 'exhibit.office-document' } })
  })
})

test('HEIC, WebP, TIFF, GIF and AVIF are exhibits that are printed', async () => {
  const photo = sharp(sample('2-cp523.jpg')).resize(600)
  const made = {
    'a.heic': new Uint8Array(readFileSync('tests/fixtures/containers/cp523.heic')),
    'a.webp': new Uint8Array(await photo.clone().webp().toBuffer()),
    'a.tiff': new Uint8Array(await photo.clone().tiff().toBuffer()),
    'a.gif': new Uint8Array(await photo.clone().gif().toBuffer()),
    'a.avif': new Uint8Array(await photo.clone().avif().toBuffer()),
    'a.bmp': bitmap(64, 80),
  }
  const ids: string[] = []
  for (const [name, bytes] of Object.entries(made)) ids.push(must(await attach(bytes, name)).id)
  const packet = must(
    await core.api['packet:pdf']({ id: letter, cover: 'letter', duplex: false, straighten: true }),
  )
  const text = (await textOfPdf(packet.bytes)).join(' ')
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) expect(text).toContain(`Exhibit ${name}, page 1 of 1`)
  expect(packet.notPrinted).toEqual([])
  for (const id of ids) await remove(id)
}, 120_000)

function bitmap(width: number, height: number): Uint8Array<ArrayBuffer> {
  const row = Math.ceil((width * 3) / 4) * 4
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeUInt32LE(54 + row * height, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(row * height, 0xcc)]))
}
