import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { factsOf, type Letter } from '../../../src/shared/model/letter.ts'
import { day } from '../../shared/appeals/sample-letter.ts'
import { resources, sampleOf, temporaryFolder, testCore } from '../../support.ts'
import { textOfPdf } from '../papers/pdf/pdf-text.ts'

const samples = join(resources, 'samples')
const sample = readdirSync(samples).find((name) => name.endsWith('.pdf')) ?? ''
const blank = resolve('../shared/forms/f12153.pdf')
const bytesOf = (file: string) => new Uint8Array(readFileSync(file))

let core: Core
let file: string
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file)
})
afterEach(() => core.close())

async function confirmedLetter(): Promise<Letter> {
  const added = await core.api['letter:add']({ fileName: sample, bytes: bytesOf(join(samples, sample)) })
  if (!added.ok) throw new Error(added.error.code)
  await core.idle()
  const [letter] = (await core.api['letters:list'](null)).letters
  if (!letter) throw new Error('no letter')
  await core.api['letter:confirm']({ id: letter.id, facts: factsOf(letter) })
  return letter
}
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const current = async () => (await core.api['letters:list'](null)).letters[0]

describe('attached files and mailings', () => {
  test('are stored with the letter and unchanged after a restart', async () => {
    const { id } = await confirmedLetter()
    const jpeg = bytesOf(join(samples, '2-cp523.jpg'))
    const add = { letter: id, title: 'Bank statement', fileName: 'bank.jpg', bytes: jpeg }
    value(await core.api['exhibit:add']({ ...add, role: 'enclosure' }))
    const receipt = value(await core.api['exhibit:add']({ ...add, role: 'receipt' })).id
    const mailing = {
      day: day('2026-11-20'),
      how: 'certified',
      what: 'Form 12153',
      to: 'IRS',
      number: '7020',
      receipt,
    } as const
    value(await core.api['letter:record-mailings']({ id, mailings: [mailing] }))
    await core.close()
    core = testCore(file)
    expect(await current()).toMatchObject({
      exhibits: [{ title: 'Bank statement', role: 'enclosure' }, { role: 'receipt' }],
      mailings: [mailing],
    })
    const pages = await textOfPdf(
      value(await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true })).bytes,
    )
    expect(pages.join(' ')).toContain('Exhibit A Bank statement 1')
    expect(pages.join(' ')).toContain(
      'Mailing record Day How Certified or fax number Sent to November 20, 2026 Certified mail 7020 IRS',
    )
    value(await core.api['exhibit:remove']({ letter: id, id: receipt }))
    expect((await current())?.mailings).toEqual([{ ...mailing, receipt: null }])
  })

  test('a file that no printer can print is refused', async () => {
    const { id } = await confirmedLetter()
    const bytes = new TextEncoder().encode('Dear aunt')
    const added = await core.api['exhibit:add']({
      letter: id,
      title: 'x',
      role: 'enclosure',
      fileName: 'a.txt',
      bytes,
    })
    expect(added).toEqual({ ok: false, error: { code: 'exhibit.not-printable' } })
  })
})

describe('official forms', () => {
  test.skipIf(!existsSync(blank))('are recognized, stored once, and filled from the letter', async () => {
    const { id } = await confirmedLetter()
    const dropped = { fileName: 'f12153.pdf', bytes: bytesOf(blank) }
    const first = value(await core.api['form-template:add'](dropped)).id
    expect(value(await core.api['form-template:add'](dropped)).id).toBe(first)
    expect(await core.api['form-templates:list'](null)).toMatchObject([
      { form: '12153', revision: 'Rev. 7-2022', toMap: null },
    ])
    const filled = value(await core.api['form:pdf']({ id, template: first }))
    expect((await textOfPdf(filled.bytes))[0]).toContain(
      factsOf((await current()) as Letter).taxpayerName ?? '?',
    )
  })

  test.each([
    ['a letter', () => bytesOf(join(samples, sample)), 'form-template.not-a-form'],
    ['a picture', () => bytesOf(join(samples, '2-cp523.jpg')), 'form-template.damaged'],
  ])('%s is no form', async (_, make, code) => {
    expect(await core.api['form-template:add']({ fileName: 'x.pdf', bytes: make() })).toEqual({
      ok: false,
      error: { code },
    })
  })
})

/** A form that nobody of us has seen, as its own fields describe it; made here, with invented field names. */
async function unseenBlank(
  form: string,
  labels: [string, string][],
  note = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([612, 792])
  page.drawText(`Form ${form} (Rev. May 2024) ${note}`, { x: 40, y: 750, size: 12 })
  labels.forEach(([name, label], index) => {
    const field = pdf.getForm().createTextField(`form1[0].Page1[0].${name}`)
    field.addToPage(page, { x: 40, y: 700 - index * 40, width: 400, height: 20 })
    field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(label))
  })
  return new Uint8Array(await pdf.save())
}

const forms: [string, [string, string][], Record<string, string>][] = [
  [
    '911',
    [
      ['f1', '1a. Your name as shown on tax return'],
      ['f2', '1b. Taxpayer identifying number (SSN, ITIN, EIN)'],
      ['f3', "2a. Spouse's name as shown on joint return"],
      ['f4', '3a. Current street address (number, street, and apt. number)'],
      ['f5', '3b. City'],
      ['f6', '6. Tax form (1040, 941, 720, etc.)'],
      ['f7', '7. Tax year(s) or period(s)'],
      ['f8', '12a. Please describe the tax issue you are experiencing'],
    ],
    {
      f1: 'name',
      f2: 'tin',
      f3: 'joint.name',
      f4: 'street',
      f5: 'city',
      f6: 'tax.form',
      f7: 'tax.periods',
      f8: 'statement',
    },
  ],
  [
    '433-F',
    [
      ['p1', 'Name(s) and address'],
      ['p2', 'Your social security number'],
      ['p3', "Your spouse's social security number"],
      ['p4', "Employer's name and street address"],
      ['p5', 'Home phone'],
    ],
    { p1: 'nameAndAddress', p2: 'tin', p3: 'joint.tin', p5: 'homePhone' },
  ],
]

describe('a form that nobody has mapped', () => {
  test.each(sampleOf(forms, 2))(
    'Form %s: mapping suggested from its labels, confirmed, filled, and stored for its revision',
    async (form, labels, guess) => {
      const { id } = await confirmedLetter()
      const dropped = { fileName: 'form.pdf', bytes: await unseenBlank(form, labels) }
      const template = value(await core.api['form-template:add'](dropped)).id
      const [shown] = await core.api['form-templates:list'](null)
      expect(shown).toMatchObject({ form, mapped: false })
      const short = Object.entries(shown?.toMap?.proposal ?? {}).map(([name, fact]) => [
        name.split('.').at(-1),
        fact,
      ])
      expect(Object.fromEntries(short)).toEqual(guess)
      expect(await core.api['form:pdf']({ id, template })).toEqual({
        ok: false,
        error: { code: 'form-template.not-mapped' },
      })
      const numbered = value(await core.api['form-template:numbered']({ id: template }))
      for (let field = 1; field <= labels.length; field++)
        expect((await textOfPdf(numbered.bytes))[0]).toMatch(new RegExp(`\\b${field}\\b`))

      const [first = ''] = Object.keys(shown?.toMap?.proposal ?? {})
      value(await core.api['form-template:map']({ id: template, from: { [first]: 'name' } }))
      const filled = value(await core.api['form:pdf']({ id, template }))
      expect((await textOfPdf(filled.bytes))[0]).toContain(
        factsOf((await current()) as Letter).taxpayerName ?? '?',
      )
      // Another copy of the same revision is known now; another revision is asked about again.
      const copy = await unseenBlank(form, labels, 'another copy')
      value(await core.api['form-template:add']({ fileName: 'copy.pdf', bytes: copy }))
      const [, again] = await core.api['form-templates:list'](null)
      expect(again).toMatchObject({
        mapped: true,
        revision: 'Rev. May 2024',
        toMap: { proposal: { [first]: 'name' } },
      })
    },
  )
})

describe('sheets and calendar', () => {
  test.each([
    ['call', 'What to say'],
    ['summary', 'Case summary'],
    ['fridge', 'My next dates'],
  ] as const)('%s is one page', async (kind, words) => {
    const { id } = await confirmedLetter()
    const pages = await textOfPdf(value(await core.api['sheet:pdf']({ id, kind })).bytes)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain(words)
  })

  test('the calendar has alarms, no names, and the same UIDs after a correction', async () => {
    const { id } = await confirmedLetter()
    const { text } = await core.api['calendar:ics'](null)
    const uids = (ics: string) => [...ics.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]).sort()
    expect(uids(text).length).toBeGreaterThan(1)
    expect(text).toMatch(/TRIGGER:-P6DT15H/)
    expect(text).toMatch(/^DTSTART;VALUE=DATE:\d{8}\r?$/m)
    const letter = (await current()) as Letter
    expect(text).not.toContain(factsOf(letter).taxpayerName ?? '?')
    const later = { ...factsOf(letter), noticeDate: day('2026-11-12'), respondByDate: null }
    await core.api['letter:confirm']({ id, facts: later })
    const after = (await core.api['calendar:ics'](null)).text
    expect(after).not.toBe(text)
    expect(uids(after)).toEqual(uids(text))
  })
})
