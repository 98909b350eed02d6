import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostileFile } from '../../fixtures/hostile/hostile-file.ts'
import { hostileImages } from '../../fixtures/hostile/hostile-images.ts'
import { hostilePdfs } from '../../fixtures/hostile/hostile-pdfs.ts'
import { sampleOf } from '../../support.ts'
import { startWatchedReader } from './watched-reader.ts'

/** Milliseconds without a sign of life; shorter than the app's where a file is made to last for ever. */
const silenceLimit = 20_000
const impatience = 1500
const megabyte = 1024 * 1024
const memoryLimit = 800 * megabyte
/** What may come on top between two looks at the memory. */
const overshoot = 900 * megabyte

const patient = startWatchedReader({ silenceLimit, memoryLimit })
const impatient = startWatchedReader({ silenceLimit: impatience, memoryLimit })
const { reader } = patient
let server: Server
let home = ''
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await patient.close()
  await impatient.close()
  server.close()
})

async function seen({ bytes, gives }: HostileFile) {
  const [by, limit] = gives.includes('read.timed-out') ? [impatient, impatience] : [patient, silenceLimit]
  const file = await bytes()
  by.takePeak()
  const begun = performance.now()
  const read = await by.reader.read(file)
  await by.reader.pageImage(file, 1, 600)
  const code = read.ok ? 'read' : read.error.code
  // Each of the two is tried once more alone.
  return { code, took: performance.now() - begun, limit: 4 * limit, peak: by.takePeak() }
}

const rows = sampleOf(
  [...hostilePdfs('@home'), ...hostileImages].map((file) => file.what),
  6,
)
describe('a hostile file ends with a reading or its own code, within time and memory limits', () => {
  test.each(rows)('%s', async (what) => {
    const file = [...hostilePdfs(home), ...hostileImages].find((each) => each.what === what)
    if (!file) throw new Error(what)
    const { code, took, limit, peak } = await seen(file)
    expect(file.gives).toContain(code)
    expect(took).toBeLessThan(limit + 10_000)
    expect(peak).toBeGreaterThan(0)
    expect(peak).toBeLessThan(memoryLimit + overshoot)
  })
})

test('nothing was fetched and nothing was started', async () => {
  await wait(200)
  expect(asked).toEqual([])
  expect(existsSync('/tmp/waymark-launched')).toBe(false)
})

test('after all of them an ordinary letter is read', async () => {
  const [letter] = hostilePdfs(home)
  const result = await reader.read((await letter?.bytes()) ?? new Uint8Array())
  expect(result.ok && result.value.letters[0]?.facts.noticeCode).toBe('LT11')
})
