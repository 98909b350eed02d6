import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { standWords } from '../../../src/shared/telling/count.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { day } from '../law/dated-letter.ts'
import { law, letterOf } from './any-letter.ts'

const dated = day('2026-11-02')
const toldOn = (code: string, today: string) =>
  tell(law, letterOf(code, dated, addDays(dated, 30)), day(today))

test.each(['LT11', 'CP504', 'CP2000', 'CP14', 'L3172'])(
  'the letter %s and the card of its right count in the same words',
  (code) => {
    for (const today of ['2026-11-03', '2026-11-20', '2026-12-01']) {
      const { when, left, right } = toldOn(code, today)
      const own = left.find((each) => each.right === right)
      if (!own || !when) continue
      const card = english(standWords(own.deadline))
      expect(english(when.text).toLowerCase()).toContain(`${card.toLowerCase()}.`)
    }
  },
)

test('the wait before the IRS can act is never told as something that the letter asked for', () => {
  const cardOn = (today: string) => {
    const { left } = toldOn('CP504', today)
    const wait = left.find(({ right }) => right === 'LEVY-30')
    return wait && english(standWords(wait.deadline))
  }
  expect(cardOn('2026-11-20')).toBe('12 days left before the IRS can act')
  expect(cardOn('2026-12-12')).toBe('the wait ended 10 days ago')
})
