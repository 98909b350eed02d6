import { expect, test } from 'vitest'
import { secretsOf } from '../../../../src/main/papers/redact/letter-secrets.ts'
import { noAnswers } from '../../../../src/shared/model/appeal.ts'
import { noFacts } from '../../../../src/shared/model/letter.ts'

const facts = (part: Partial<typeof noFacts>) => ({ ...noFacts, ...part })
const read = {
  pages: [1],
  facts: facts({ tinLast4: '1111', taxpayerName: 'ALMA EXAMPLE', taxpayerAddress: '12 SAMPLE ST' }),
  evidence: {},
}

test('both filers’ numbers are removed completely and by their last four digits', () => {
  const answers = { ...noAnswers, tin: '900-12-3456', jointTin: '901 22 7788' }
  expect(secretsOf({ answers, confirmed: null, reading: null }, false)).toEqual({
    numbers: ['900123456', '901227788'],
    last4: ['3456', '7788'],
    texts: [],
  })
})

test('what lets somebody pass for the person is removed: caller ID, mail number, and upload code', () => {
  const confirmed = facts({
    callerId: '082 783',
    certifiedNumber: '9407 1000 0000 0000 0000 01',
    uploadCode: 'KX7-20934',
  })
  expect(secretsOf({ answers: noAnswers, confirmed, reading: null }, false)).toEqual({
    numbers: ['082783', '9407100000000000000001'],
    last4: [],
    texts: ['KX7-20934'],
  })
})

test('the joint filer’s number alone is removed too', () => {
  const answers = { ...noAnswers, jointTin: '901-22-7788' }
  expect(secretsOf({ answers, confirmed: null, reading: null }, false)).toEqual({
    numbers: ['901227788'],
    last4: ['7788'],
    texts: [],
  })
})

test('what was read is removed as well as what a person replaced it with, each once', () => {
  const confirmed = facts({
    tinLast4: '2222',
    taxpayerName: 'ALMA Q EXAMPLE',
    taxpayerAddress: '12 SAMPLE ST',
  })
  const answers = { ...noAnswers, tin: '900-12-2222', name: 'Alma Example' }
  expect(secretsOf({ answers, confirmed, reading: read }, true)).toEqual({
    numbers: ['900122222'],
    last4: ['2222', '1111'],
    texts: ['ALMA Q EXAMPLE', '12 SAMPLE ST', 'ALMA EXAMPLE', 'Alma Example'],
  })
})

test('names and addresses of both filers are removed only on request', () => {
  const answers = {
    ...noAnswers,
    name: 'Alma Example',
    jointName: 'Ben Example',
    street: '1 Other Rd',
    city: 'Springfield',
  }
  const letter = { answers, confirmed: null, reading: read }
  expect(secretsOf(letter, true).texts).toEqual([
    'ALMA EXAMPLE',
    '12 SAMPLE ST',
    'Alma Example',
    'Ben Example',
    '1 Other Rd',
    'Springfield',
  ])
  expect(secretsOf(letter, false).texts).toEqual([])
})

test('a number of which fewer than four digits are known gives no last four', () => {
  const answers = { ...noAnswers, tin: '12-3' }
  expect(secretsOf({ answers, confirmed: null, reading: null }, false)).toEqual({
    numbers: ['123'],
    last4: [],
    texts: [],
  })
})
