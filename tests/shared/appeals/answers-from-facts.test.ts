import { describe, expect, it, test } from 'vitest'
import { answersFromFacts } from '../../../src/shared/appeals/answers-from-facts.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'

const addresses: [string, string, string[]][] = [
  [
    'street and city',
    '12 Elm Street\nSpringfield, IL 62701',
    ['12 Elm Street', 'Springfield', 'IL', '62701'],
  ],
  [
    'no comma, ZIP+4',
    '12 ELM ST\nSPRINGFIELD IL 62701-1234',
    ['12 ELM ST', 'SPRINGFIELD', 'IL', '62701-1234'],
  ],
  [
    'an apartment line',
    '12 Elm St\nApt 4\nSt. Louis, MO 63101',
    ['12 Elm St, Apt 4', 'St. Louis', 'MO', '63101'],
  ],
  ['a military address', 'PSC 1 Box 2\nAPO AP 96543', ['PSC 1 Box 2', 'APO', 'AP', '96543']],
  ['abroad: not split', '5 Rue Haute\n75001 Paris\nFrance', ['5 Rue Haute, 75001 Paris, France', '', '', '']],
  ['nothing', '', ['', '', '', '']],
]

describe('answersFromFacts', () => {
  test.each(addresses)('address with %s', (_, taxpayerAddress, parts) => {
    const { street, city, state, zip } = answersFromFacts(noAnswers, { ...noFacts, taxpayerAddress })
    expect([street, city, state, zip]).toEqual(parts)
  })

  it('never combines a typed street with the city of the letter', () => {
    const facts = { ...noFacts, taxpayerAddress: '12 Elm Street\nSpringfield, IL 62701' }
    const answers = answersFromFacts({ ...noAnswers, street: '9 New Road' }, facts)
    expect(answers).toMatchObject({ street: '9 New Road', city: '', state: '', zip: '' })
  })

  it('keeps what the person typed over what the letter says', () => {
    const facts = { ...noFacts, taxpayerName: 'SAMPEL PERSON' }
    expect(answersFromFacts({ ...noAnswers, name: 'Sample Person' }, facts).name).toBe('Sample Person')
    expect(answersFromFacts(noAnswers, facts).name).toBe('SAMPEL PERSON')
  })

  it('leaves an address that is too long for the answer to the person instead of cutting it', () => {
    const facts = { ...noFacts, taxpayerAddress: `${'Long Street '.repeat(30)}\nSpringfield, IL 62701` }
    expect(answersFromFacts(noAnswers, facts)).toMatchObject({ street: '', city: 'Springfield' })
  })
})
