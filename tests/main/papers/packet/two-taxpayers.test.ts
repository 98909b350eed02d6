import { beforeAll, describe, expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../../../src/main/content/form-files.ts'
import { officialValues } from '../../../../src/main/papers/official-forms/official-facts.ts'
import { buildPacket } from '../../../../src/main/papers/packet/build-packet.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { finishPdf, newPage, openPdf, type PdfFonts } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import { write } from '../../../../src/main/papers/pdf/write.ts'
import { createPageTools } from '../../../../src/main/reading/process/page-tools.ts'
import { appealPapers, type Forms } from '../../../../src/shared/appeals/appeal-papers.ts'
import { stillBlank } from '../../../../src/shared/appeals/still-blank.ts'
import { english } from '../../../../src/shared/i18n/english.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { law } from '../../../law.ts'
import { day, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { resources } from '../../../support.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

let forms: Forms
let fonts: PdfFonts
beforeAll(async () => {
  forms = await loadForms(resources)
  fonts = await loadFonts(resources)
})

const taxpayerName = 'CAROLINE W & GILBERT YARBOROUGH'
type Answers = NonNullable<NonNullable<Parameters<typeof sampleLetter>[0]>['answers']>
const letterOf = (answers: Answers, facts = {}) => {
  const said = { remedies: [{ id: 'monthly', amount: '$250', day: 'April 15, 2026' }], fix: '' }
  return sampleLetter({ facts: { taxpayerName, ...facts }, answers: { ...said, ...answers } })
}
function told(answers: Answers, facts = {}) {
  const letter = letterOf(answers, facts)
  return caseAmong(law, [letter], letter, day('2026-03-12'))
}
const papersOf = (answers: Answers, facts = {}) => appealPapers(forms, told(answers, facts), null)
const stopping = (answers: Answers, facts = {}) =>
  stillBlank(papersOf(answers, facts)).flatMap(({ what, stops }) => (stops ? [english(what)] : []))

async function packet(answers: Answers): Promise<{ kept: string; mailed: string }> {
  const reader = createPageTools()
  const scan = await openPdf(fonts, 'Letter')
  newPage(scan)
  write(scan, [{ text: 'The letter' }], 'the letter')
  const page = await finishPdf(scan)
  if (!page.ok) throw new Error(page.error.code)
  const made = await buildPacket({
    ...told(answers),
    clockDoubt: null,
    scan: page.value,
    fonts,
    forms,
    reader,
    words: { ways: words.mailing.ways, facts: words.officialFacts },
  })
  reader.close()
  if (!made.ok) throw new Error(made.error.code)
  const pages = await textOfPdf(made.value.bytes)
  const isMailed = (text: string) => text.includes('Packet page ') && !text.includes('For you: keep')
  return {
    kept: pages.filter((text) => !isMailed(text)).join(' '),
    mailed: pages.filter(isMailed).join(' '),
  }
}

const form = { '9423': { form: '9423' }, '12153': { form: '12153' } } as const

describe.each(['9423', '12153'] as const)('Form %s of a letter to two people', (name) => {
  test('stops until it is said whose debt it is and who signs', () => {
    const question =
      'The letter names two people: CAROLINE W YARBOROUGH and GILBERT YARBOROUGH. Say whether both owe this debt, and who signs.'
    expect(stopping(form[name])).toContain(question)
    for (const joint of ['bothSign', 'oneSigns'] as const)
      expect(stopping({ ...form[name], joint })).not.toContain(question)
  })

  test('is that of both when both sign: two names, two lines, and we', async () => {
    const { mailed } = await packet({ ...form[name], joint: 'bothSign' })
    expect(mailed).not.toContain(taxpayerName)
    expect(mailed).toContain('CAROLINE W YARBOROUGH and GILBERT YARBOROUGH')
    expect(mailed.match(/SIGN HERE/g)).toHaveLength(2)
    expect(mailed.match(/DATE HERE/g)).toHaveLength(2)
    expect(mailed).toMatch(/We (?:appeal|request) /)
    expect(mailed).toContain('We offer to pay $250 a month')
    expect(mailed).not.toMatch(/\bI (?:appeal|request|offer)\b/)
  })

  test('is that of one when one signs, names nobody else, and says what that costs', async () => {
    const { mailed, kept } = await packet({ ...form[name], joint: 'oneSigns' })
    expect(mailed).toContain('CAROLINE W YARBOROUGH')
    expect(mailed).not.toContain('GILBERT')
    expect(mailed.match(/SIGN HERE/g)).toHaveLength(1)
    expect(mailed).toContain('I offer to pay $250 a month')
    expect(kept).toContain('GILBERT YARBOROUGH does not sign')
  })

  test('asks for one name where only one owes', () => {
    expect(stopping({ ...form[name], joint: 'alone' })).toContain('Write your name as the letter prints it.')
    expect(stopping({ ...form[name], joint: 'alone', name: 'Gilbert Yarborough' })).toEqual(
      stopping({ ...form[name] }, { taxpayerName: 'GILBERT YARBOROUGH' }),
    )
  })

  test('a company with & in its name is one taxpayer, and so is one with an EIN', () => {
    for (const facts of [{ taxpayerName: 'SMITH & SONS LLC' }, { tinType: 'EIN' }] as const)
      expect(stopping(form[name], facts).join()).not.toContain('two people')
  })
})

test('a hearing of one says that the other has none, and nothing for the court', () => {
  const whats = stillBlank(papersOf({ form: '12153', joint: 'oneSigns' })).map(({ what }) => english(what))
  expect(whats.join()).toMatch(/GILBERT YARBOROUGH does not sign.*Tax Court/)
})

test('what an earlier version stored as a second taxpayer is still one who signs', () => {
  const { draft } = papersOf({ form: '12153', name: 'Caroline Yarborough', jointName: 'Gilbert Yarborough' })
  expect(draft.blocks.find(({ block }) => block === '5')).toMatchObject({ value: 'Gilbert Yarborough' })
})

test.each([
  ['12153', 'CAROLINE W YARBOROUGH'],
  ['2848', 'CAROLINE W YARBOROUGH'],
  ['9423', 'CAROLINE W YARBOROUGH and GILBERT YARBOROUGH'],
])('the official Form %s is in the name of %s', (fills, name) => {
  const answers = { form: '9423', joint: 'bothSign' } as const
  const values = officialValues({ forms, law, letter: letterOf(answers), papers: papersOf(answers), fills })
  expect(values).toMatchObject({ name, 'joint.name': 'GILBERT YARBOROUGH' })
})
