import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Core } from '../../src/main/app/core.ts'
import { noAnswers } from '../../src/shared/model/appeal.ts'
import { factsOf, type LetterId } from '../../src/shared/model/letter.ts'
import { day } from '../shared/appeals/sample-letter.ts'
import { resources, testCore } from '../support.ts'
import { textOfPdf } from './papers/pdf/pdf-text.ts'

let core: Core
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

/** A letter of which a person wrote `word` into every place that a paper prints. */
async function letterWith(word: string): Promise<LetterId> {
  const bytes = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
  await core.api['letter:add']({ fileName: 'letter.pdf', bytes })
  await core.idle()
  const [letter] = (await core.api['letters:list'](null)).letters
  if (!letter) throw new Error('no letter')
  const { id } = letter
  const facts = { ...factsOf(letter), returnAddress: `IRS\n${word}`, employeeName: word }
  await core.api['letter:confirm']({ id, facts })
  const said = {
    name: word,
    street: word,
    city: word,
    whyWrong: word,
    harm: word,
    fix: word,
    attachments: [word],
  }
  await core.api['letter:answer']({ id, answers: { ...noAnswers, ...said } })
  await core.api['letter:record-events']({
    id,
    events: [{ kind: 'phoneCall', day: day('2026-11-20'), note: word }],
  })
  const mailing = {
    day: day('2026-11-20'),
    how: 'fax',
    what: word,
    to: word,
    number: '7',
    receipt: null,
  } as const
  await core.api['letter:record-mailings']({ id, mailings: [mailing] })
  return id
}

const papersOf = (id: LetterId) =>
  Promise.all([
    core.api['draft:pdf']({ id }),
    core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true }),
    core.api['packet:pdf']({ id, cover: 'fax', duplex: false, straighten: true }),
    core.api['sheet:pdf']({ id, kind: 'call' }),
    core.api['sheet:pdf']({ id, kind: 'summary' }),
  ])

test('Vietnamese, Polish, Spanish, and Cyrillic letters are on every paper as they were written', async () => {
  const words = ['Nguyễn', 'Łukasz', 'Muñoz', 'Дмитрий', 'Żółć', 'Щёкин', 'Thị']
  const id = await letterWith(words.join(' '))
  const sheets = await papersOf(id)
  for (const sheet of sheets) {
    if (!sheet.ok) throw new Error(sheet.error.code)
    const text = (await textOfPdf(sheet.value.bytes)).join(' ')
    for (const word of words) expect(text).toContain(word)
    expect(text).not.toMatch(/[?\ufffd]\w|\w[?\ufffd](?=\w)/)
  }
  expect(await core.api['sheet:pdf']({ id, kind: 'fridge' })).toMatchObject({ ok: true })
}, 60_000)

test.each([
  ['Chinese', '王小明'],
  ['Arabic', 'محمد'],
])('%s stops every paper with an error that names the place and not the words', async (_, word) => {
  const places = (await papersOf(await letterWith(word))).map((sheet) => (sheet.ok ? 'printed' : sheet.error))
  const missing = (block: string) => ({ code: 'papers.missing-character', block })
  expect(places).toEqual([
    missing('3'),
    missing('What to do'),
    missing('What to do'),
    missing('What to say'),
    missing('Who'),
  ])
})
