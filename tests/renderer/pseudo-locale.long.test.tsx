import { act, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { words } from '../../src/renderer/i18n/words.ts'
import type { CaseEvent } from '../../src/shared/model/case-event.ts'
import { Day } from '../../src/shared/model/day.ts'
import { law, letterOf } from './memory-api.ts'
import { untranslated, usePseudoLocale } from './pseudo-locale.ts'
import { showApp } from './show-app.tsx'

beforeEach(usePseudoLocale)
afterEach(async () => {
  await words.changeLanguage('en')
})

/** Texts of the law and of the letter where they stand in a name or a hint, which cannot carry a language. */
const lawTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(lawTexts)
      : []
const byLength = (texts: string[]) =>
  [...new Set(texts)].filter((text) => text.length > 3).sort((a, b) => b.length - a.length)

const read = letterOf()
const facts = read.reading?.facts
const confirmed = { ...read, confirmed: facts ?? null }
const otherConfirmed = { ...letterOf(), confirmed: facts ?? null }
const failed = letterOf({
  status: { kind: 'failed', code: 'scan.damaged' },
  reading: null,
  fileName: '7.pdf',
})
const events: CaseEvent[] = [{ kind: 'conferenceRequested', day: Day.parse('2026-02-09'), note: '' }]
const data = byLength([
  ...lawTexts(law),
  ...lawTexts(facts),
  'ALMA EXAMPLE',
  '12 SAMPLE ST',
  'SPRINGFIELD, IL 62701',
  'letter.pdf',
  '7.pdf',
  'practice.pdf',
  '/home/ana/library.waymark',
  '/home/ana/backups',
  'SPRINGFIELD',
  ': IL⟧',
])

test('the check finds an untranslated word, and skips a marked one', () => {
  const page = document.createElement('div')
  page.innerHTML = '<p>⟦Ŀëŧŧëř⟧ <b aria-label="Close"></b><i lang="en">levy</i> hello</p>'
  expect(untranslated(page, [])).toEqual(['hello', 'Close'])
})

const screens: [string, Parameters<typeof showApp>][] = [
  ['the start without a letter', [[], '#/']],
  ['the start with letters', [[read, otherConfirmed, failed], '#/']],
  ['the letters', [[read, otherConfirmed, failed], '#/letters']],
  ['the guide', [[], '#/guide']],
  ['a letter to check', [[read], `#/letter/${read.id}`]],
  ['a confirmed letter', [[{ ...confirmed, events }], `#/letter/${read.id}`]],
  ['a letter that is late', [[confirmed], `#/letter/${read.id}`, '2026-09-01']],
  ['a letter that failed', [[failed], `#/letter/${failed.id}`]],
  ['the case', [[{ ...confirmed, events }, otherConfirmed], '#/case']],
  ['deadlines', [[{ ...confirmed, events }], '#/deadlines']],
  ['the list of removed letters', [[{ ...read, removed: true }], '#/trash']],
  ['a station', [[confirmed], '#/roadmap/coll-levy-notice']],
  ['settings', [[], '#/settings']],
  ['the keys', [[], '#/keys']],
  ['about', [[], '#/about']],
  ['a letter that is not there', [[], '#/letter/none']],
]

/** What is folded away is opened, so that it is looked at too. */
async function unfoldAll(): Promise<void> {
  for (const button of document.querySelectorAll('.disclosure-button'))
    await act(() => fireEvent.click(button))
}

test.each(screens)('%s holds no untranslated text', async (_, shown) => {
  await showApp(...shown)
  await unfoldAll()
  expect(untranslated(document.body, data)).toEqual([])
  expect(document.body.textContent).toContain('⟦')
})

test('the questions of an appeal hold no untranslated text', async () => {
  await showApp([{ ...confirmed, events }], `#/letter/${read.id}/appeal`)
  for (let pages = 1; pages < 30; pages += 1) {
    await unfoldAll()
    expect([pages, untranslated(document.body, data)]).toEqual([pages, []])
    const next = document.querySelector<HTMLElement>('.interview-ways .button.primary')
    if (!next) return expect(pages).toBeGreaterThan(12)
    const before = document.querySelector('#question-title')?.textContent
    await act(() => fireEvent.click(next))
    await waitFor(() => expect(document.querySelector('#question-title')?.textContent).not.toBe(before))
  }
})
