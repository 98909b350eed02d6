import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { setLanguage, startLanguage } from '../../../src/renderer/i18n/language.ts'
import { words } from '../../../src/renderer/i18n/words.ts'
import { letterOf } from '../memory-api.ts'
import { showApp } from '../show-app.tsx'

afterEach(async () => {
  vi.restoreAllMocks()
  window.localStorage.clear()
  await cookieStore.delete('waymark-language')
  await words.changeLanguage('en')
})

test('one press changes every word on the screen, and the next start remembers it', async () => {
  await showApp([letterOf()])
  fireEvent.click(screen.getByRole('button', { name: 'Español' }))
  await screen.findByRole('heading', { name: 'Esta semana' })
  expect(document.documentElement.lang).toBe('es')
  await act(() => words.changeLanguage('en'))
  await act(() => startLanguage())
  await screen.findByRole('heading', { name: 'Esta semana' })
})

test('without a choice, the language is that of the system, and English if we do not have it', async () => {
  const system = vi.spyOn(window.navigator, 'languages', 'get')
  system.mockReturnValue(['eo', 'es-MX', 'en-US'])
  await startLanguage()
  expect(words.language).toBe('es')
  system.mockReturnValue(['eo'])
  await startLanguage()
  expect([words.language, document.documentElement.lang]).toEqual(['en', 'en'])
})

test('a chosen language beats the system’s', async () => {
  vi.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['es-MX'])
  await setLanguage('en')
  await startLanguage()
  expect(words.language).toBe('en')
})
