import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scanPdf } from '../../fixtures/scanner.ts'
import { formsFolder, samplesFolder } from './reading-support.ts'
import { startWatchedReader } from './watched-reader.ts'

const gigabyte = 1e9
const fileAt = (path: string) => new Uint8Array(readFileSync(path))
const forms = existsSync(formsFolder) ? readdirSync(formsFolder).filter((name) => name.endsWith('.pdf')) : []
const cannotTell = forms.length === 0 || process.platform !== 'linux'
if (cannotTell)
  console.warn('No official forms here, or not Linux: the memory of reading them is not measured.')

test.skipIf(cannotTell)(
  'after all official forms, which hold hundreds of megabytes of pictures, ordinary scans are read',
  async () => {
    const { reader, takePeak, close } = startWatchedReader()
    const files: [string, Uint8Array][] = [
      ...forms.map((name): [string, Uint8Array] => [name, fileAt(`${formsFolder}/${name}`)]),
      ['a scan of several pages', await scanPdf(fileAt(`${samplesFolder}/1-lt11.pdf`))],
      ['a photo', fileAt(`${samplesFolder}/2-cp523.jpg`)],
    ]
    const failed: string[] = []
    const peaks: number[] = []
    for (const [name, bytes] of files) {
      const read = await reader.read(bytes)
      if (!read.ok) failed.push(`${name}: ${read.error.code}`)
      peaks.push(takePeak())
    }
    await close()
    expect(failed).toEqual([])
    expect(Math.min(...peaks)).toBeGreaterThan(0)
    expect(Math.max(...peaks)).toBeLessThan(gigabyte)
  },
  300_000,
)

test.skipIf(cannotTell)('an ordinary scan takes at most 700 MB, and its second engine 400', async () => {
  const { reader, takePeak, peakOfSecondEngine, close } = startWatchedReader()
  const read = await reader.read(await scanPdf(fileAt(`${samplesFolder}/1-lt11.pdf`)))
  const peaks = { reading: takePeak(), secondEngine: peakOfSecondEngine() }
  await close()
  expect(read.ok && Object.keys(read.value.letters[0]?.doubts ?? {}).length).toBeLessThan(3)
  expect(peaks.secondEngine).toBeGreaterThan(0)
  expect(peaks.secondEngine).toBeLessThan(0.4 * gigabyte)
  expect(peaks.reading).toBeLessThan(0.7 * gigabyte)
})
