import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  marksIn,
  type WatchedFolder,
  type WatchOptions,
  watchFolder,
} from '../../../src/main/integrations/watch-folder.ts'
import { resources, temporaryFolder } from '../../support.ts'

const pdf = readFileSync(join(resources, 'samples/1-lt11.pdf'))
const jpg = readFileSync(join(resources, 'samples/2-cp523.jpg'))
let watched: WatchedFolder | null = null
afterEach(() => watched?.close())

/** A watch that looks only when it is told to. */
function watch(folder: string, part: Partial<WatchOptions> = {}) {
  const taken: [string, number][] = []
  const trouble: boolean[] = []
  let marks: string[] = []
  watched = watchFolder({
    folder,
    seen: [],
    take: async (name, bytes) => {
      taken.push([name, bytes.length])
      return true
    },
    onSeen: (now) => {
      marks = now
    },
    onTrouble: (is) => trouble.push(is),
    every: 1_000_000,
    ...part,
  })
  const { look } = watched
  const looks = async (times: number) => {
    for (let count = 0; count < times; count += 1) await look()
  }
  return { taken, trouble, looks, marks: () => marks }
}

test('a scan that is written piece by piece is taken once, when it is complete', async () => {
  const folder = temporaryFolder()
  const { taken, looks } = watch(folder)
  const file = join(folder, 'scan.pdf')
  const pieces = [0, 1, 2, 3].map((at) =>
    pdf.subarray((pdf.length / 4) * at, at === 3 ? undefined : (pdf.length / 4) * (at + 1)),
  )
  for (const piece of pieces) {
    expect(taken).toEqual([])
    appendFileSync(file, piece)
    // The scanner pauses between two pages for longer than two looks.
    if (piece !== pieces[3]) await looks(3)
  }
  await looks(1)
  expect(taken).toEqual([])
  await looks(3)
  expect(taken).toEqual([['scan.pdf', pdf.length]])
  expect(readFileSync(file).equals(pdf)).toBe(true)
})

test('a scan that changes between check and copy waits until it is stable again', async () => {
  const folder = temporaryFolder()
  const longer = Buffer.concat([pdf, Buffer.from('\n% one more page\n%%EOF')])
  const taken: number[] = []
  // The scanner writes on while the other file is being kept: the look has seen the shorter one.
  const take = async (name: string, bytes: Uint8Array) => {
    taken.push(bytes.length)
    if (taken.length === 1) writeFileSync(join(folder, name === 'a.pdf' ? 'b.pdf' : 'a.pdf'), longer)
    return true
  }
  for (const name of ['a.pdf', 'b.pdf']) writeFileSync(join(folder, name), pdf)
  const { looks } = watch(folder, { take })
  await looks(2)
  expect(taken).toEqual([pdf.length])
  await looks(1)
  expect(taken).toHaveLength(1)
  await looks(2)
  expect(taken).toEqual([pdf.length, longer.length])
})

test('a file that is never completed is not lost', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'half.jpg'), jpg.subarray(0, 5000))
  const { taken, looks } = watch(folder, { giveUpAfter: 0 })
  await looks(3)
  expect(taken).toEqual([['half.jpg', 5000]])
})

test('names of unfinished files, folders, and other papers are ignored until they get their final name', async () => {
  const folder = temporaryFolder()
  for (const name of [
    '.scan.pdf',
    '~scan.pdf',
    'scan.pdf.part',
    'scan.pdf.crdownload',
    'scan.tmp',
    'notes.docx',
  ])
    writeFileSync(join(folder, name), pdf)
  mkdirSync(join(folder, 'folder.pdf'))
  writeFileSync(join(folder, 'empty.pdf'), '')
  const { taken, looks } = watch(folder)
  await looks(3)
  expect(taken).toEqual([])
  renameSync(join(folder, 'scan.pdf.part'), join(folder, 'scan.pdf'))
  await looks(3)
  expect(taken).toEqual([['scan.pdf', pdf.length]])
})

test('files from before stay out, and seen files stay seen after a restart', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'old.pdf'), pdf)
  const first = watch(folder, { seen: (await marksIn(folder)) ?? [] })
  writeFileSync(join(folder, 'new.jpg'), jpg)
  await first.looks(3)
  expect(first.taken.map(([name]) => name)).toEqual(['new.jpg'])
  await watched?.close()
  const second = watch(folder, { seen: first.marks() })
  writeFileSync(join(folder, 'new.jpg'), Buffer.concat([jpg, Buffer.from('\xff\xd9', 'latin1')]))
  await second.looks(3)
  expect(second.taken).toEqual([['new.jpg', jpg.length + 2]])
  expect(readdirSync(folder).sort()).toEqual(['new.jpg', 'old.pdf'])
})

test('a file that could not be stored is tried again', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'scan.pdf'), pdf)
  let tries = 0
  const { looks } = watch(folder, { take: async () => ++tries > 1 })
  await looks(5)
  expect(tries).toBe(2)
})

test('a file larger than any scan is reported once, when it has stopped growing, and never read', async () => {
  const folder = temporaryFolder()
  const tooLarge: string[] = []
  const { looks, taken } = watch(folder, { onTooLarge: (name) => tooLarge.push(name) })
  writeFileSync(join(folder, 'film.pdf'), '')
  // A hole: it takes no room on the disk.
  truncateSync(join(folder, 'film.pdf'), 201 * 1024 * 1024)
  await looks(1)
  expect(tooLarge).toEqual([])
  await looks(3)
  expect([tooLarge, taken]).toEqual([['film.pdf'], []])
})

test('a folder that disappears is reported, and works again when it is back', async () => {
  const folder = join(temporaryFolder(), 'usb')
  mkdirSync(folder)
  const { taken, trouble, looks } = watch(folder)
  rmSync(folder, { recursive: true })
  await looks(2)
  expect(trouble.at(-1)).toBe(true)
  mkdirSync(folder)
  writeFileSync(join(folder, 'scan.pdf'), pdf)
  await looks(3)
  expect([trouble.at(-1), taken.length]).toEqual([false, 1])
})
