import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { appealPapers } from '../../../src/shared/appeals/appeal-papers.ts'
import { besides, interview, partsOf, questionAt } from '../../../src/shared/appeals/interview.ts'
import { questionOfBlock } from '../../../src/shared/appeals/question.ts'
import { stillBlank } from '../../../src/shared/appeals/still-blank.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../src/shared/telling/tell-all.ts'
import { law } from '../../law.ts'
import { day, emptyLetter, sampleLetter } from './sample-letter.ts'

const forms = await loadForms(path.resolve('resources'))

function asked(letter: Letter, today = '2026-03-12') {
  const papers = appealPapers(forms, caseAmong(law, [letter], letter, day(today)), null)
  return { papers, questions: interview({ law, reasons: forms.reasons, letter, papers }) }
}
const shown = (letter: Letter, today?: string) =>
  asked(letter, today).questions.flatMap(({ id, implied }) => (implied ? [] : [id]))
const stateOf = (letter: Letter, id: string, today?: string) =>
  asked(letter, today).questions.find((each) => each.id === id)?.state

const cap = { facts: { noticeCode: 'CP504' } }
const two = { taxpayerName: 'CAROLINE W & GILBERT YARBOROUGH' }

describe('the questions of a hearing request', () => {
  it('follow the parts in order, and none is asked that the letter answers', () => {
    expect(shown(sampleLetter())).toEqual([
      ...['route', 'who', 'reach', 'number', 'signer', 'reasons', 'own', 'harm'],
      ...['offers', 'fix', 'exhibits', 'where', 'look', 'print', 'sent'],
    ])
  })

  it('ask for a page of each reason and of each offer that needs figures', () => {
    const reasons = ['paid', 'hardship'].map((id) => ({ id, detail: '' }))
    const remedies = ['monthly', 'release-levy'].map((id) => ({ id, amount: '', day: '' }))
    const ids = shown(sampleLetter({ answers: { reasons, remedies } }))
    expect(ids.slice(ids.indexOf('reasons'))).toEqual([
      ...['reasons', 'reason-1', 'reason-2', 'own', 'harm', 'offers', 'offer-1', 'fix'],
      ...['exhibits', 'where', 'look', 'print', 'sent'],
    ])
  })

  it('name no reason and no person, as a browser keeps the address of each', () => {
    const reasons = [{ id: 'hardship', detail: '' }]
    const letter = sampleLetter({ facts: two, answers: { reasons, joint: 'bothSign' } })
    for (const { id } of asked(letter).questions) expect(id).toMatch(/^[a-z]+(?:-\d+)?$/)
  })
})

describe('the questions of an appeal to Collection', () => {
  it('ask who acted unless the letter says it, and what happened with the manager', () => {
    const unsaid = sampleLetter({ ...cap, answers: { contact: null } })
    expect(shown(unsaid)).toContain('contact')
    expect(stateOf(unsaid, 'contact')).toBe('missing')
    const officer = { facts: { ...cap.facts, employeeTitle: 'Revenue Officer' }, answers: { contact: null } }
    expect(shown(sampleLetter(officer))).not.toContain('contact')
    expect(shown(sampleLetter(officer))).toContain('events')
  })

  it('ask for the action where a letter stands for none', () => {
    expect(shown(sampleLetter({ facts: { noticeCode: null }, answers: { form: '9423' } }))).toContain(
      'action',
    )
  })
})

describe('two people', () => {
  it('are asked whose debt it is, and nothing is sent before; then for the second of them', () => {
    const letter = sampleLetter({ facts: two })
    expect(shown(letter)).toContain('joint')
    expect(stateOf(letter, 'joint')).toBe('missing')
    expect(shown(letter)).not.toContain('second')
    const both = sampleLetter({ facts: two, answers: { joint: 'bothSign' } })
    expect(stateOf(both, 'joint')).toBe('answered')
    expect(shown(both)).toContain('second')
  })

  it('are not asked about a letter to one', () => {
    expect(shown(sampleLetter())).not.toContain('joint')
  })
})

describe('what is missing', () => {
  it('where to send is missing while nobody knows it', () => {
    expect(stateOf(sampleLetter({ facts: { returnAddress: null } }), 'where')).toBe('missing')
    expect(stateOf(sampleLetter(), 'where')).toBe('answered')
  })

  it('what may stay blank is not missing', () => {
    const letter = sampleLetter({ answers: { ...noAnswers, whyWrong: 'I paid.', fix: 'Release it.' } })
    for (const id of ['number', 'reach', 'harm', 'exhibits'])
      expect([id, stateOf(letter, id)]).toEqual([id, 'mayStay'])
    expect(stateOf(letter, 'look')).toBe('answered')
  })

  const letters: [string, Letter, string?][] = [
    ['nothing', emptyLetter],
    ['a hearing', { ...emptyLetter, answers: { ...noAnswers, form: '12153' } }],
    ['a letter that nobody checked', sampleLetter({ confirmed: false })],
    ['two people', sampleLetter({ facts: two })],
    ['half a reason', sampleLetter({ answers: { reasons: [{ id: 'paid', detail: '' }] } })],
    ['half an offer', sampleLetter({ answers: { remedies: [{ id: 'monthly', amount: '', day: '' }] } })],
    ['an appeal to Collection', sampleLetter({ ...cap, answers: { contact: null } })],
    ['no periods', sampleLetter({ facts: { taxPeriods: [] }, answers: { form: '9423' } })],
    ['no street', sampleLetter({ facts: { taxpayerAddress: null } })],
    ['a number of two digits', sampleLetter({ answers: { tin: '12' } })],
  ]
  test.each(letters)(
    'with %s, each thing that stops sending has a question that is shown and says so',
    (_, letter) => {
      const { papers, questions } = asked(letter)
      const stops = stillBlank(papers).filter((each) => each.stops)
      expect(stops.length > 0).toBe(stateOf(letter, 'look') === 'missing')
      for (const { question } of stops) {
        const found = questions.find(({ id }) => id === question)
        expect([question, found?.state, found?.implied]).toEqual([question, 'missing', false])
      }
      const missing = questions.filter(({ state, id }) => state === 'missing' && id !== 'look')
      expect(missing.flatMap(({ blanks }) => blanks.filter((each) => each.stops))).toHaveLength(stops.length)
    },
  )
})

describe('the way through', () => {
  it('goes forward and back over what is implied, from the first to the last', () => {
    const { questions } = asked(sampleLetter())
    const way = [questionAt(questions, null)]
    for (let next = besides(questions, 'route').next; next; next = besides(questions, next.id).next)
      way.push(next)
    expect(way.map(({ id }) => id)).toEqual(shown(sampleLetter()))
    const back = way.map(({ id }) => besides(questions, id).back?.id ?? null)
    expect(back).toEqual([null, ...way.slice(0, -1).map(({ id }) => id)])
  })

  it('leads from a reason that is no longer chosen to the reasons', () => {
    const { questions } = asked(sampleLetter())
    expect(questionAt(questions, 'reason-3').id).toBe('reasons')
    expect(questionAt(questions, 'offer-1').id).toBe('offers')
    expect(questionAt(questions, 'nonsense').id).toBe('route')
  })

  it('has ten parts, each with a question to begin with', () => {
    const { questions } = asked(sampleLetter({ facts: two }))
    const parts = partsOf(questions)
    expect(parts).toHaveLength(10)
    expect(parts[1]).toEqual({ part: 'you', state: 'missing', first: 'joint' })
  })
})

test.each(['9423', '12153'] as const)(
  'each block of Form %s that is not for the IRS leads to a question',
  (form) => {
    for (const { block, kind } of forms.forms[form].blocks) {
      expect([block, questionOfBlock(form, block) === null]).toEqual([block, kind === 'irsUse'])
    }
  },
)
