import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { twoNamesOf } from '../../../src/shared/appeals/answers-from-facts.ts'
import { type CollectionAction, collectionActions } from '../../../src/shared/model/appeal.ts'
import { factsOf, type LetterId } from '../../../src/shared/model/letter.ts'
import { actionCases, actionLetter } from '../../fixtures/action-letters.ts'
import { getNotice, printedLetter } from '../../fixtures/made-letter.ts'
import { day } from '../../shared/appeals/sample-letter.ts'
import { hasChromium, resources, sampleOf, takesAllCases, temporaryFolder, testCore } from '../../support.ts'
import { textOfPdf } from '../papers/pdf/pdf-text.ts'

const has = (program: string) => spawnSync(program, ['--version']).error === undefined
const blanks = ['12153', '2848', '8821', '9465', '843']
const fileOf = (form: string) => resolve(`../shared/forms/f${form}.pdf`)
const value = <T>(
  result: { ok: true; value: T } | { ok: false; error: { code: string; block?: string } },
): T => {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.block ?? ''}`)
  return result.value
}
const forms = await loadForms(resources)

/** From the dropped file to the packet, for each collection action, over a real library. */
describe.skipIf(!hasChromium)('drop, confirm, answer, draft, packet', () => {
  let core: Core
  beforeAll(() => {
    core = testCore(undefined, '2026-03-12')
  })
  afterAll(() => core.close())

  /** A letter of the action's notice, printed, dropped, read, confirmed and answered. */
  async function answered(action: CollectionAction): Promise<LetterId> {
    const notice = getNotice(core.law, actionCases[action].notice)
    const { pdf } = await printedLetter(notice, collectionActions.indexOf(action) + 1)
    const [id] = value(
      await core.api['letter:add']({ fileName: `${action}.pdf`, bytes: new Uint8Array(pdf) }),
    ).ids
    if (!id) throw new Error('no letter')
    await core.idle()
    const letter = (await core.api['letters:list'](null)).letters.find((each) => each.id === id)
    if (!letter) throw new Error('not kept')
    expect(factsOf(letter).noticeCode).toBe(notice.code)
    const { noticeDate, respondByDate, terminationDate } = factsOf(actionLetter(action))
    value(
      await core.api['letter:confirm']({
        id,
        facts: { ...factsOf(letter), noticeDate, respondByDate, terminationDate },
      }),
    )
    const { answers, events } = actionLetter(action)
    // Letters to two people are asked who signs.
    const joint = twoNamesOf(answers, factsOf(letter)) && 'bothSign'
    value(await core.api['letter:answer']({ id, answers: { ...answers, joint, tin: '900-00-1234' } }))
    value(await core.api['letter:record-events']({ id, events }))
    return id
  }

  test.each(sampleOf(collectionActions, 3))('%s', async (action) => {
    const id = await answered(action)
    const draft = (await textOfPdf(value(await core.api['draft:pdf']({ id })).bytes)).join(' ')
    const { said } = actionCases[action]
    for (const { detail } of said.reasons) expect(draft).toContain(detail)
    expect(draft).toContain(said.harm)
    const label = forms.forms['9423'].actions.find((each) => each.action === action)?.label.en ?? '?'
    expect(draft).toContain(label)

    const packet = value(
      await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true }),
    )
    const pages = await textOfPdf(packet.bytes)
    const [sheet, cover, form] = pages
    expect(sheet).toContain('Nothing that must be filled is missing')
    expect(cover).toContain('this one included')
    for (const { detail } of said.reasons) expect(pages.slice(2).join(' ')).toContain(detail)
    expect(form).toContain('SIGN HERE')
    expect(form).not.toContain('DRAFT')
    const copy = pages.filter((page) => page.includes('Copy of the letter, page'))
    expect(copy.length).toBeGreaterThan(0)
    expect(pages.findIndex((page) => page.startsWith('Mailing record'))).toBe(
      pages.indexOf(copy.at(-1) ?? '') + 1,
    )
    for (const step of core.law.checklists[action] ?? []) expect(pages.join(' ')).toContain(step.en)
    if (has('qpdf')) {
      const file = join(temporaryFolder(), 'packet.pdf')
      writeFileSync(file, packet.bytes)
      expect(spawnSync('qpdf', ['--check', file]).status).toBe(0)
    }
  })

  test.skipIf(!existsSync(fileOf('12153')) || !has('pdftotext') || !has('qpdf'))(
    'every official form is filled from such letters, and other programs read the name or number on it',
    async () => {
      for (const form of blanks)
        value(
          await core.api['form-template:add']({
            fileName: `f${form}.pdf`,
            bytes: new Uint8Array(readFileSync(fileOf(form))),
          }),
        )
      const kept = await core.api['form-templates:list'](null)
      for (const letter of (await core.api['letters:list'](null)).letters.slice(0, takesAllCases ? 3 : 1)) {
        const { answers } = letter
        for (const { id: template, form } of kept) {
          const filled = await core.api['form:pdf']({ id: letter.id, template })
          const file = join(temporaryFolder(), `f${form}.pdf`)
          writeFileSync(file, value(filled).bytes)
          expect(spawnSync('qpdf', ['--check', file]).status, form).toBe(0)
          const text = spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString()
          const lastName = (factsOf(letter).taxpayerName ?? answers.name).split(' ').at(-1) ?? '?'
          // Form 9465 wants first and last name apart; where a name leaves doubt they stay blank.
          const isRead = text.includes(lastName) || text.includes(answers.tin)
          expect([form, isRead]).toEqual([form, true])
        }
      }
    },
    120_000,
  )

  test('what was mailed becomes a date that deadlines count from, with its receipt, and the calendar follows', async () => {
    const [letter] = (await core.api['letters:list'](null)).letters
    if (!letter) throw new Error('no letter')
    const { id } = letter
    const photo = new Uint8Array(readFileSync(join(resources, 'samples/2-cp523.jpg')))
    const add = {
      letter: id,
      title: 'Receipt',
      role: 'receipt' as const,
      fileName: 'receipt.jpg',
      bytes: photo,
    }
    const receipt = value(await core.api['exhibit:add'](add)).id
    const mailing = {
      day: day('2026-03-12'),
      how: 'certified' as const,
      what: 'Form 9423',
      to: 'IRS',
      number: '70201234',
      receipt,
    }
    value(await core.api['letter:record-mailings']({ id, mailings: [mailing] }))
    const packet = value(
      await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true }),
    )
    const text = (await textOfPdf(packet.bytes)).join(' ')
    expect(text).toContain('March 12, 2026 Certified mail 70201234 IRS')
    expect(text).not.toContain('Receipt,')
    const summary = (await textOfPdf(value(await core.api['sheet:pdf']({ id, kind: 'summary' })).bytes)).join(
      ' ',
    )
    expect(summary).toContain('March 12, 2026: Form 9423')
  })
})
