import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { type Library, openLibrary } from '../../../src/main/storage/open-library.ts'
import { recordHistory } from '../../../src/main/storage/record-history.ts'
import { type AppealAnswers, noAnswers } from '../../../src/shared/model/appeal.ts'
import type { LetterId } from '../../../src/shared/model/letter.ts'
import { temporaryFolder } from '../../support.ts'

let library: Library
let id: LetterId
beforeEach(() => {
  const opened = openLibrary(join(temporaryFolder(), 'library.waymark'))
  if (!opened.ok) throw new Error(opened.error.code)
  library = opened.value
  const keptAt = '2026-11-22T12:00:00.000Z'
  const kept = storeScan(library, { fileName: 'a.pdf', bytes: new Uint8Array([1]), keptAt })
  if (!kept.ok || !kept.value.ids[0]) throw new Error('not kept')
  id = kept.value.ids[0]
})
afterEach(() => {
  vi.useRealTimers()
  library.close()
})

function type(part: Partial<AppealAnswers>): void {
  library.write(() =>
    recordHistory(
      library,
      () => [id],
      () => library.letters.setAnswers(id, { ...noAnswers, ...part }),
    ),
  )
}
const typed = () =>
  library.history
    .listOfLetter(id)
    .flatMap(({ changes }) =>
      changes.flatMap((change) => (change.what === 'answers' ? [change.after.whyWrong] : [])),
    )
/** The database stamps steps by the real clock, so the fake one starts there. */
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const minute = 60_000

test('typing is one step for five minutes from its first letter, and then a new one', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  type({ whyWrong: 'I' })
  later(3 * minute)
  type({ whyWrong: 'I paid' })
  later(2 * minute)
  type({ whyWrong: 'I paid in' })
  expect(typed()).toEqual(['I paid in'])
  later(1)
  type({ whyWrong: 'I paid in May' })
  expect(typed()).toEqual(['I paid in', 'I paid in May'])
})

test('a clock that was set back starts a new step', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  type({ whyWrong: 'I' })
  later(-10 * minute)
  type({ whyWrong: 'I paid' })
  expect(typed()).toEqual(['I', 'I paid'])
})

test('typing after another action, or after an undo, is a step of its own', () => {
  type({ whyWrong: 'I' })
  library.write(() =>
    recordHistory(
      library,
      () => [id],
      () => library.letters.setRemoved(id, '2026-11-22T12:00:00.000Z'),
    ),
  )
  type({ whyWrong: 'I paid' })
  expect(typed()).toEqual(['I', 'I paid'])
  const [last] = library.history.listOfLetter(id).slice(-1)
  library.write(() =>
    recordHistory(
      library,
      () => [id],
      () => library.letters.setAnswers(id, { ...noAnswers, whyWrong: 'I' }),
      { undoes: last?.id ?? null },
    ),
  )
  type({ whyWrong: 'I sent' })
  expect(typed()).toEqual(['I', 'I paid', 'I', 'I sent'])
})
