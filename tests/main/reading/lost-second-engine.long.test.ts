import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { Reading } from '../../../src/shared/model/letter.ts'
import { samplesFolder } from './reading-support.ts'
import { startWatchedReader } from './watched-reader.ts'

const watched = startWatchedReader({ stripLimit: 12_000 })
afterAll(watched.close)

/** The same picture, in bytes of its own: what was read of it before does not help. */
const photo = () => new Uint8Array(readFileSync(`${samplesFolder}/2-cp523.jpg`))

async function readLetter(): Promise<Reading> {
  const read = await watched.reader.read(photo())
  const letter = read.ok && read.value.letters[0]
  if (!letter) throw new Error(`the photo was not read: ${JSON.stringify(read)}`)
  return letter
}

/** Reads while every process that runs the second engine gets a signal as soon as it is seen. */
async function readWithout(signal: NodeJS.Signals): Promise<{ letter: Reading; hit: number }> {
  const hit = new Set<number>()
  const timer = setInterval(() => {
    for (const pid of watched.secondEngines()) {
      if (!hit.has(pid)) process.kill(pid, signal)
      hit.add(pid)
    }
  }, 2)
  const letter = await readLetter()
  clearInterval(timer)
  return { letter, hit: hit.size }
}

const asked = ({ doubts = {} }: Reading) => Object.keys(doubts)

test.each(['SIGKILL', 'SIGSEGV', 'SIGSTOP'] as const)(
  'a second engine that gets %s costs a letter its second look, and nothing else',
  async (signal) => {
    const before = await readLetter()
    expect(asked(before).length).toBeLessThan(3)

    const { letter, hit } = await readWithout(signal)
    expect(letter.facts).toEqual(before.facts)
    expect(asked(letter)).toEqual(
      expect.arrayContaining(['noticeCode', 'noticeDate', 'amountDue', 'tinLast4']),
    )
    expect(Object.values(letter.doubts ?? {})).toContainEqual({ reason: 'one-reading', other: null })
    // The one that ran, and those in which its strips were tried once more; not one for each strip of the letter.
    expect(hit).toBeGreaterThan(1)
    expect(hit).toBeLessThan(6)
    expect(watched.startedProcesses()).toBe(1)

    expect(await readLetter()).toEqual(before)
  },
)

test('a second engine that is ended once is started again, and no look is lost', async () => {
  const before = await readLetter()
  const [running] = watched.secondEngines()
  expect(running).toBeDefined()
  process.kill(running ?? 0, 'SIGKILL')
  expect(await readLetter()).toEqual(before)
  expect(watched.startedProcesses()).toBe(1)
})

test('both end with their reader', async () => {
  await watched.close()
  expect([watched.pids(), watched.secondEngines()]).toEqual([[], []])
})
