import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { law } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

test('the guide is one press away and names who helps, as the law files do', async () => {
  await showApp()
  const link = screen.getByRole('link', { name: 'How to use Waymark' })
  expect(link.getAttribute('href')).toBe('#/guide')
  window.location.hash = '#/guide'
  const help = within(await screen.findByRole('region', { name: words.meaning.helpTitle }))
  expect(law.help.length).toBeGreaterThan(1)
  for (const { name, how } of law.help) {
    expect(help.getByText(name.en)).toBeTruthy()
    expect(help.getByText(how.en)).toBeTruthy()
  }
})
