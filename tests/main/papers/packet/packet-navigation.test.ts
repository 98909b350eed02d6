import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../../../src/main/content/form-files.ts'
import { buildPacket } from '../../../../src/main/papers/packet/build-packet.ts'
import type { PacketInput } from '../../../../src/main/papers/packet/packet-input.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { createPageTools } from '../../../../src/main/reading/process/page-tools.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { law } from '../../../law.ts'
import { day, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { resources } from '../../../support.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

const reader = createPageTools()
afterAll(() => reader.close())

async function packetOf(more: Partial<PacketInput> = {}): Promise<Uint8Array> {
  const letter = sampleLetter({ answers: { form: '9423', attachments: ['Form 9465 as filed'] } })
  const scan = await PDFDocument.create()
  for (let page = 0; page < 2; page += 1) scan.addPage([612, 792])
  const made = await buildPacket({
    ...caseAmong(law, [letter], letter, day('2026-03-12')),
    ...{ clockDoubt: null, scan: await scan.save(), reader },
    fonts: await loadFonts(resources),
    forms: await loadForms(resources),
    words: { ways: words.mailing.ways, facts: words.officialFacts },
    ...more,
  })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.bytes
}

const opened = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise

describe('a packet in a PDF program', () => {
  test('has a bookmark for each part, which leads to the page that the part begins on', async () => {
    const bytes = await packetOf()
    const [document, texts] = [await opened(bytes), await textOfPdf(bytes)]
    const outline = (await document.getOutline()) ?? []
    expect(outline.map(({ title }) => title)).toEqual([
      'Read this first (not mailed)',
      'Cover letter',
      'Form 9423',
      'Index of exhibits',
      'Exhibit A: Form 9465 as filed',
      expect.stringMatching(/^Copy of the letter: /),
      'Mailing record and checklist (not mailed)',
    ])
    const signs = ['Your packet', 'Packet page 1 of', 'Packet page 2 of', 'Form 9465 as filed added on paper']
    for (const [at, sign] of signs.entries()) {
      const [target] = Array.isArray(outline[at]?.dest) ? outline[at].dest : []
      expect(texts[await document.getPageIndex(target)], outline[at]?.title).toContain(sign)
    }
  })

  test('numbers its pages in the program as on the paper', async () => {
    const bytes = await packetOf()
    const [document, texts] = [await opened(bytes), await textOfPdf(bytes)]
    const labels = (await document.getPageLabels()) ?? []
    expect(labels.length).toBe(texts.length)
    for (const [at, text] of texts.entries()) {
      const printed = /Packet page (\d+) of/.exec(text)?.[1]
      expect(labels[at]).toMatch(printed ? new RegExp(`^${printed}$`) : /^keep \d+$/)
    }
  })

  test('says its title and that it is made for screen readers, in XMP too', async () => {
    const { metadata, info } = await (await opened(await packetOf())).getMetadata()
    expect(metadata.get('dc:title')).toBe('Packet: Form 9423, Collection Appeal Request')
    expect(info).toMatchObject({ Title: 'Packet: Form 9423, Collection Appeal Request' })
    expect(metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('has blank sides for duplex printing, and none for a fax', async () => {
    const blanks = async (more: Partial<PacketInput>) =>
      (await textOfPdf(await packetOf(more))).filter((text) => text.includes('This side is left blank'))
        .length
    expect(await blanks({ duplex: true })).toBeGreaterThan(0)
    expect(await blanks({ duplex: true, cover: 'fax' })).toBe(0)
  })

  test('is the same file again from the same facts', async () => {
    expect(Buffer.from(await packetOf()).equals(Buffer.from(await packetOf()))).toBe(true)
  })
})
