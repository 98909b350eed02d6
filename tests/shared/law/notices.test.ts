import { describe, expect, test } from 'vitest'
import { folderFiles } from '../../../src/main/content/content-files.ts'
import { noticeFilesIn } from '../../../src/main/content/notice-files.ts'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { partsOf } from '../../../src/shared/law/advice.ts'
import { law } from '../../law.ts'
import { day } from './dated-letter.ts'
import { deadlineOf, workedIn, workedProblems } from './worked-examples.ts'

const worked = workedIn(noticeFilesIn(folderFiles('resources')))

test('every last day that somebody worked out by hand is what the program counts', () => {
  expect(worked.flatMap((each) => workedProblems(law, each))).toEqual([])
})

const examples = worked.flatMap(({ code, worked: own }) =>
  own.map((example) => [code, example.rule, example] as const),
)
test.each(examples)(
  '%s, %s: open before the last day, then the last day, then late',
  (code, rule, example) => {
    const last = example.lastDay
    const on = (today: string) => deadlineOf(law, code, example, day(today))
    const after = addDays(last, 1)
    expect([rule, on(addDays(last, -1))?.state, on(last)?.state, on(after)?.state]).toEqual([
      rule,
      'open',
      'lastDay',
      'late',
    ])
    expect(on(after)?.daysLeft).toBe(-1)
    expect(on(last)?.sendBy).toBe(last)
  },
)

describe('what is still possible after a missed date', () => {
  test.each(law.notices.map((notice) => [notice.code, notice] as const))('%s', (_code, notice) => {
    for (const text of [...partsOf(notice.ifLate), ...partsOf(notice.ifNothing)])
      expect(text.en).toMatch(/\w.*[.)]$/)
  })
})
