import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import words from '../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../src/main/content/form-files.ts'
import { loadLaw } from '../../src/main/content/law-files.ts'
import { buildPacket } from '../../src/main/papers/packet/build-packet.ts'
import { loadFonts } from '../../src/main/papers/pdf/fonts.ts'
import { caseAmong } from '../../src/shared/telling/tell-all.ts'
import { day, sampleLetter } from '../shared/appeals/sample-letter.ts'
import { resources, temporaryFolder } from '../support.ts'

/**
 * A packet of 60 pages around 40 MB of scans, built in a process of its own. Fails above 5 s or 600 MB. Its peer is
 * qpdf, which only copies the same pages: the ratio shows what typesetting and stamping cost on this machine.
 */
const scannedPages = 53
const limits = { seconds: 5, megabytes: 600 }
const [mode, file = ''] = process.argv.slice(2)
if (mode === 'build') await build(file)
else await measure()

async function measure(): Promise<void> {
  const folder = temporaryFolder()
  const scan = join(folder, 'scan.pdf')
  writeFileSync(scan, await scanOf(scannedPages))
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'build', scan], {
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(child.stderr)
  const built: { pages: number; seconds: number; megabytes: number } = JSON.parse(child.stdout)
  const start = performance.now()
  const peer = spawnSync('qpdf', ['--empty', '--pages', scan, '--', join(folder, 'copy.pdf')])
  const peerSeconds = peer.status === 0 ? (performance.now() - start) / 1000 : null
  const size = Math.round(readFileSync(scan).length / 1e6)
  rmSync(folder, { recursive: true })
  const ratio = peerSeconds
    ? `, ${(built.seconds / peerSeconds).toFixed(1)} x qpdf's plain copy`
    : ', qpdf is missing'
  console.log(
    `packet: ${built.pages} pages, ${size} MB of scans: ${built.seconds.toFixed(2)} s, peak ${built.megabytes} MB${ratio}`,
  )
  if (built.seconds > limits.seconds || built.megabytes > limits.megabytes) {
    console.error(`packet: above the limit of ${limits.seconds} s or ${limits.megabytes} MB`)
    process.exitCode = 1
  }
}

async function build(scanFile: string): Promise<void> {
  const start = performance.now()
  const pages = Array.from({ length: scannedPages }, (_, index) => index + 1)
  const packet = await buildPacket({
    ...caseAmong(loadLaw(resources), [], sampleLetter({ pages }), day('2026-03-12')),
    clockDoubt: null,
    fonts: await loadFonts(resources),
    forms: await loadForms(resources),
    scan: new Uint8Array(readFileSync(scanFile)),
    words: { ways: words.mailing.ways, facts: words.officialFacts },
    reader: {
      documentImage: async () => ({ ok: true, value: null }),
      pageImage: () => {
        throw new Error('a plain scan needs no drawing')
      },
      pageCount: () => {
        throw new Error('a plain scan needs no counting')
      },
      isTame: async () => true,
    },
  })
  if (!packet.ok) throw new Error(packet.error.code)
  const seconds = (performance.now() - start) / 1000
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ pages: packet.value.pages, seconds, megabytes }))
}

/** Pages of noise as JPEG, some 0.75 MB each: what a color scan at 200 dpi weighs. */
async function scanOf(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const noise = { type: 'gaussian', mean: 200, sigma: 30 } as const
  for (let page = 0; page < count; page++) {
    const image = await sharp({
      create: { width: 1275, height: 1650, channels: 3, background: '#fff', noise },
    })
      .jpeg({ quality: 80 })
      .toBuffer()
    pdf.addPage([612, 792]).drawImage(await pdf.embedJpg(image), { x: 0, y: 0, width: 612, height: 792 })
  }
  return pdf.save()
}
