import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { textsIn } from '../../../src/shared/i18n/text-ids.ts'
import type { Law, Notice } from '../../../src/shared/law/law.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { day } from '../law/dated-letter.ts'
import { law, letterOf } from './any-letter.ts'

/** The same notice in words that no code can know. */
const unreadable = (notice: Notice): Notice => ({
  ...notice,
  steps: notice.steps.map((step) => ({ ...step, en: `Words of ${step.id}.` })),
  ifLate: [notice.ifLate].flat().map((part) => ({ ...part, en: `Words of ${part.id}.` })),
})
const other: Law = { ...law, notices: law.notices.map(unreadable) }

/** Which texts are said in which order, whatever they say. */
const shapeOf = (of: Law, code: string, days: number) => {
  const from = day('2026-03-02')
  const { nextStep, steps } = tell(of, letterOf(code, from, addDays(from, 30)), addDays(from, days))
  return [nextStep, ...steps].map(({ text, right }) => ({
    right,
    key: 'key' in text ? text.key : null,
    ids: textsIn(text).map(({ id }) => id),
  }))
}

test.each([0, 25, 40, 400])('which step comes next after %i days hangs on no English word', (days) => {
  for (const { code } of law.notices)
    expect({ code, shape: shapeOf(other, code, days) }).toEqual({ code, shape: shapeOf(law, code, days) })
})
