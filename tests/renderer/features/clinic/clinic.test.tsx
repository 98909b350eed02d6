import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import type { HelpedLibrary } from '../../../../src/shared/contract/helper.ts'
import { say } from '../../../../src/shared/i18n/message.ts'
import { Day } from '../../../../src/shared/model/day.ts'
import { letterOf } from '../../memory-api.ts'
import { helperPassphrase } from '../../memory-helper.ts'
import { passphrase } from '../../memory-library.ts'
import { showApp } from '../../show-app.tsx'

const { clinic, settings, errors } = words
const letter = letterOf()
const client = (nth: number, part: Partial<HelpedLibrary> = {}): HelpedLibrary => ({
  grant: String(nth).padStart(32, '0'),
  name: `Client ${nth}`,
  problem: null,
  next: {
    letter: letter.id,
    person: `PERSON ${nth}`,
    state: 'open',
    title: { id: 'x', en: 'Final warning' },
    name: 'LT11',
    daysLeft: 30 - nth,
    mailBy: Day.parse('2026-02-20'),
    lastDay: Day.parse(`2026-03-${String(30 - nth).padStart(2, '0')}`),
    firmness: 'hard',
    unchecked: false,
    step: say('telling.next.noDay'),
  },
  also: { more: 0, waiting: 0, unread: nth === 1 ? 2 : 0, unchecked: 0, reading: 0 },
  doubt: null,
  ...part,
})
const gone = client(3, { problem: { code: 'library.not-there' }, next: null, also: null })
const locked = { keys: 'locked', allowed: false } as const
const rows = () => screen.getAllByRole('row').slice(1)

test('one passphrase shows every library, the most urgent first, and those that do not open with their reason', async () => {
  const { core } = await showApp([letter], '#/clinic', undefined, (memory) => {
    memory.helper = locked
    memory.helped = [gone, client(1), client(2)]
  })
  fireEvent.change(await screen.findByLabelText(clinic.passphrase), { target: { value: 'wrong' } })
  fireEvent.click(screen.getByRole('button', { name: clinic.open }))
  await screen.findByText(errors['helper.wrong-passphrase'])
  fireEvent.change(screen.getByLabelText(clinic.passphrase), { target: { value: helperPassphrase } })
  fireEvent.click(screen.getByRole('button', { name: clinic.open }))
  await screen.findByRole('table', { name: clinic.libraries })
  expect(rows().map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'Client 2',
    'Client 1',
    'Client 3',
  ])
  expect(rows()[0]?.textContent).toMatch(/28 days left.*LT11 Final warning.*PERSON 2/)
  expect(rows()[1]?.textContent).toContain('2 not readable')
  expect(rows()[2]?.textContent).toContain(errors['library.not-there'])
  fireEvent.click(screen.getByRole('button', { name: 'Client 2' }))
  await waitFor(() => expect(core.openedBy).toEqual([client(2).grant]))
  await waitFor(() => expect(window.location.hash).toBe('#/'))
})

test('a press on a letter opens its library, and then the letter', async () => {
  const { core } = await showApp([letter], '#/clinic', undefined, (memory) => {
    memory.helper = { keys: 'open', allowed: true }
    memory.helped = [client(1)]
  })
  fireEvent.click(await screen.findByRole('button', { name: /^LT11/ }))
  await waitFor(() => expect(window.location.hash).toBe(`#/letter/${letter.id}`))
  expect(core.openedBy).toEqual([client(1).grant])
})

test('a library that does not open after all says why, and the list stays', async () => {
  const { core } = await showApp([letter], '#/clinic', undefined, (memory) => {
    memory.helper = { keys: 'open', allowed: true }
    memory.helped = [client(1)]
  })
  core.failWith = 'helper.key-changed'
  fireEvent.click(await screen.findByRole('button', { name: 'Client 1' }))
  await screen.findByText(errors['helper.key-changed'])
  expect(rows()).toHaveLength(1)
})

test('Lock hides every library', async () => {
  await showApp([letter], '#/clinic', undefined, (memory) => {
    memory.helper = { keys: 'open', allowed: true }
    memory.helped = [client(1)]
  })
  await screen.findByText('Client 1')
  fireEvent.click(screen.getByRole('button', { name: settings.protection.lock }))
  await screen.findByLabelText(clinic.passphrase)
  expect(screen.queryByText('Client 1')).toBeNull()
})

test('a locked library leads a helper to the others, and nobody else', async () => {
  const { core, store } = await showApp([letter], '#/', undefined, (memory) => {
    memory.library = { kind: 'locked', passphrase: true }
  })
  await screen.findByRole('heading', { name: words.access.unlock.title })
  expect(screen.queryByRole('link', { name: clinic.to })).toBeNull()
  core.helper = locked
  core.revision += 1
  await store.refresh()
  await store.refresh()
  fireEvent.click(await screen.findByRole('link', { name: clinic.to }))
  window.location.hash = '#/clinic'
  await screen.findByLabelText(clinic.passphrase)
})

test('the settings let a helper in with both passphrases, and say what taking back does not do', async () => {
  const { core } = await showApp([letter], '#/settings', undefined, (memory) => {
    memory.helper = locked
    memory.library = { kind: 'open', isProtected: true }
    memory.info = { ...memory.info, isProtected: true }
  })
  const section = await screen.findByRole('region', { name: settings.helper.title })
  fireEvent.click(within(section).getByRole('button', { name: settings.helper.allow }))
  const type = (label: string, value: string) =>
    fireEvent.change(within(section).getByLabelText(label), { target: { value } })
  type(settings.protection.current, passphrase)
  type(clinic.passphrase, helperPassphrase)
  fireEvent.click(within(section).getByRole('button', { name: settings.helper.allowNow }))
  await within(section).findByText(settings.helper.allowed)
  expect(section.textContent).toContain('It does not change the key')
  fireEvent.click(within(section).getByRole('button', { name: settings.helper.takeBack }))
  await waitFor(() => expect(core.helper.allowed).toBe(false))
})
