import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

/** A letter of deficiency whose last day has passed on the day of the test, February 10, 2026. */
const late = () => {
  const letter = letterOf({}, { noticeCode: 'CP3219N', noticeDate: '2025-10-01' as never })
  return { ...letter, confirmed: letter.reading?.facts ?? null }
}

test('a late letter asks first, and an answer moves its day', async () => {
  const letter = late()
  const { core } = await showApp([letter], `#/letter/${letter.id}`)
  // The first one stands in the answer, the other is the folded part below.
  fireEvent.click((await screen.findAllByRole('button', { name: 'Anything special?' }))[0] as HTMLElement)
  const card = await waitFor(
    () => document.querySelector<HTMLElement>('#special')?.parentElement as HTMLElement,
  )
  expect(document.body.textContent).toContain('do not take it as final')
  const question = within(card).getByRole('radiogroup', { name: /disaster area/ })
  fireEvent.click(within(question).getByRole('radio', { name: 'Yes' }))
  fireEvent.change(within(card).getByLabelText('First day of the disaster'), {
    target: { value: '12/20/2025' },
  })
  const declared = within(card).getByLabelText(/Day FEMA declared/)
  fireEvent.change(declared, { target: { value: '12/2/2025' } })
  const save = within(card).getByRole('button', { name: 'Save the answers' })
  fireEvent.click(save)
  await within(card).findByText('This day is before the other one.')
  expect(core.letters[0]?.special).toBeUndefined()
  fireEvent.change(declared, { target: { value: '12/22/2025' } })
  fireEvent.click(save)
  await waitFor(() =>
    expect(core.letters[0]?.special).toEqual({
      disaster: { says: 'yes', from: '2025-12-20', to: '2025-12-22', note: '' },
    }),
  )
  await waitFor(() =>
    expect(document.body.textContent).toContain('Without your special situation the last day is'),
  )
  expect(document.body.textContent).toContain('IRC 7508A')
})

test('the dates of all letters say that a late one is not final', async () => {
  await showApp([late()], '#/deadlines')
  const link = await screen.findByRole('link', { name: /Not final: first answer/ })
  expect(link.getAttribute('href')).toMatch(/^#\/letter\//)
})

test('what was stored for an unknown letter of the person is shown and decides nothing; the answer is for this letter', async () => {
  const yes = { says: 'yes' as const, from: null, to: null, note: '' }
  const [letter, other] = [{ ...late(), specialBefore: { abroad: yes } }, late()]
  const { core } = await showApp([letter, other], `#/letter/${letter.id}`)
  fireEvent.click((await screen.findAllByRole('button', { name: 'Anything special?' }))[0] as HTMLElement)
  const group = await screen.findByRole('group', { name: 'About this letter' })
  const question = within(group).getByRole('radiogroup', { name: /outside the United States/ })
  expect(question.textContent).toContain('for one of this person’s letters was “Yes”')
  expect(within(question).getByRole<HTMLInputElement>('radio', { name: 'Yes' }).checked).toBe(false)
  fireEvent.click(within(question).getByRole('radio', { name: 'No' }))
  fireEvent.click(screen.getByRole('button', { name: 'Save the answers' }))
  const of = (id: string) => core.letters.find((each) => each.id === id)?.special
  await waitFor(() => expect(of(letter.id)?.abroad?.says).toBe('no'))
  expect(of(other.id)?.abroad).toBeUndefined()
})
