import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { timelineScale } from '../../../../src/renderer/features/deadlines/timeline-scale.ts'
import { english } from '../../../../src/shared/i18n/english.ts'
import { weekdayDay } from '../../../../src/shared/i18n/format-facts.ts'
import { Day } from '../../../../src/shared/model/day.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { law, letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const confirmed = (facts = {}) => {
  const letter = letterOf({}, facts)
  return { ...letter, confirmed: letter.reading?.facts ?? null }
}
const cp504 = () => confirmed({ noticeCode: 'CP504', noticeDate: '2026-02-02' })

test('the timeline shows every upcoming deadline in words: how long, how firm, of which letter', async () => {
  await showApp([confirmed(), letterOf({}, { noticeDate: '2026-01-15' as never })], '#/deadlines')
  const rows = within(screen.getByRole('region', { name: 'Your days at a glance' })).getAllByRole('listitem')
  expect(rows[0]?.textContent).toContain('Tue, Feb 17, 2026, 7 days left, Estimate')
  expect(rows[1]?.textContent).toContain('Mon, Mar 2, 2026, 20 days left, Firm')
})

test('asked, talked: each is recorded with its date, and the next deadline starts', async () => {
  const letter = { ...cp504(), events: [{ kind: 'conferenceRequested', day: '2026-02-06', note: '' }] }
  const { core } = await showApp([letter as never], '#/deadlines')
  const strip = screen.getByRole('region', { name: 'The manager conference' })
  expect(strip.textContent).toContain('The manager should call by Tuesday, February 10, 2026')
  fireEvent.click(within(strip).getByRole('button', { name: 'We spoke' }))
  fireEvent.change(within(strip).getByLabelText('On which day'), { target: { value: '2/11/2026' } })
  fireEvent.click(within(strip).getByRole('button', { name: 'Write it down' }))
  await within(strip).findByText(/still to come/)
  fireEvent.change(within(strip).getByLabelText('On which day'), { target: { value: '2/10/2026' } })
  fireEvent.click(within(strip).getByRole('button', { name: 'Write it down' }))
  await waitFor(() =>
    expect(core.letters[0]?.events.map(({ kind, day }) => [kind, day])).toEqual([
      ['conferenceRequested', '2026-02-06'],
      ['conferenceHeld', '2026-02-10'],
    ]),
  )
  // Three business days after February 10.
  await within(strip).findByText('By Friday, February 13, 2026')
  fireEvent.click(within(strip).getByRole('button', { name: 'Take back: You speak with the manager' }))
  await waitFor(() => expect(core.letters[0]?.events).toHaveLength(1))
})

test('late is said calmly: what is still possible comes first', async () => {
  await showApp([confirmed()], '#/deadlines', '2026-09-01')
  const late = screen.getByRole('region', { name: 'Dates that have passed' })
  expect(late.textContent).toMatch(
    /What you can still do:.*equivalent hearing.*Collection Due Process hearing: March 2, 2026/,
  )
})

test('the count is shown on a calendar', async () => {
  await showApp([confirmed()], '#/deadlines')
  fireEvent.click(screen.getAllByRole('button', { name: 'Why, and how it is counted' })[0] as HTMLElement)
  const month = await screen.findByRole('table', { name: 'March 2026' })
  expect(
    within(month)
      .getByText(/end of the count/)
      .closest('td')?.textContent,
  ).toContain('2')
})

test('the timeline ends with the last deadline, but a distant one does not squeeze the near ones together', () => {
  const day = (text: string) => Day.parse(text)
  const near = timelineScale(day('2026-02-10'), [day('2026-02-13'), day('2026-04-20')])
  expect([near.at(day('2026-02-10')), near.isBeyond(day('2026-04-20'))]).toEqual([0, false])
  expect(near.months).toEqual(['2026-03-01', '2026-04-01'])
  const far = timelineScale(day('2026-12-20'), [day('2027-12-01')])
  expect([far.end, far.at(day('2027-12-01')), far.isBeyond(day('2027-12-01'))]).toEqual([
    '2027-04-19',
    100,
    true,
  ])
  expect(far.months[0]).toBe('2027-01-01')
})

test('the screen and the letter page say the same next step and last day, early and late', async () => {
  for (const today of ['2026-02-10', '2026-09-01', '2028-09-01']) {
    const letter = confirmed()
    const { telling } = caseAmong(law, [letter], letter, Day.parse(today))
    const next = english(telling.nextStep.text)
    const { view, store } = await showApp([letter], `#/letter/${letter.id}`, today)
    expect(document.body.textContent).toContain(next)
    store.stop()
    view.unmount()
    const shown = await showApp([letter], '#/deadlines', today)
    const text = document.body.textContent ?? ''
    if (telling.lastDay && telling.lastDay >= today) expect(text).toContain(weekdayDay(telling.lastDay))
    if (telling.state === 'lateNextOpen' || telling.state === 'allOver') expect(text).toContain(next)
    shown.store.stop()
    shown.view.unmount()
  }
})
