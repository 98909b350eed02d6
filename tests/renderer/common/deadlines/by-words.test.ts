import { expect, test } from 'vitest'
import { byWords } from '../../../../src/renderer/common/deadlines/by-words.ts'
import { chooseAppeal } from '../../../../src/shared/appeals/choose-appeal.ts'
import { deadlinesOf } from '../../../../src/shared/deadlines/deadlines-of.ts'
import { law } from '../../../law.ts'
import { datedLetter, day } from '../../../shared/law/dated-letter.ts'

test.each([
  ['LT11', /^Last day: Wednesday, December 2, 2026\. /],
  // Nothing is asked for by then: it is the day on which the IRS can act.
  ['CP504', /^The IRS can act after Wednesday, December 2, 2026\. /],
])('the head of an appeal about %s says what its day is', (noticeCode, words) => {
  const letter = datedLetter({ noticeCode, noticeDate: '2026-11-02' })
  const today = day('2026-11-22')
  expect(byWords(chooseAppeal(law, letter, today), deadlinesOf(law, letter, today))).toMatch(words)
})
