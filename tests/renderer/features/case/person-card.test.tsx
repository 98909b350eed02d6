import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { noFacts } from '../../../../src/shared/model/letter.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const facts = { ...noFacts, noticeCode: 'CP14', taxpayerName: 'ALMA EXAMPLE' }
const roleOf = () => screen.getByLabelText<HTMLSelectElement>(words.case.role).value

async function chooseClient(failWith: string | null) {
  const { core, api } = await showApp([letterOf({ confirmed: facts })], '#/case')
  const save = api['person:save']
  const writing = Promise.withResolvers<void>()
  api['person:save'] = async (person) => {
    await writing.promise
    return save(person)
  }
  core.failWith = failWith
  fireEvent.change(await screen.findByLabelText(words.case.role), { target: { value: 'client' } })
  return { core, written: writing.resolve }
}

test('a role that was chosen stands while it is being saved, and after', async () => {
  const { core, written } = await chooseClient(null)
  await Promise.resolve()
  expect(roleOf()).toBe('client')
  written()
  await screen.findByText(words.save.saved)
  expect(roleOf()).toBe('client')
  expect(core.people[0]?.role).toBe('client')
})

test('a role that could not be saved is not shown as if it were', async () => {
  const { written } = await chooseClient('library.busy')
  written()
  await screen.findByText(words.errors['library.busy'])
  expect(roleOf()).toBe('')
})
