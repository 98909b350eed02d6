import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const read = letterOf()
const facts = read.reading?.facts ?? null
const jointFacts = facts && { ...facts, taxpayerName: 'CAROLINE W & GILBERT YARBOROUGH' }
const show = (confirmed: typeof facts, at: string) => {
  const letter = { ...read, confirmed }
  return showApp([letter], `#/letter/${letter.id}/appeal/${at}`)
}
const question = 'Whose debt is it, and who signs?'

test('a letter to two people asks who owes and who signs, and nothing is ready before the answer', async () => {
  const { core } = await show(jointFacts, 'joint')
  await screen.findByRole('radiogroup', { name: question })
  expect(screen.getByText(/CAROLINE W YARBOROUGH and GILBERT YARBOROUGH\. Whoever doesn/)).toBeTruthy()
  const needed = () => screen.queryByText(/Say whether both owe this debt/)
  expect(needed()).toBeTruthy()
  fireEvent.click(screen.getByLabelText('We both owe it, and both of us sign'))
  await waitFor(() => expect(core.letters[0]?.answers.joint).toBe('bothSign'))
  expect(needed()).toBeNull()
  window.location.hash = window.location.hash.replace(/joint$/, 'second')
  await screen.findByRole('heading', { level: 1, name: 'Who is the second taxpayer?' })
  expect(screen.getByLabelText('Second taxpayer (joint debt only)')).toBeTruthy()
  window.location.hash = window.location.hash.replace(/second$/, 'signer')
  fireEvent.click(await screen.findByLabelText('My representative signs (Form 2848)'))
  expect(await screen.findByText(/One form cannot cover both spouses/)).toBeTruthy()
})

test('a letter to one person asks nothing of the kind', async () => {
  await show(facts, 'who')
  await screen.findByLabelText('Name')
  fireEvent.click(screen.getByRole('button', { name: 'Back' }))
  await screen.findByRole('heading', { level: 1, name: 'Which appeal fits this letter?' })
})
