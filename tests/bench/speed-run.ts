import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startReader } from '../main/reading/reading-support.ts'

/** Medians over the letters; milliseconds, megabytes, and ratios of times taken one after the other. */
export type Measured = {
  textLayer: number
  toNumber: number
  toFields: number
  native: number | null
  numberRatio: number | null
  fieldsRatio: number | null
  scanPdf: number
  ocrmypdf: number | null
  ocrmypdfRatio: number | null
  twoWorkers: number
  ordinaryMegabytes: number
  hugeImage: number
  canceledAfter: number
  longMegabytes: number
}

const [part, folder = '', ...codes] = process.argv.slice(2)
const measured = part === 'letters' ? await letters() : await long()
console.log(JSON.stringify(measured))

async function letters(): Promise<Partial<Measured>> {
  const reader = startReader()
  await read('text.pdf', 0)
  await read('scan.jpg', 0)
  const rows = []
  for (const at of codes.keys()) {
    const text = await read('text.pdf', at)
    const native = peer('tesseract', [file('scan.jpg', at), '-', '--psm', '3'])
    const scan = await read('scan.jpg', at)
    const pdf = await read('scan.pdf', at)
    const ocrmypdf =
      at < 3
        ? peer('ocrmypdf', [
            '--force-ocr',
            '-q',
            '--output-type',
            'pdf',
            file('scan.pdf', at),
            join(folder, 'out.pdf'),
          ])
        : null
    rows.push({ text, native, scan, pdf, ocrmypdf })
  }
  await reader.close()
  const ordinaryMegabytes = peak()
  return {
    textLayer: median(rows.map((row) => row.text.ms)),
    toNumber: median(rows.map((row) => row.scan.number)),
    toFields: median(rows.map((row) => row.scan.ms)),
    native: medianOf(rows.map((row) => row.native)),
    numberRatio: medianOf(rows.map((row) => row.native && row.scan.number / row.native)),
    fieldsRatio: medianOf(rows.map((row) => row.native && row.scan.ms / row.native)),
    scanPdf: median(rows.map((row) => row.pdf.ms)),
    ocrmypdf: medianOf(rows.map((row) => row.ocrmypdf)),
    ocrmypdfRatio: medianOf(rows.map((row) => row.ocrmypdf && row.pdf.ms / row.ocrmypdf)),
    twoWorkers: (await tenPages(1)) / (await tenPages(2)),
    ordinaryMegabytes,
  }

  async function read(kind: string, at: number) {
    const bytes = new Uint8Array(readFileSync(file(kind, at)))
    const started = performance.now()
    const result = await reader.read(bytes)
    const ms = performance.now() - started
    if (!result.ok) throw new Error(result.error.code)
    const wanted = codes[at]
    if (result.value.letters[0]?.facts.noticeCode !== wanted) throw new Error(`${wanted}: wrong number`)
    return { ms, number: result.value.msToNumber ?? ms }
  }
}

function file(kind: string, at: number): string {
  return join(folder, `${codes[at]}.${kind}`)
}

async function tenPages(atOnce: number): Promise<number> {
  const reader = startReader({ atOnce })
  const bytes = new Uint8Array(readFileSync(join(folder, 'ten.pdf')))
  await reader.read(new Uint8Array(readFileSync(file('scan.jpg', 0))))
  const started = performance.now()
  const result = await reader.read(bytes)
  const ms = performance.now() - started
  await reader.close()
  if (!result.ok) throw new Error(result.error.code)
  return ms
}

/** A scan of 300 pages is stopped after eight of them: by then memory no longer grows. */
async function long(): Promise<Partial<Measured>> {
  const reader = startReader()
  const started = performance.now()
  const huge = await reader.read(new Uint8Array(readFileSync(join(folder, 'huge.jpg'))))
  const hugeImage = performance.now() - started
  if (!huge.ok) throw new Error(huge.error.code)
  const stop = new AbortController()
  let stoppedAt = 0
  const result = await reader.read(new Uint8Array(readFileSync(join(folder, 'long.pdf'))), {
    signal: stop.signal,
    onPage: (page) => {
      if (page < 8 || stoppedAt > 0) return
      stoppedAt = performance.now()
      stop.abort()
    },
  })
  const canceledAfter = performance.now() - stoppedAt
  if (result.ok || result.error.code !== 'read.cancelled') throw new Error('not canceled')
  await reader.close()
  return { hugeImage, canceledAfter, longMegabytes: peak() }
}

/** Milliseconds; null where the program is missing. */
function peer(program: string, args: string[]): number | null {
  const started = performance.now()
  const child = spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
  return child.status === 0 ? performance.now() - started : null
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1000
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : median(known)
}
