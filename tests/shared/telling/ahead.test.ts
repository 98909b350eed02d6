import { expect, test } from 'vitest'
import { peopleIn } from '../../../src/shared/letters/people-in.ts'
import { type Ahead, aheadOf } from '../../../src/shared/telling/ahead.ts'
import { tellAll } from '../../../src/shared/telling/tell-all.ts'
import { letterOf as anyLetter, law } from '../../renderer/memory-api.ts'
import { day } from '../law/dated-letter.ts'

const today = day('2026-02-10')
type Part = Parameters<typeof anyLetter>[0]
const letter = (code: string | null, dated: string | null, part: Part = {}, name = 'ALMA EXAMPLE') =>
  anyLetter(part, { noticeCode: code, noticeDate: dated === null ? null : day(dated), taxpayerName: name })
const checked = (code: string, dated: string, part: Part = {}) => {
  const own = letter(code, dated)
  return { ...own, confirmed: own.reading?.facts ?? null, ...part }
}
const ahead = (letters: ReturnType<typeof anyLetter>[]): Ahead =>
  aheadOf(letters, tellAll(law, letters, today))
const codes = (told: Ahead['due']) => told.map(({ telling }) => telling.name)

test('the nearest day to mail comes first, then what is late, then what has no number, then what is over', () => {
  const found = ahead([
    letter(null, null),
    letter('CP2000', '2025-10-01'),
    letter('LT11', '2026-01-30'),
    letter('CP3219A', '2026-01-20'),
    letter('LT11', '2023-02-01'),
    letter('CP504', '2026-01-25'),
  ])
  const states = found.due.map(({ telling }) => telling.state)
  expect(found.due.map(({ telling }) => telling.mailBy ?? telling.lastDay ?? telling.state)).toEqual([
    expect.stringMatching(/^2026-02/),
    expect.stringMatching(/^2026-02/),
    expect.stringMatching(/^2026-0/),
    ...states.slice(3),
  ])
  const days = found.due.flatMap(({ telling }) => telling.mailBy ?? [])
  expect(days).toEqual([...days].sort())
  expect(states.at(-1)).toBe('unknownNumber')
})

test('what was sent waits, what did not open is apart, and what is done is nowhere', () => {
  const found = ahead([
    checked('LT11', '2026-01-30', {
      events: [{ kind: 'hearingRequestMailed', day: day('2026-02-09'), note: '' }],
    }),
    checked('CP504', '2026-01-25', { events: [{ kind: 'letterDone', day: day('2026-02-09'), note: '' }] }),
    letter(null, null, { status: { kind: 'failed', code: 'scan.damaged' }, reading: null }),
    letter(null, null, { status: { kind: 'waiting' }, reading: null }),
  ])
  expect(codes(found.due)).toEqual([])
  expect(codes(found.waiting)).toEqual(['LT11'])
  expect([found.unread.length, found.reading, found.unchecked]).toEqual([1, 1, 0])
})

test('a letter that nobody has checked counts as one, wherever it is', () => {
  expect(ahead([letter('LT11', '2026-01-30'), checked('CP504', '2026-01-25')]).unchecked).toBe(1)
})

test('two letters of the same day stay in the order in which they came', () => {
  const [one, other] = [letter('LT11', '2026-01-30'), letter('LT11', '2026-01-30')]
  expect(ahead([one, other]).due.map((each) => each.letter.id)).toEqual([one.id, other.id])
  expect(ahead([other, one]).due.map((each) => each.letter.id)).toEqual([other.id, one.id])
})

test('a joint letter is ahead for both, and one in the trash for nobody', () => {
  const joint = letter('LT11', '2026-01-30', {}, 'JOHN & MARY DOE')
  const trashed = letter('CP504', '2026-01-25', { removed: true }, 'MARY DOE')
  const people = peopleIn([joint, trashed, letter('CP14', '2026-01-25', {}, 'ZOE ROE')])
  expect(people.map(({ person, letters }) => [person, letters.length])).toEqual([
    ['JOHN DOE', 1],
    ['MARY DOE', 1],
    ['ZOE ROE', 1],
  ])
})
