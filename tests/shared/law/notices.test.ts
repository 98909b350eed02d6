import { describe, expect, test } from 'vitest'
import { loadLaw } from '../../../src/main/content/law-files.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import type { Deadline } from '../../../src/shared/model/deadline.ts'
import { datedLetter, day } from './dated-letter.ts'
import { noticeTable } from './notice-table.ts'

const law = loadLaw('resources')

const letterOf = (noticeCode: string) =>
  datedLetter(
    { noticeCode, noticeDate: '2026-11-12', terminationDate: '2026-12-14' },
    { nftlFiled: '2026-11-06', levyServed: '2026-11-10' },
  )

test('the table holds every notice of the catalog', () => {
  expect(noticeTable.map(([code]) => code).sort()).toEqual(law.notices.map(({ code }) => code).sort())
})

describe.each(noticeTable)('%s', (code, rights) => {
  const letter = letterOf(code)
  const wanted = rights === '' ? [] : rights.split('; ')
  const on = (today: string) => computeDeadlines(law, letter, day(today))
  const find = (rule: string, today: string): Deadline | undefined =>
    on(today).find((each) => each.rule === rule)

  test(`opens ${rights || 'no right'}`, () => {
    const found = on('2026-11-22').map(({ rule, lastDay, sendBy }) =>
      lastDay ? `${rule} ${lastDay} ${sendBy}` : `${rule} -`,
    )
    expect(found.sort()).toEqual([...wanted].sort())
  })

  const dated = wanted.filter((each) => !each.endsWith('-')).map((each) => each.split(' '))
  test.each(dated)('%s is open before %s, then the last day, then late', (rule = '', lastDay = '') => {
    const after = addDays(day(lastDay), 1)
    const before = addDays(day(lastDay), -1)
    expect([before, lastDay, after].map((today) => find(rule, today)?.state)).toEqual([
      'open',
      'lastDay',
      'late',
    ])
    expect(find(rule, after)?.daysLeft).toBe(-1)
    expect(find(rule, lastDay)?.sendBy).toBe(lastDay)
  })

  test('says what is still possible after a missed date', () => {
    const notice = law.notices.find((each) => each.code === code)
    expect(notice?.ifLate.en).toMatch(/\w.*\.$/)
    expect(notice?.ifNothing.en).toMatch(/\w.*\.$/)
  })
})
