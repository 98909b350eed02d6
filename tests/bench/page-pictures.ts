import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Core } from '../../src/main/app/core.ts'
import { testCore } from '../support.ts'

/** One look at one page, as the window asks for it; milliseconds. */
export type Look = {
  what: string
  ms: number /** The longest time that this process was held up. */
  held: number
}

/** A scan in color of so many bytes or a little more, a JPEG of its own on each page of Letter paper at 300 dots an inch. */
export async function largeScan(megabytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  const [width, height] = [2550, 3300]
  for (let size = 0; size < megabytes * 1e6; ) {
    const grain = { type: 'gaussian' as const, mean: 225, sigma: 14 }
    const page = sharp({ create: { width, height, channels: 3, background: '#fff', noise: grain } })
    const jpeg = await page.jpeg({ quality: 80 }).toBuffer()
    size += jpeg.length
    const picture = await document.embedJpg(jpeg)
    document.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 })
  }
  return new Uint8Array(await document.save())
}

/** Looks at pages of a scan that the library holds and that nobody reads just now. */
export async function looksAtPages(core: Core, scan: Uint8Array<ArrayBuffer>): Promise<Look[]> {
  const added = await core.api['letter:add']({ fileName: 'large.pdf', bytes: scan })
  const [id] = added.ok ? added.value.ids : []
  if (!id) throw new Error('the scan was not kept')
  await core.api['letter:stop-reading']({ id })
  await core.idle()
  const looks: Look[] = []
  for (const [what, page] of [
    ['first look at page 1', 1],
    ['page 1 once more', 1],
    ['first look at page 2', 2],
    ['page 1, after page 2', 1],
  ] as const) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const begun = performance.now()
    const image = await core.api['page:image']({ id, page, width: 1200 })
    const ms = performance.now() - begun
    delay.disable()
    if (!image.ok) throw new Error(image.error.code)
    looks.push({ what, ms, held: delay.max / 1e6 })
  }
  return looks
}

if (import.meta.main) {
  const scan = await largeScan(56)
  const core = testCore()
  const looks = await looksAtPages(core, scan)
  await core.close()
  console.log(
    `A scan of ${Math.round(scan.length / 1e6)} MB\n\n| | ms | this process held up, ms |\n|---|---:|---:|`,
  )
  for (const { what, ms, held } of looks) console.log(`| ${what} | ${Math.round(ms)} | ${Math.round(held)} |`)
}
