import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Day } from '../../../../src/shared/model/day.ts'
import { type LetterFacts, LetterId, noFacts } from '../../../../src/shared/model/letter.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'
import { openParts, partOf } from './open-parts.ts'

const id = (end: string) => LetterId.parse(`00000000-0000-4000-8000-0000000000${end}`)
const letter = (end: string, noticeCode: string, noticeDate: string, facts: Partial<LetterFacts> = {}) => ({
  ...letterOf(),
  id: id(end),
  confirmed: { ...noFacts, noticeCode, noticeDate: Day.parse(noticeDate), tinLast4: '1234', ...facts },
})

test('a number used for approvals and denials asks which it is, and the answer is stored', async () => {
  const own = letter('11', 'L4711', '2026-01-30')
  const { core } = await showApp([own], `#/letter/${own.id}`)
  fireEvent.click(await screen.findByRole('button', { name: 'It says yes' }))
  await waitFor(() =>
    expect(core.letters[0]?.events).toMatchObject([{ kind: 'requestGranted', day: '2026-01-30' }]),
  )
  await screen.findByText('You said: the letter says yes.')
  fireEvent.click(screen.getByRole('button', { name: 'It says no' }))
  await waitFor(() => expect(core.letters[0]?.events).toMatchObject([{ kind: 'requestRefused' }]))
})

test('a number that is not in the catalog still says what to do', async () => {
  const own = letter('12', 'CP599', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`)
  await screen.findByRole('heading', { name: 'Your next step' })
  openParts()
  const steps = partOf('What to do')
  expect(within(steps).getAllByRole('listitem').length).toBeGreaterThan(1)
})

test('a letter known by name says its kind and its stop, and tells no right and no day of its own', async () => {
  const own = letter('14', 'LT18', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`)
  await screen.findByText(/We know this letter by name only: no answer about an overdue return/i)
  expect(screen.getByText(/We do not know what rights come with this letter/)).toBeTruthy()
  expect(screen.queryByText(/no appeal right comes with this letter/)).toBeNull()
  expect(screen.queryByText(/We do not know this notice yet/)).toBeNull()
  const next = screen.getByRole('heading', { name: 'Your next step' }).parentElement as HTMLElement
  expect(next.textContent).toMatch(/Read page 1 and look for a date/)
  expect(within(next).queryByRole('link')).toBeNull()
  const where = screen.getByRole('heading', { name: 'Where you are' }).parentElement as HTMLElement
  expect(where.textContent).toMatch(/Phone-and-letter collection/)
  expect(document.querySelector('h1')?.textContent).toBe('The IRS has no answer about an overdue return')
  expect(document.querySelector('.letter-number')?.textContent).toMatch(/LT18: No answer about an overdue/)
})

test('a variant is shown under its own number and title', async () => {
  const own = letter('15', 'CP87D', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`)
  await screen.findByText(/filed a return with a spouse/)
  expect(document.querySelector('h1')?.textContent).toBe('Your dependent filed a joint return')
  expect(document.querySelector('.letter-number')?.textContent).toMatch(/CP87D/)
  expect(screen.queryByText(/CP87A/)).toBeNull()
})

test('a missed deadline says what is still possible', async () => {
  const own = letter('13', 'LT11', '2025-10-01')
  await showApp([own], `#/letter/${own.id}`)
  const steps = (await screen.findByRole('heading', { name: 'What to do' })).parentElement
  expect(steps?.textContent).toMatch(/Ask for an equivalent hearing/)
  expect(steps?.textContent).not.toMatch(/by the mail-by date/)
})

test('other letters of the same person and year are read together', async () => {
  const [old, own] = [letter('14', 'CP14', '2025-10-01'), letter('15', 'CP501', '2026-01-12')]
  await showApp([old, own], `#/letter/${own.id}`)
  await screen.findByText(/This letter takes over the amount and the day of CP14/)
})

test('outdated facts carry a warning', async () => {
  const own = letter('16', 'CP14', '2027-12-01')
  await showApp([own], `#/letter/${own.id}`, '2027-12-10')
  await screen.findByText(/more than a year ago/)
})

test('a letter is moved to Done and reopened', async () => {
  const own = letter('17', 'LT11', '2026-01-30')
  const { core } = await showApp([own], `#/letter/${own.id}`)
  fireEvent.click(await screen.findByRole('button', { name: 'Put it away' }))
  await waitFor(() => expect(core.letters[0]?.events).toMatchObject([{ kind: 'letterDone' }]))
  fireEvent.click(await screen.findByRole('button', { name: 'Take it up again' }))
  await waitFor(() => expect(core.letters[0]?.events).toEqual([]))
})

test('the seven answers contain the letter’s own numbers and dates', async () => {
  const earlier = letter('18', 'CP504', '2025-10-01')
  const own = letter('19', 'LT11', '2026-01-30', { amountDue: '9533.53', taxPeriods: ['2022'] })
  const before = { ...earlier, confirmed: { ...earlier.confirmed, taxPeriods: ['2022'] } }
  await showApp([before, own], `#/letter/${own.id}`)
  await screen.findByRole('heading', { name: 'Your next step' })
  openParts()
  const answers = [
    'What this letter is',
    'Where you are',
    'How you got here',
    'What to do',
    'Your rights and days',
    'More information',
    'Where to get help',
  ].map((name) => partOf(name).textContent)
  expect(answers[0]).toMatch(/LT11 of January 30, 2026.*2022.*\$9,533\.53/)
  expect(answers[2]).toMatch(/CP504.*October 1, 2025/)
  expect(answers[3]).toMatch(
    /Ask for a hearing: fill in Form 12153\. Mail it by Wednesday, February 25, 2026\..*Equivalent hearing: only after.*until February 1, 2027/,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Which appeal fits: three questions' }))
  const [first] = within(partOf('Your rights and days')).getAllByText('Yes')
  expect(first?.parentElement?.textContent).toContain('Collection Due Process hearing still open?')
  fireEvent.click(screen.getByRole('button', { name: 'How others went on from here' }))
  expect(screen.getAllByRole('link', { name: 'Ask for a CDP hearing' }).length).toBeGreaterThan(0)
})

test('a plan review is a call: the first step, the day, and no word of sending', async () => {
  const own = letter('21', 'CP522P', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`, '2026-02-02')
  const step = (await screen.findByRole('heading', { name: 'Your next step' })).parentElement as HTMLElement
  expect(step.textContent).toMatch(
    /Call the number on the notice within 10 days.*asks for it by.*February 9, 2026/,
  )
  expect(step.textContent).not.toMatch(/last day/i)
  openParts()
  const card = (await screen.findByRole('heading', { name: 'Call about your plan' })).closest('article')
  expect(card?.textContent).toMatch(/Asked for by.*To be safe.*Call today.*the plan goes into default/)
  expect(card?.textContent).not.toMatch(/(send|mail) it by/i)
})

test('a petition says where and how, and not to the IRS; late, a clinic and what can move the day', async () => {
  const own = letter('22', 'CP3219A', '2025-07-01')
  await showApp([own], `#/letter/${own.id}`, '2026-02-02')
  const step = (await screen.findByRole('heading', { name: 'Your next step' })).parentElement as HTMLElement
  expect(step.textContent).toMatch(/has passed: it was September 29, 2025.*a free tax clinic today/)
  const steps = screen.getByRole('heading', { name: 'What to do' }).parentElement as HTMLElement
  expect(steps.textContent).toMatch(/usually too late.*see a tax clinic at once/)
  expect(steps.textContent).not.toMatch(/file a petition/)
  openParts()
  const card = (await screen.findByRole('heading', { name: 'Tax Court petition' })).closest('article')
  expect(card?.textContent).toMatch(
    /DAWSON.*400 Second Street NW.*A letter to the IRS is not a petition.*\$60/,
  )
  fireEvent.click(within(card as HTMLElement).getByText(/^This date can be later for you/))
  expect(card?.textContent).toMatch(/FEMA.*combat zone.*Bankruptcy/)
})

test('what a letter only asked for is never told as a lost right', async () => {
  const own = letter('23', 'CP2000', '2025-10-01', { respondByDate: Day.parse('2025-10-31') })
  await showApp([own], `#/letter/${own.id}`, '2026-02-02')
  await screen.findByRole('heading', { name: 'Your next step' })
  openParts()
  const card = (await screen.findByRole('heading', { name: 'Answer or ask for Appeals' })).closest('article')
  expect(card?.textContent).toMatch(
    /asked for 94 days ago.*Asked for by.*no right ended with it, so do it now/,
  )
  expect(card?.textContent).not.toMatch(/Last day|is over|lost/)
})

test('the two years of innocent spouse relief stand on the notice that starts them, after its own rights', async () => {
  const own = letter('24', 'LT11', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`, '2026-02-02')
  await screen.findByRole('heading', { name: 'Your next step' })
  openParts()
  const card = (await screen.findByRole('heading', { name: 'Innocent spouse relief' })).closest('article')
  expect(card?.textContent).toMatch(
    /Last day, estimated.*January 30, 2028.*Only if the tax is from a joint return/,
  )
  const names = screen.getAllByRole('article').map((each) => within(each).getByRole('heading').textContent)
  expect(names.indexOf('Innocent spouse relief')).toBeGreaterThan(
    names.indexOf('Collection Due Process hearing'),
  )
})

test('a Spanish number says which notice it is', async () => {
  const own = letter('25', 'CP623', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`, '2026-02-02')
  await screen.findByText('CP623 is CP523 in Spanish: the same notice, with the same rights.')
})

test('the list of letters tells a day that is only asked for, and an estimated one, from a firm one', async () => {
  const own = [
    letter('31', 'LT11', '2026-01-30'),
    letter('32', 'CP522P', '2026-01-30', { tinLast4: '2222' }),
    letter('33', 'CP504', '2026-01-30', { tinLast4: '3333' }),
  ]
  await showApp(own, '#/letters', '2026-02-02')
  const rows = await screen.findAllByText(/days left/, { selector: '.letter-row-date *' })
  const words = rows.map((each) => each.closest('.letter-row-date')?.textContent ?? '')
  const of = (name: string) => words.find((each) => each.includes(name))
  expect(of('Collection Due Process hearing')).not.toMatch(/asked for|estimated/)
  expect(of('Call about your plan')).toMatch(/asked for by then/)
  expect(of('Collection Appeals Program')).toMatch(/estimated/)
})

test('each option says what it does and what it costs', async () => {
  const own = letter('31', 'LT11', '2026-01-30')
  await showApp([own], `#/letter/${own.id}`)
  const options = await screen.findByRole('region', { name: 'What you can do' })
  expect(options.textContent).toMatch(
    /The IRS can’t levy until the hearing.* you can go to Tax Court\. What it costs: the IRS gets more time to collect\./,
  )
  expect(options.textContent).toMatch(/the IRS usually holds off\. No court can review the decision\./)
  expect(options.textContent).not.toMatch(/On hold meanwhile|By law the levy/)
})
