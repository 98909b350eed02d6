import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

test('without a list the help says how to get it; with one it names the clinics of the person’s state', async () => {
  const letter = letterOf()
  const { core } = await showApp([letter], `#/letter/${letter.id}`)
  await screen.findByText(/has no list of clinics yet/)
  window.location.hash = '#/settings'
  const section = await screen.findByRole('heading', { name: 'Clinics near you' })
  const input = section.closest('section')?.querySelector('input[type=file]')
  if (!input) throw new Error('no file field')
  fireEvent.change(input, {
    target: { files: [new File(['%PDF'], 'p4134.pdf', { type: 'application/pdf' })] },
  })
  await waitFor(() => expect(core.clinics?.clinics).toHaveLength(1))
  window.location.hash = `#/letter/${letter.id}`
  await screen.findByText('Clinics in Illinois')
  expect(document.body.textContent).toContain(
    'Sample Tax Clinic, Springfield: 217-555-0111. Also: Spanish and Polish',
  )
})
