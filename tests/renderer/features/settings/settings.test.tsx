import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showApp } from '../../show-app.tsx'

test('the settings show where the letters are and how large the file is', async () => {
  await showApp([], '#/settings')
  const place = within(await screen.findByRole('region', { name: 'Where your letters are' }))
  expect(await place.findByText('/home/ana/library.waymark')).toBeTruthy()
  expect(place.getByText('1.2 MB')).toBeTruthy()
})
