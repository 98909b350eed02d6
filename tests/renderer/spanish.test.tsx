import { act, cleanup, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { words } from '../../src/renderer/i18n/words.ts'
import { letterOf } from './memory-api.ts'
import { showApp } from './show-app.tsx'

beforeEach(() => words.changeLanguage('es'))
afterEach(() => words.changeLanguage('en'))

/** What stays English in every language: what a form prints or is sent with, citations, addresses of pages. */
const staysEnglish = '.as-printed, .draft-text, .sources, .language-switch'
const isCitation = (text: string) => !/(?<![\w./])[a-z]{4,}(?!\w*[.:]\w)/.test(text)
const isPrinted = (text: string) => /^(English|Letter|Notice|Form) ?[\w-]*$/.test(text)

function inEnglish(): string[] {
  const marked = [...document.querySelectorAll('[lang=en]')].filter((each) => !each.closest(staysEnglish))
  const texts = marked.map((each) => each.textContent ?? '')
  return [...new Set(texts)].filter((text) => !isCitation(text) && !isPrinted(text))
}

async function unfoldAll(): Promise<void> {
  for (const button of document.querySelectorAll('.disclosure-button'))
    await act(() => fireEvent.click(button))
}

const { reading, ...letter } = letterOf()
const of = (noticeCode: string) => ({
  ...letter,
  reading,
  confirmed: reading ? { ...reading.facts, noticeCode } : null,
})

test.each([
  ['LT11', '2026-02-10'],
  ['CP523', '2026-09-01'],
  ['CP2000', '2026-02-10'],
])('on a Spanish screen of %s on %s, none of our own words are English', async (code, today) => {
  await showApp([of(code)], `#/letter/${letter.id}`, today)
  await unfoldAll()
  expect(inEnglish()).toEqual([])
  expect(document.body.textContent).toContain('Esta traducción es nuestra')
  cleanup()
  await showApp([of(code)], `#/letter/${letter.id}/appeal`, today)
  let pages = 1
  for (; pages < 30; pages += 1) {
    expect([pages, inEnglish()]).toEqual([pages, []])
    const next = document.querySelector<HTMLElement>('.interview-ways .button.primary')
    if (!next) break
    const before = document.querySelector('#question-title')?.textContent
    await act(() => fireEvent.click(next))
    await waitFor(() => expect(document.querySelector('#question-title')?.textContent).not.toBe(before))
  }
  // A letter that opens no appeal has nothing to fill in.
  expect(pages > 12).toBe(code !== 'CP2000')
})

test('a station is completely in Spanish, and says whose translation it is', async () => {
  await showApp([of('LT11')], '#/roadmap/coll-levy-notice')
  await unfoldAll()
  expect(inEnglish()).toEqual([])
  expect(document.body.textContent).toContain('Esta traducción es nuestra')
})
