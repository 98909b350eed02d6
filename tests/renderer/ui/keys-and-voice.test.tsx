import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { partsOf } from '../../../src/renderer/ui/read-aloud.tsx'
import { letterOf } from '../memory-api.ts'
import { showApp } from '../show-app.tsx'

afterEach(() => {
  window.localStorage.clear()
  vi.unstubAllGlobals()
})
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key })

test('? shows every key, digits go to the main screens, / to the search', async () => {
  await showApp([letterOf()])
  press('?')
  await screen.findByRole('heading', { name: 'Keyboard' })
  press('2')
  await screen.findByRole('heading', { name: 'Deadlines' })
  press('/')
  expect(document.activeElement?.closest('search')).toBeTruthy()
})

test('a key typed into a box is no shortcut, nor is one with Ctrl', async () => {
  await showApp([letterOf()])
  press('2', document.querySelector('search input') as Element)
  fireEvent.keyDown(document.body, { key: '2', ctrlKey: true })
  expect(window.location.hash).toBe('#/')
})

test('single keys can be turned off, and stay off', async () => {
  await showApp([], '#/keys')
  fireEvent.click(screen.getByRole('checkbox', { name: 'Use single keys' }))
  press('2')
  await waitFor(() => expect(window.location.hash).toBe('#/keys'))
  expect((screen.getByRole('checkbox') as HTMLInputElement).checked).toBe(false)
})

const confirmed = () => {
  const letter = letterOf()
  return { ...letter, confirmed: letter.reading?.facts ?? null }
}

/** A system with these voices; what is spoken is written down. */
function voices(...list: { lang: string; localService: boolean }[]) {
  const said: { text: string; lang: string }[] = []
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string
      lang = ''
      voice = null
      onend = null
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => list.map((voice) => ({ ...voice })),
    speak: (each: { text: string; lang: string }) => said.push(each),
    cancel: vi.fn(),
  })
  return said
}

test('a letter is read aloud by a voice on this computer', async () => {
  const said = voices({ lang: 'en-US', localService: true })
  const letter = confirmed()
  await showApp([letter], `#/letter/${letter.id}`)
  fireEvent.click(await screen.findByRole('button', { name: 'Read this aloud' }))
  expect(said[0]).toMatchObject({
    text: 'Final warning before the IRS takes wages or bank money',
    lang: 'en',
  })
  expect(said.map(({ text }) => text).join(' ')).toContain('Your next step')
  fireEvent.click(screen.getByRole('button', { name: 'Stop reading' }))
  expect(window.speechSynthesis.cancel).toHaveBeenCalled()
})

test('a voice that sends text away is not used, and without a voice there is no button', async () => {
  voices({ lang: 'en-US', localService: false }, { lang: 'de-DE', localService: true })
  const letter = confirmed()
  await showApp([letter], `#/letter/${letter.id}`)
  await screen.findByText('Your next step')
  expect(screen.queryByRole('button', { name: 'Read this aloud' })).toBeNull()
})

test('collapsed text is not read, and each piece keeps its language', () => {
  const page = document.createElement('div')
  page.innerHTML = '<h2>Uno</h2><ul><li><span lang="en">Pay</span></li></ul><div hidden><p>No</p></div>'
  expect(partsOf(page)).toEqual([
    { text: 'Uno', lang: 'en' },
    { text: 'Pay', lang: 'en' },
  ])
})
