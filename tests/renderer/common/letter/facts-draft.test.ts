import { expect, test } from 'vitest'
import { draftFromFacts, factsFromDraft } from '../../../../src/renderer/common/letter/facts-draft.ts'
import { matches } from '../../../../src/renderer/features/letter/notice-choice.tsx'
import { type FactName, type LetterFacts, noFacts } from '../../../../src/shared/model/letter.ts'
import { letterOf } from '../../memory-api.ts'

const typed = (name: FactName, text: string) => {
  const draft = draftFromFacts(noFacts)
  return factsFromDraft({ ...draft, text: { ...draft.text, [name]: text } })
}

test('unchanged facts come back as they were', () => {
  const facts = letterOf({}, { tinLast4: '1234', tinType: 'SSN', language: 'es', form: 'CIVPEN' }).reading
    ?.facts as LetterFacts
  expect(factsFromDraft(draftFromFacts(facts))).toEqual({ facts })
})

test.each<[FactName, string, unknown]>([
  ['amountDue', '$9,533.53', '9533.53'],
  ['amountDue', '9533', '9533.00'],
  ['taxPeriods', '2017, 2018', ['2017', '2018']],
  ['taxPeriods', '06/2023 and 2022', ['2023-06', '2022']],
  ['taxPeriods', '', []],
  ['form', 'Form 1040', '1040'],
  ['tinLast4', '900-00-1234', '1234'],
  ['tinLast4', 'XXX-XX-1234', '1234'],
  ['noticeDate', '', null],
])('%s typed as "%s" is %j', (name, text, value) => {
  expect(typed(name, text)).toEqual({ facts: { ...noFacts, [name]: value } })
})

test.each<[FactName, string, string]>([
  ['amountDue', '95,33.53', 'money'],
  ['amountDue', '9533.5', 'money'],
  ['taxPeriods', '2017-13', 'periods'],
  ['taxPeriods', '17', 'periods'],
  ['tinLast4', '12', 'last4'],
  ['respondByDate', 'April 31, 2026', 'date'],
])('%s typed as "%s" is refused', (name, text, error) => {
  expect(typed(name, text)).toEqual({ errors: { [name]: error } })
})

test.each([
  ['CP504: Intent to levy', 'cp 504', true],
  ['Letter 1058: Final notice', 'L1058', true],
  ['Letter 1058: Final notice', 'ltr-1058', true],
  ['LT11: Notice of intent', 'lt 11', true],
  ['LT11: Notice of Intent to Levy', 'levy', true],
  ['Letter 1058: Final notice', '3172', false],
])('in the list of notices, %s matches "%s": %s', (name, text, found) => {
  expect(matches(name, text)).toBe(found)
})
