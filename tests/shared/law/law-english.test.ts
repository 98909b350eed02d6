import { expect, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { loadLaw } from '../../../src/main/content/law-files.ts'
import { textsToTranslate } from '../../../src/shared/content/law-texts.ts'
import { habits, habitsIn } from '../../english-habits.ts'

const texts = textsToTranslate(loadLaw('resources'), loadForms('resources'))

test('no text of the law has a habit of another language', () => {
  expect(texts.length).toBeGreaterThan(2000)
  expect(habitsIn(texts.map(({ id, en }) => [id, en]))).toEqual([])
})

test('a text with a habit is told with what to say instead', () => {
  expect(habitsIn([['notice.CP1.meaning', 'The IRS mostly waits.']])).toEqual([
    'notice.CP1.meaning: "The IRS mostly waits." has /\\bmostly\\b/i; say: usually',
  ])
  expect(habits.every(([, instead]) => instead !== '')).toBe(true)
})
