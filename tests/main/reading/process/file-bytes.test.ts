import { expect, test } from 'vitest'
import { createFileBytesLoader } from '../../../../src/main/reading/process/file-bytes.ts'
import { pieceSize } from '../../../../src/main/reading/process/protocol.ts'

test('a file of several pieces is asked for a few at a time, each once, and comes whole', async () => {
  const file = new Uint8Array(4 * pieceSize + 5).map((_, at) => at % 251)
  const asked: number[] = []
  const loader = createFileBytesLoader((_, at) => asked.push(at))
  const whole = loader.load('a')
  expect(loader.load('a')).toBe(whole)
  const mostWaiting: number[] = []
  for (let given = 0; given < 5; given++) {
    mostWaiting.push(asked.length - given)
    const at = asked[given] ?? Number.NaN
    loader.heard('a', { at, bytes: file.subarray(at, at + pieceSize), length: file.length })
  }
  expect(asked).toEqual([0, 1, 2, 3, 4].map((nth) => nth * pieceSize))
  expect(Math.max(...mostWaiting)).toBe(3)
  expect(Buffer.from(await whole).equals(file)).toBe(true)
})

test('an empty file is one piece, and one that is gone is told', async () => {
  const loader = createFileBytesLoader(() => undefined)
  const empty = loader.load('empty')
  loader.heard('empty', { at: 0, bytes: new Uint8Array(), length: 0 })
  expect(await empty).toEqual(new Uint8Array())
  const gone = loader.load('gone')
  loader.heard('gone', null)
  await expect(gone).rejects.toThrow('gone')
})
