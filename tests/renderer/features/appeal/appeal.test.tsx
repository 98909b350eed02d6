import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { longestWait } from '../../../support.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const read = letterOf()
const letter = { ...read, confirmed: read.reading?.facts ?? null }
const open = (question = '') => showApp([letter], `#/letter/${letter.id}/appeal/${question}`)
const go = (question: string) => {
  window.location.hash = `#/letter/${letter.id}/appeal/${question}`
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('while a CDP hearing is open, the better form is named with its deadline', async () => {
  await open()
  await screen.findByRole('heading', { name: /fits best \(Form 12153\)/ })
  expect(screen.getByText(/Last day: Monday, March 2, 2026/)).toBeTruthy()
  screen.getByRole('heading', { name: /^Form 12153, Request for a Collection Due Process/ })
  fireEvent.click(screen.getByLabelText('Form 9423 instead'))
  await screen.findByRole('heading', { name: /^Form 9423, Collection Appeal Request/ })
})

test('the draft follows the typing, and what is typed is saved automatically', async () => {
  const { core } = await open('own')
  type('Why is it wrong?', 'I paid this in May.')
  const draft = screen.getByRole('region', { name: 'Draft' })
  await within(draft).findByText(/I paid this in May\./)
  await waitFor(() => expect(core.letters[0]?.answers.whyWrong).toBe('I paid this in May.'))
  await screen.findByText('Saved')
})

test('leaving the screen saves at once', async () => {
  const { core } = await open('reach')
  // No timer ends from here on, so that the one that saves a moment after the typing cannot be what saved.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    type('Home phone', '555-0100')
    window.location.hash = '#/'
    const end = performance.now() + longestWait
    while (performance.now() < end && core.letters[0]?.answers.homePhone !== '555-0100')
      await new Promise((later) => setImmediate(later))
    expect(core.letters[0]?.answers.homePhone).toBe('555-0100')
  } finally {
    vi.useRealTimers()
  }
})

test('a fresh list from the core does not overwrite what is being typed', async () => {
  const { change, store } = await open('who')
  type('Name', 'ALMA B EXAMPLE')
  await change(letter.id, { status: { kind: 'read' } })
  await store.refresh()
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('ALMA B EXAMPLE')
})

test('text that cannot be saved stays, says why, and is saved on another attempt', async () => {
  const { core } = await open('who')
  core.failWith = 'library.disk-full'
  type('Name', 'ALMA EXAMPLE')
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  core.failWith = null
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(core.letters[0]?.answers.name).toBe('ALMA EXAMPLE'))
})

test('each value of the draft says where it comes from', async () => {
  await open('own')
  type('Why is it wrong?', 'I paid this in May.')
  const draft = screen.getByRole('region', { name: 'Draft' })
  const blockOf = (block: string) =>
    within(draft).getByText(block, { selector: '.draft-number' }).closest('.draft-block') as HTMLElement
  within(blockOf('3')).getByText('From the letter')
  within(blockOf('2')).getByText('From the rules')
  const why = (await within(draft).findByText(/I paid this in May\./)).closest('li') as HTMLElement
  within(why).getByText('Said by you')
  go('who')
  await screen.findByRole('heading', { level: 1, name: /name and address/ })
  type('Name', 'ALMA EXAMPLE')
  await within(blockOf('3')).findByText('Said by you')
})

test('a ticked step keeps its date, which may be corrected but not set to the future', async () => {
  const { core } = await open('look')
  fireEvent.click(screen.getByRole('button', { name: 'Checklist' }))
  const list = await screen.findByRole('region', { name: 'Checklist' })
  const done = () => core.letters[0]?.answers.done.map(({ day }) => day)
  fireEvent.click(within(list).getAllByRole('checkbox')[0] as HTMLElement)
  await waitFor(() => expect(done()).toEqual(['2026-02-10']))
  const day = within(list).getByLabelText(/^Done on/)
  fireEvent.change(day, { target: { value: '2/30/2027' } })
  await within(list).findByText(/not a day we can use/)
  fireEvent.change(day, { target: { value: '2/9/2026' } })
  await waitFor(() => expect(done()).toEqual(['2026-02-09']))
  fireEvent.click(within(list).getAllByRole('checkbox')[0] as HTMLElement)
  await waitFor(() => expect(done()).toEqual([]))
})

test('a call is logged with the person’s name, the time, and what was promised', async () => {
  const { core } = await open('events')
  const form = screen.getByRole('form', { name: 'Add this day' })
  const fill = (label: string, value: string) =>
    fireEvent.change(within(form).getByLabelText(label), { target: { value } })
  fill('What', 'phoneCall')
  fill('On which day', '2/9/2026')
  fill('With whom (name and ID)', 'Ms. Example, 100-0')
  fill('What was promised, and by when', 'hold until March 9')
  fireEvent.click(within(form).getByRole('button', { name: 'Add this day' }))
  const note = 'With Ms. Example, 100-0; promised: hold until March 9'
  await waitFor(() =>
    expect(core.letters[0]?.events).toMatchObject([{ kind: 'phoneCall', day: '2026-02-09', note }]),
  )
})

test('a conference is recorded with its date; a future date is not', async () => {
  const { core } = await open('events')
  type('On which day', '2/31/2026')
  fireEvent.click(screen.getByRole('button', { name: 'Add this day' }))
  await screen.findByText(/This is not a day we can use/)
  type('On which day', '2/11/2026')
  fireEvent.click(screen.getByRole('button', { name: 'Add this day' }))
  await screen.findByText(/still to come/)
  type('On which day', '2/9/2026')
  fireEvent.click(screen.getByRole('button', { name: 'Add this day' }))
  await waitFor(() =>
    expect(core.letters[0]?.events).toEqual([{ kind: 'conferenceRequested', day: '2026-02-09', note: '' }]),
  )
})

test('the packet is made after typed text is stored', async () => {
  const { core } = await open('who')
  type('Name', 'ALMA C EXAMPLE')
  fireEvent.click(screen.getByRole('link', { name: 'Print or save' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Make the packet' }))
  await screen.findByText('The packet has 5 pages.')
  expect(core.namesInPackets).toEqual(['ALMA C EXAMPLE'])
})

test('a chosen reason asks for its facts, and appears in the draft with the offer', async () => {
  await open('reasons')
  fireEvent.click(screen.getByLabelText('I paid, or my payment was booked wrongly'))
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  await screen.findByRole('heading', { level: 1, name: 'I paid, or my payment was booked wrongly' })
  type('Your facts: I paid, or my payment was booked wrongly', 'I paid $500 on May 2, 2025.')
  go('offers')
  fireEvent.click(await screen.findByLabelText('Pay by the month'))
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  await screen.findByRole('heading', { level: 1, name: 'Pay by the month' })
  type('Amount: Pay by the month', '$250')
  const draft = screen.getByRole('region', { name: 'Draft' })
  await within(draft).findByText(/I paid \$500 on May 2, 2025\./)
  await within(draft).findByText(/I offer to pay \$250 a month, beginning on _+\. Write the day\./)
})

test('a way of sending says what counts as on time: listed carriers alone, and the day of arrival of an upload', async () => {
  await open('sent')
  const how = await screen.findByLabelText('How')
  fireEvent.change(how, { target: { value: 'carrier' } })
  expect(document.body.textContent).toContain('only listed services count as mail')
  fireEvent.change(how, { target: { value: 'upload' } })
  expect(document.body.textContent).toContain('they count on the day they arrive')
})

test('a mailing is recorded and becomes an event', async () => {
  const { core } = await open('sent')
  const form = await screen.findByRole('form', { name: 'What I sent' })
  fireEvent.change(within(form).getByLabelText(/Number of the receipt/), { target: { value: '7020 0001' } })
  fireEvent.change(within(form).getByLabelText('On which day'), { target: { value: '2/9/2026' } })
  fireEvent.click(within(form).getByRole('button', { name: 'Write it down' }))
  await waitFor(() => expect(core.letters[0]?.mailings[0]?.number).toBe('7020 0001'))
  await waitFor(() => expect(core.letters[0]?.events[0]?.kind).toBe('hearingRequestMailed'))
})

test('the fields of a Form 9423 are used only after the person confirms them', async () => {
  const { core } = await open('look')
  core.formTemplates = [
    {
      id: 'b',
      form: '9423',
      fileName: 'f9423.pdf',
      revision: null,
      title: null,
      mapped: false,
      toMap: {
        facts: ['name', 'city', 'state'],
        fields: [
          { name: 'a.Q1', type: 'text', page: 1, label: 'Name' },
          { name: 'a.Q9', type: 'text', page: 1, label: 'State' },
        ],
        proposal: { 'a.Q1': 'name', 'a.Q9': 'city' },
      },
    },
  ]
  fireEvent.click(screen.getByRole('link', { name: /Print or save$/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Official forms' }))
  fireEvent.change(await screen.findByLabelText(/Field 2 \(Q9\), page 1/), { target: { value: 'state' } })
  fireEvent.click(screen.getByRole('button', { name: 'I compared them. Use this.' }))
  await waitFor(() => expect(core.mapped).toEqual({ 'a.Q1': 'name', 'a.Q9': 'state' }))
})

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

test('one question a page: the heading takes the focus, Next and Back lead on, and the address follows', async () => {
  await open()
  await title('Which appeal fits this letter?')
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  const who = await title('Are your name and address right?')
  await waitFor(() => expect(document.activeElement).toBe(who))
  expect(window.location.hash).toBe(`#/letter/${letter.id}/appeal/who`)
  screen.getByText('Step 2 of 10: About you')
  fireEvent.click(screen.getByRole('button', { name: 'Back' }))
  await title('Which appeal fits this letter?')
})

test('Enter in a box of one line goes on to the next question', async () => {
  await open('reach')
  type('Home phone', '555-0100')
  fireEvent.submit(screen.getByLabelText('Home phone').closest('form') as HTMLFormElement)
  await title('Do you want your taxpayer number typed?')
})

test('who comes back finds the question where they left', async () => {
  const { core } = await open()
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  await title('Are your name and address right?')
  await waitFor(() => expect(core.letters[0]?.answers.at).toBe('who'))
  window.location.hash = '#/'
  await screen.findByRole('heading', { level: 1, name: /Home|this week|next/i }).catch(() => null)
  window.location.hash = `#/letter/${letter.id}/appeal`
  await title('Are your name and address right?')
})

test('a box of the form leads to its question, and what is still missing leads to its own', async () => {
  await open()
  const draft = screen.getByRole('region', { name: 'Draft' })
  fireEvent.click(within(draft).getByRole('link', { name: /Best time to call/ }))
  await title('How can the IRS reach you?')
  go('look')
  await title('Look it over')
  const stops = screen.getByText(/must be filled before you send this:/).closest('.callout') as HTMLElement
  const links = within(stops).getAllByRole('link')
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link.getAttribute('href')).toMatch(/\/appeal\/(who|reasons|offers|where)$/)
  fireEvent.click(links.at(-1) as HTMLElement)
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1, name: 'Look it over' })).toBeNull())
})

test('a sentence of the statement leads to the answer that it was made from', async () => {
  await open('own')
  type('Why is it wrong?', 'I paid this in May.')
  go('look')
  await title('Look it over')
  fireEvent.click(await screen.findByRole('link', { name: 'I paid this in May.' }))
  await title('Is there more to say?')
})
