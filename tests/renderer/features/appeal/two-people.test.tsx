import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const read = letterOf()
const facts = read.reading?.facts ?? null
const jointFacts = facts && { ...facts, taxpayerName: 'CAROLINE W & GILBERT YARBOROUGH' }
const show = (confirmed: typeof facts) => {
  const letter = { ...read, confirmed }
  return showApp([letter], `#/letter/${letter.id}/appeal`)
}
const question = /names two people/

test('a letter to two people asks who owes and who signs, and the packet waits for the answer', async () => {
  const { core } = await show(jointFacts)
  await screen.findByRole('radiogroup', { name: question })
  expect(screen.getByText(/CAROLINE W YARBOROUGH and GILBERT YARBOROUGH\. Whoever doesn’t sign/)).toBeTruthy()
  fireEvent.click(screen.getByRole('tab', { name: 'Packet' }))
  const packet = await screen.findByRole('region', { name: 'Packet' })
  expect(within(packet).getByText(/Say whether both owe this debt/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText('We both owe it, and both of us sign'))
  await waitFor(() => expect(core.letters[0]?.answers.joint).toBe('bothSign'))
  expect(within(packet).queryByText(/Say whether both owe this debt/)).toBeNull()
  expect(screen.getByLabelText('Second taxpayer (joint debt only)')).toBeTruthy()
})

test('a letter to one person asks nothing of the kind', async () => {
  await show(facts)
  await screen.findByLabelText('Name')
  expect(screen.queryByRole('radiogroup', { name: question })).toBeNull()
})
