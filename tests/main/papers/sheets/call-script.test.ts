import { expect, test } from 'vitest'
import { callRules, callScript } from '../../../../src/main/papers/sheets/call-script.ts'
import { chooseAppeal } from '../../../../src/shared/appeals/choose-appeal.ts'
import { addDays } from '../../../../src/shared/deadlines/days.ts'
import { tell } from '../../../../src/shared/telling/tell.ts'
import { day } from '../../../shared/law/dated-letter.ts'
import { law, letterOf } from '../../../shared/telling/any-letter.ts'

const roadOn = (code: string, dated: string, today: string) =>
  tell(law, letterOf(code, day(dated)), day(today)).road

test.each([
  ['CP77', '2026-11-09', '2026-11-30', 'hearing'],
  ['CP77', '2026-06-01', '2026-11-30', 'equivalentHearing'],
  ['CP77', '2024-09-15', '2026-11-30', 'phone'],
  ['L1058', '2024-09-15', '2026-11-30', 'officer'],
  ['CP504', '2026-11-20', '2026-11-30', 'phone'],
  ['CP523', '2026-11-20', '2026-11-30', 'planAppeal'],
  ['CP2000', '2026-11-20', '2026-11-30', 'audit'],
  ['L3193', '2026-06-01', '2026-11-30', 'late'],
  ['CP14', '2026-11-20', '2026-11-30', 'answer'],
  ['L3975', '2026-11-20', '2026-11-30', 'advisory'],
])('%s of %s on %s: the call is about %s', (code, dated, today, road) => {
  expect(roadOn(code, dated, today)).toBe(road)
})

test('no call sheet speaks of a collection appeal on a letter that has none, or while a hearing is open', () => {
  const from = day('2026-11-12')
  for (const { code, rights } of law.notices)
    for (const after of [0, 20, 40, 100, 400, 1000]) {
      const letter = letterOf(code, from)
      const today = addDays(from, after)
      const { route } = chooseAppeal(law, letter, today)
      const { road } = tell(law, letter, today)
      const said = [...callScript[road], ...callRules[road]].join('\n')
      const has = rights.some(({ program }) => program === 'CAP' || program === 'IA-appeal')
      if (!has || route === 'CDP' || route === 'EH')
        expect([code, after, said]).not.toEqual([
          code,
          after,
          expect.stringMatching(/Collection Appeals Program|CAP-P/),
        ])
    }
})
