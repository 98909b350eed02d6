import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { loadFieldMappings, loadForms } from '../../../../src/main/content/form-files.ts'
import { buildPacket } from '../../../../src/main/papers/packet/build-packet.ts'
import type { PacketInput } from '../../../../src/main/papers/packet/packet-input.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import type { PdfFonts } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import { createPageTools } from '../../../../src/main/reading/process/page-tools.ts'
import type { Forms } from '../../../../src/shared/appeals/appeal-papers.ts'
import { offered } from '../../../../src/shared/appeals/reasons.ts'
import { cited } from '../../../../src/shared/appeals/told-part.ts'
import { english } from '../../../../src/shared/i18n/english.ts'
import { type CollectionAction, collectionActions } from '../../../../src/shared/model/appeal.ts'
import { Exhibit, ExhibitId } from '../../../../src/shared/model/exhibit.ts'
import type { Letter } from '../../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { law } from '../../../law.ts'
import { day, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { resources, sampleOf, temporaryFolder } from '../../../support.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

/** An official blank is read where it is; without it its test is skipped. */
const blank12153 = path.resolve('../shared/forms/f12153.pdf')

/** The Form 9423 packet: instructions, cover, draft on one page, the letter after it. */
const capLetter = (parts: Parameters<typeof sampleLetter>[0] = {}) =>
  sampleLetter({ ...parts, answers: { form: '9423', attachments: [], ...parts.answers } })

const reader = createPageTools()
let fonts: PdfFonts
let forms: Forms
beforeAll(async () => {
  fonts = await loadFonts(resources)
  forms = await loadForms(resources)
})
afterAll(() => reader.close())

/** Text in the upper left corner of otherwise white pages. */
async function scanPdf(pages: number, change: (pdf: PDFDocument) => void = () => {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++) {
    pdf.addPage([612, 792]).drawText(`Letter page ${page}`, { x: 40, y: 740, size: 20, font })
  }
  change(pdf)
  return pdf.save()
}

/** A white sheet with one black corner, upper left. */
const cornerImage = () =>
  sharp({ create: { width: 850, height: 1100, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width: 200, height: 200, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ])

async function packetOf(scan: Uint8Array, letter: Letter = capLetter(), more: Partial<PacketInput> = {}) {
  return buildPacket({
    ...caseAmong(law, [letter], letter, day('2026-03-12')),
    clockDoubt: null,
    scan,
    fonts,
    forms,
    reader,
    words: { ways: words.mailing.ways, facts: words.officialFacts },
    ...more,
  })
}

async function bytesOf(...input: Parameters<typeof packetOf>): Promise<Uint8Array> {
  const packet = await packetOf(...input)
  if (!packet.ok) throw new Error(packet.error.code)
  return packet.value.bytes
}

/** How dark each quarter of a page is, 0..1: upper left, upper right, lower left, lower right. */
async function darkness(pdf: Uint8Array, page: number): Promise<number[]> {
  const image = await reader.pageImage(pdf, page, 612)
  if (!image.ok) throw new Error(image.error.code)
  const { data, info } = await sharp(image.value.bytes)
    .grayscale()
    .resize(2, 2, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data].filter((_, index) => index % info.channels === 0).map((value) => 1 - value / 255)
}

describe('buildPacket', () => {
  it('is in mailing order, and counts only the mailed pages', async () => {
    const scan = await scanPdf(3)
    const answers = { attachments: ['Form 9465 as filed'] }
    const packet = await packetOf(scan, capLetter({ pages: [2, 3], answers }))
    if (!packet.ok) throw new Error(packet.error.code)
    const pages = await textOfPdf(packet.value.bytes)
    expect(packet.value.pages).toBe(pages.length)
    const [sheet, cover, draft, index, divider, first, second, ...checklist] = pages
    expect(sheet).toContain('Your packet: Collection Appeal Request')
    expect(sheet).toContain('do not mail')
    expect(sheet).toContain('Put your own papers behind the sheet of Exhibit A')
    expect(cover).toContain('6, this one included; with the added pages of Exhibit A: ______')
    expect(draft).toContain('Packet page 2 of 6')
    expect(index).toMatch(
      /Exhibit A Form 9465 as filed added on paper Copy of the letter Copy of the IRS letter .* 2 /,
    )
    expect(divider).toMatch(/Form 9465 as filed.*Packet page 4 of 6/)
    expect(first).toContain('Letter page 2')
    expect(first).toContain('Copy of the letter, page 1 of 2')
    expect(first).toContain('Packet page 5 of 6')
    expect(second).toContain('Letter page 3')
    for (const mailed of [cover, draft, index, divider, first, second])
      expect(mailed).toContain('Sample Q. Person, XXX-XX-1234')
    expect(checklist[0]).toMatch(/^Mailing record .* Checklist for Form 9423/)
    for (const page of checklist) expect(page).toContain('do not mail')
  })

  it('includes attached files as exhibits, listed and stamped; papers that were only named are listed as added by hand', async () => {
    const file = await scanPdf(2)
    const exhibit = Exhibit.parse({
      id: '11111111-1111-4111-8111-111111111111',
      title: 'Bank statement of May 2025',
      role: 'enclosure',
      fileName: 'bank.pdf',
      keptAt: '2026-03-01T00:00:00Z',
    })
    const receipt = {
      ...exhibit,
      id: ExhibitId.parse('22222222-2222-4222-8222-222222222222'),
      role: 'receipt' as const,
    }
    const attachments = ['Form 9465 as filed']
    const letter = { ...capLetter({ answers: { attachments } }), exhibits: [exhibit, receipt] }
    const pages = await textOfPdf(await bytesOf(await scanPdf(1), letter, { enclosure: () => file }))
    expect(pages[3]).toMatch(
      /Exhibit A Bank statement of May 2025 2 Exhibit B Form 9465 as filed added on paper Copy of the letter/,
    )
    expect(pages[4]).toContain('Exhibit A, page 1 of 2')
    expect(pages[5]).toContain('Exhibit A, page 2 of 2')
    expect(pages[6]).toContain('Exhibit B')
    expect(pages[7]).toMatch(/Copy of the letter, page 1 of 1.*Packet page 7 of 7/)
  })

  it('begins each part on the front of a sheet when printed on both sides', async () => {
    const letter = capLetter({ answers: { attachments: ['Form 9465 as filed'] } })
    const pages = await textOfPdf(await bytesOf(await scanPdf(1), letter, { duplex: true }))
    for (const start of [
      'Your packet',
      'Packet page 1 of',
      'Form 9423 Collection Appeal Request (Rev.',
      'Index of exhibits',
      'Its pages follow behind this sheet.',
      'Copy of the letter, page',
      'Mailing record',
    ])
      expect([start, pages.findIndex((page, at) => page.includes(start) && at % 2 === 0) >= 0]).toEqual([
        start,
        true,
      ])
    expect(pages[3]).toContain('This side is left blank.')
    expect(pages[2]).toContain('10, this one included')
  })

  it('has a fax cover on request', async () => {
    const [, cover] = await textOfPdf(await bytesOf(await scanPdf(1), capLetter(), { cover: 'fax' }))
    expect(cover).toMatch(/^Fax .*Fax number/)
  })

  it.skipIf(!existsSync(blank12153))('replaces the typed draft with the filled official form', async () => {
    const fieldMapping = loadFieldMappings(resources).find(({ form }) => form === '12153')
    if (!fieldMapping) throw new Error('no field mapping')
    const formTemplates = [{ fieldMapping, bytes: new Uint8Array(readFileSync(blank12153)) }]
    const letter = sampleLetter({ answers: { attachments: [] } })
    const pages = await textOfPdf(await bytesOf(await scanPdf(1), letter, { formTemplates }))
    expect(pages[2]).toMatch(/Department of the Treasury - Internal Revenue Service.*Sample Q. Person/)
    expect(pages[2]).toContain('Packet page 2 of 5')
    expect(pages[3]).toContain('10. Signatures')
    expect(pages[4]).toContain('Form 12153, items 8 and 9: continuation')
    const long = sampleLetter({ answers: { name: 'Constantinopoulos '.repeat(9) } })
    const [sheet, , draft] = await textOfPdf(await bytesOf(await scanPdf(1), long, { formTemplates }))
    expect(sheet).toContain('Your official Form 12153 was not filled.')
    expect(draft).toContain('Typed by the taxpayer')
  })

  const noticeOf: Record<CollectionAction, string> = {
    lien: 'L3172',
    levy: 'CP504',
    seizure: 'CP504',
    installmentAgreementRejected: 'L2272C',
    installmentAgreementTerminated: 'CP523',
    installmentAgreementModified: 'CP523',
    lienCertificate: 'L3172',
    returnOfProperty: 'CP504',
    wrongfulLevy: 'CP504',
  }
  test.each(sampleOf(collectionActions, 3))(
    '%s works from end to end, with a reason and a remedy of its own',
    async (action) => {
      const { reasons, remedies } = offered(forms.reasons, [action], '9423')
      const [reason, remedy] = [reasons[0], remedies[0]]
      if (!reason || !remedy) throw new Error('nothing is offered')
      const letter = capLetter({
        facts: { noticeCode: noticeOf[action] },
        events: [{ kind: 'conferenceHeld', day: '2026-03-11' }],
        answers: {
          actions: [action],
          whyWrong: '',
          fix: '',
          reasons: [{ id: reason.id, detail: 'These are my facts of May 2, 2025.' }],
          remedies: [{ id: remedy.id, amount: '$250.00', day: 'April 15, 2026' }],
        },
      })
      const pages = await textOfPdf(await bytesOf(await scanPdf(1), letter))
      const text = pages.join(' ')
      expect(text).toContain('Nothing that must be filled is missing')
      const why = cited(reason.says.en, english(reason.citation))
      expect(text).toContain(`${why} These are my facts of May 2, 2025.`)
      const offer = remedy.says.en.replace('{amount}', '$250.00').replace('{day}', 'April 15, 2026')
      expect(text).toContain(cited(offer, english(remedy.citation)))
      expect(text).toContain(
        forms.forms['9423'].actions.find((each) => each.action === action)?.says?.en ?? '',
      )
      for (const step of law.checklists[action] ?? []) expect(text).toContain(step.en)
    },
  )

  it('drafts Form 12153 where a hearing is open, and warns where the person chose the other form', async () => {
    const [cover, , draft] = await textOfPdf(await bytesOf(await scanPdf(1), sampleLetter()))
    expect(cover).toContain('Your packet: Request for a Collection Due Process or Equivalent Hearing')
    expect(draft).toContain('Packet page 2 of 7')
    const letter = capLetter({ answers: { form: '9423' } })
    const [warned] = await textOfPdf(await bytesOf(await scanPdf(1), letter))
    expect(warned).toContain('Form 12153 is the better choice now')
  })

  it('gives the same bytes for the same letter', async () => {
    const scan = await scanPdf(1)
    expect(Buffer.from(await bytesOf(scan)).equals(Buffer.from(await bytesOf(scan)))).toBe(true)
  })

  it('names itself and its language, and has no form fields', async () => {
    const pdf = await PDFDocument.load(await bytesOf(await scanPdf(1)), { updateMetadata: false })
    expect(pdf.getTitle()).toBe('Packet: Form 9423, Collection Appeal Request')
    expect(`${pdf.catalog.get(PDFName.of('Lang'))}`).toContain('en-US')
    for (const key of ['AcroForm', 'Perms']) expect(pdf.catalog.has(PDFName.of(key))).toBe(false)
    expect(pdf.getCreationDate()).toBeUndefined()
  })

  const turns = [
    [0, 0],
    [90, 1],
    [180, 3],
    [270, 2],
  ] as const
  test.each(sampleOf(turns, 3))(
    'a PDF page rotated by %i degrees is upright and inside the page',
    async (turn, corner) => {
      const image = await cornerImage().jpeg().toBuffer()
      const pdf = await PDFDocument.create()
      pdf.addPage([612, 792]).drawImage(await pdf.embedJpg(image), { x: 0, y: 0, width: 612, height: 792 })
      const packet = await bytesOf(await pdf.save(), capLetter(), { rotationOf: () => turn })
      const quarters = await darkness(packet, 4)
      // A page on its side fills only the upper part of the sheet.
      const dark = quarters.indexOf(Math.max(...quarters))
      expect(turn % 180 === 0 ? dark : dark % 2).toBe(turn % 180 === 0 ? corner : corner % 2)
      expect(quarters.reduce((sum, value) => sum + value) / 4).toBeLessThan(0.2)
    },
  )

  const images: [string, () => Promise<Buffer>][] = [
    ['JPEG', () => cornerImage().jpeg().toBuffer()],
    ['PNG', () => cornerImage().png().toBuffer()],
    ['PNG with transparency', () => cornerImage().ensureAlpha().png().toBuffer()],
    ['TIFF', () => cornerImage().tiff().toBuffer()],
    ['WebP', () => cornerImage().webp().toBuffer()],
  ]
  test.each(sampleOf(images, 2))('%s is copied upright', async (_, make) => {
    const quarters = await darkness(await bytesOf(new Uint8Array(await make())), 4)
    expect(quarters.indexOf(Math.max(...quarters))).toBe(0)
    expect(quarters[3]).toBeLessThan(0.1)
  })

  it('rotates a photo upright by its EXIF data', async () => {
    const lying = await sharp(await cornerImage().png().toBuffer())
      .rotate(270)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const quarters = await darkness(await bytesOf(new Uint8Array(lying)), 4)
    expect(quarters.indexOf(Math.max(...quarters))).toBe(0)
  })

  it('copies what was filled into a form field', async () => {
    const scan = await scanPdf(1, (pdf) => {
      const field = pdf.getForm().createTextField('f')
      field.setText('MMMMMMMMMMMMMMMMMMMMMM')
      field.addToPage(pdf.getPage(0), { x: 320, y: 40, width: 280, height: 60 })
    })
    const [, , lowerLeft = 1, lowerRight = 0] = await darkness(await bytesOf(scan), 4)
    expect(lowerRight).toBeGreaterThan(lowerLeft + 0.01)
  })

  it.each(['locked-aes256.pdf', 'locked-aes128.pdf', 'locked-rc4.pdf'])(
    'includes the pages of %s, which a person opened with its password',
    async (name) => {
      const bytes = new Uint8Array(
        readFileSync(path.join(import.meta.dirname, '../../../fixtures/containers', name)),
      )
      const packet = await packetOf(bytes, capLetter({ pages: [1] }), {
        scan: [{ bytes, password: 'opensesame' }],
      })
      if (!packet.ok) throw new Error(packet.error.code)
      const pages = await textOfPdf(packet.value.bytes)
      expect(pages.filter((page) => page.includes('You owe federal tax.'))).toHaveLength(1)
      const closed = await packetOf(bytes, capLetter({ pages: [1] }))
      expect(closed).toEqual({ ok: false, error: { code: 'scan.password' } })
    },
  )

  it('includes the pages of several files in the order of the letter', async () => {
    const scan = [{ bytes: await scanPdf(2) }, { bytes: await scanPdf(1) }]
    const packet = await packetOf(new Uint8Array(), capLetter({ pages: [3, 2, 1] }), { scan })
    if (!packet.ok) throw new Error(packet.error.code)
    const copies = (await textOfPdf(packet.value.bytes)).filter((page) =>
      page.includes('Copy of the letter, page'),
    )
    expect(copies.map((page) => /Letter page \d/.exec(page)?.[0])).toEqual([
      'Letter page 1',
      'Letter page 2',
      'Letter page 1',
    ])
  })

  it('opens a PDF that only forbids changes', async () => {
    const scan = await scanPdf(1, (pdf) =>
      pdf.encrypt({ ownerPassword: 'owner', permissions: { modifying: false } }),
    )
    expect((await textOfPdf(await bytesOf(scan)))[3]).toContain('Letter page 1')
  })

  it('answers with the reader’s code for a damaged scan', async () => {
    const scan = (await scanPdf(1)).slice(0, 300)
    expect(await packetOf(scan)).toEqual({ ok: false, error: { code: 'scan.damaged' } })
  })

  it('answers with the block that cannot be printed', async () => {
    const letter = capLetter({ answers: { harm: '王' } })
    expect(await packetOf(await scanPdf(1), letter)).toEqual({
      ok: false,
      error: { code: 'papers.missing-character', block: '15' },
    })
  })

  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
  it.skipIf(!hasQpdf)('passes qpdf --check (skipped where qpdf is missing)', async () => {
    const bytes = await bytesOf(await scanPdf(2), capLetter({ pages: [1, 2] }))
    const file = path.join(temporaryFolder(), 'packet.pdf')
    writeFileSync(file, bytes)
    const check = spawnSync('qpdf', ['--check', file])
    expect(check.status, `${check.stdout}${check.stderr}`).toBe(0)
  })
})
