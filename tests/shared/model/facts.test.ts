import { expect, test } from 'vitest'
import en from '../../../resources/words/en.json' with { type: 'json' }
import es from '../../../resources/words/es.json' with { type: 'json' }
import { factGroups, factNames, factsInGroup, LetterFacts, noFacts } from '../../../src/shared/model/facts.ts'

test('the form shows each group in the order in which a letter is read', () => {
  expect(factGroups).toEqual(['first', 'days', 'debt', 'more'])
  expect(factsInGroup('first')).toEqual(['noticeCode', 'noticeDate'])
  expect(factsInGroup('days')).toEqual(['respondByDate', 'terminationDate'])
  expect(factsInGroup('debt')).toEqual(['amountDue', 'taxPeriods', 'form'])
  const more = factsInGroup('more')
  expect(more.slice(0, 5)).toEqual(['taxOwed', 'penalty', 'interest', 'taxpayerName', 'taxpayerAddress'])
  expect(more.slice(-3)).toEqual(['returnAddress', 'hearingAddress', 'hearingFax'])
})

test('a letter about which nothing is known has no periods, and null for every other fact', () => {
  const { taxPeriods, ...others } = noFacts
  expect(taxPeriods).toEqual([])
  expect(new Set(Object.values(others))).toEqual(new Set([null]))
  expect(Object.keys(noFacts)).toEqual(factNames)
})

test('facts stored by an earlier version are completed, and wrong ones are refused', () => {
  const { taxOwed, penalty, interest, callerId, faxNumber, certifiedNumber, ...early } = noFacts
  const { employeeTitle, hearingAddress, hearingFax, lienFiledDate, uploadCode, ...stored } = early
  expect(LetterFacts.parse(stored)).toEqual(noFacts)
  expect(LetterFacts.safeParse({ ...noFacts, noticeDate: '2026-02-30' }).success).toBe(false)
  expect(LetterFacts.safeParse({ ...noFacts, amountDue: '$5' }).success).toBe(false)
})

test('every fact has a label in each language', () => {
  for (const words of [en, es])
    expect(Object.keys(words.facts.names).toSorted()).toEqual([...factNames].toSorted())
})
