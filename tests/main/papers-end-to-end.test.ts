import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../src/main/core.ts'
import { factsOf, type Letter } from '../../src/shared/model/letter.ts'
import { day } from '../shared/appeals/sample-letter.ts'
import { textOfPdf } from '../shared/papers/pdf-text.ts'
import { resources, temporaryFolder, testCore } from '../support.ts'

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

describe('further files and mailings', () => {
  test('are kept with the letter and come back after a restart', async () => {
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

describe('official blanks', () => {
  test.skipIf(!existsSync(blank))('are recognised, kept once, and filled from the letter', async () => {
    const { id } = await confirmedLetter()
    const dropped = { fileName: 'f12153.pdf', bytes: bytesOf(blank) }
    const first = value(await core.api['blank:add'](dropped)).id
    expect(value(await core.api['blank:add'](dropped)).id).toBe(first)
    expect(await core.api['blanks:list'](null)).toMatchObject([
      { form: '12153', revision: 'Rev. 7-2022', toMap: null },
    ])
    const filled = value(await core.api['form:pdf']({ id, blank: first }))
    expect((await textOfPdf(filled.bytes))[0]).toContain(
      factsOf((await current()) as Letter).taxpayerName ?? '?',
    )
  })

  test.each([
    ['a letter', () => bytesOf(join(samples, sample)), 'blank.not-a-form'],
    ['a picture', () => bytesOf(join(samples, '2-cp523.jpg')), 'blank.damaged'],
  ])('%s is no blank', async (_, make, code) => {
    expect(await core.api['blank:add']({ fileName: 'x.pdf', bytes: make() })).toEqual({
      ok: false,
      error: { code },
    })
  })
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
