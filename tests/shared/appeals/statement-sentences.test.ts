import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { appealPapers } from '../../../src/shared/appeals/appeal-papers.ts'
import { interview } from '../../../src/shared/appeals/interview.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../src/shared/telling/tell-all.ts'
import { law } from '../../law.ts'
import { day, sampleLetter } from './sample-letter.ts'

const forms = await loadForms(path.resolve('resources'))
const papersOf = (letter: Letter) =>
  appealPapers(forms, caseAmong(law, [letter], letter, day('2026-03-12')), null)
const toldOf = (letter: Letter) =>
  papersOf(letter).draft.statement.flatMap((part) => ('text' in part ? [part] : []))
const textOf = (letter: Letter) => toldOf(letter).map(({ text }) => text)

const whole = {
  whyWrong: 'Nobody answered my letter of May 9, 2025.',
  reasons: [{ id: 'paid', detail: 'I paid $500.00 on May 2, 2025 by check 104.' }],
  remedies: [
    { id: 'monthly', amount: '$250', day: 'April 15, 2026' },
    { id: 'release-levy', amount: '', day: '' },
  ],
}
const letters: [string, Letter][] = [
  ['a hearing', sampleLetter({ answers: whole })],
  [
    'an appeal',
    sampleLetter({
      facts: { noticeCode: 'CP504' },
      answers: whole,
      events: [{ kind: 'conferenceHeld', day: '2026-03-10' }],
    }),
  ],
  [
    'a levy that was served',
    sampleLetter({ answers: whole, events: [{ kind: 'levyServed', day: '2026-03-10' }] }),
  ],
]

test.each(letters)(
  '%s: each sentence has a source and a question of the interview, and together they are the text',
  (_, letter) => {
    const papers = papersOf(letter)
    const ids = interview({ law, reasons: forms.reasons, letter, papers }).map(({ id }) => id)
    for (const { text, sentences, from } of toldOf(letter)) {
      expect(sentences.map((each) => each.text).join(' ')).toBe(text.replaceAll('\n', ' '))
      expect([...new Set(sentences.map((each) => each.from))]).toEqual(from)
      for (const { question } of sentences) expect(ids).toContain(question)
    }
  },
)

describe('a statement that an Appeals officer reads', () => {
  it('says who asks, about what, and for what by its legal name', () => {
    expect(textOf(sampleLetter())[0]).toBe(
      'I am Sample Q. Person, the taxpayer named in Letter 1058, dated March 3, 2026. The tax at issue is Form 1040, 2021, 2022. I request a Collection Due Process hearing, or an equivalent hearing if this request is not timely, about this action: Notice of Proposed or Actual Levy.',
    )
  })

  it('cites the law of a reason and of an offer, but neither our rules nor the form', () => {
    const text = textOf(sampleLetter({ answers: whole })).join(' ')
    expect(text).toContain('not applied to this debt (IRC 6343(a)(1)(A)). I paid $500.00 on May 2')
    expect(text).toContain(
      'I propose this collection alternative: Installment Agreement. I offer to pay $250 a month',
    )
    expect(text).toContain('Please release the levy (IRC 6343(a)).')
    const mine = textOf(
      sampleLetter({ answers: { reasons: [{ id: 'not-my-debt', detail: 'It is a namesake.' }] } }),
    )
    expect(mine.join(' ')).not.toMatch(/CAP-G2|item 8/)
  })

  it('speaks for two where two sign', () => {
    const facts = { taxpayerName: 'CAROLINE W & GILBERT YARBOROUGH' }
    const [who, ...rest] = textOf(sampleLetter({ facts, answers: { ...whole, joint: 'bothSign' } }))
    expect(who).toMatch(/^We are CAROLINE W YARBOROUGH and GILBERT YARBOROUGH, the taxpayers named in/)
    expect(who).toContain('We request a Collection Due Process hearing')
    expect(rest.join(' ')).toContain('We offer to pay $250')
  })

  it('says who signs for the taxpayer', () => {
    const answers = { signer: 'representative' as const, representativeName: 'R. Counsel' }
    expect(textOf(sampleLetter({ answers }))[0]).toContain('R. Counsel signs for me under Form 2848.')
  })

  it('adds nothing to what the person says in their own words', () => {
    const own = toldOf(sampleLetter({ answers: whole })).flatMap(({ sentences }) => sentences)
    expect(own.find(({ question }) => question === 'own')).toEqual({
      text: whole.whyWrong,
      from: 'you',
      question: 'own',
    })
  })
})
