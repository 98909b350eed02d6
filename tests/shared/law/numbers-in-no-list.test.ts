import { describe, expect, test } from 'vitest'
import { chooseAppeal } from '../../../src/shared/appeals/choose-appeal.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import { codeFrom } from '../../../src/shared/law/code-from.ts'
import { findLetter } from '../../../src/shared/law/law.ts'
import { letterByNumber, seriesOf } from '../../../src/shared/law/notice-number.ts'
import { noticePage } from '../../../src/shared/law/notice-page.ts'
import { placeLetter } from '../../../src/shared/roadmap/place-letter.ts'
import { chanceFrom } from '../../fixtures/chance.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from './dated-letter.ts'

const chance = chanceFrom(15)

/** Invented numbers of every family that are in no list, with the family that their beginning tells. */
function inventedNumbers(count: number): [number: string, prefix: string][] {
  const found = new Map<string, string>()
  while (found.size < count) {
    const [number, prefix] = invented()
    if (!findLetter(law, number)) found.set(number, prefix)
  }
  return [...found]
}

function invented(): [string, string] {
  const suffix = chance.pick(['', '', 'A', 'B', 'H', 'X'])
  const two = String(chance.int(10, 99))
  return chance.pick<[string, string]>([
    [`CP5${two}${suffix}`, /^[46]/.test(two) ? (two.startsWith('6') ? 'CP56' : 'CP') : 'CP5'],
    [`CP5${chance.int(0, 9)}${suffix}`, 'CP5'],
    [`CP6${two}${suffix}`, 'CP6'],
    [`CP7${two}${suffix}`, 'CP7'],
    [`CP9${two}${suffix}`, 'CP9'],
    [`CP${chance.int(1, 4)}${two}${suffix}`, 'CP'],
    [`CP8${two}${suffix}`, 'CP'],
    [`CP${chance.int(2600, 3000)}${suffix}`, 'CP'],
    [`LT${two}`, 'LT'],
    [`LP${chance.int(60, 99)}`, 'LP'],
    [`L${chance.int(100, 6999)}${chance.pick(['', 'C', 'A'])}`, 'L'],
    [`F${chance.int(100, 999)}`, 'F'],
  ])
}

const numbers = inventedNumbers(200)

describe('a number that is in no list', () => {
  test.each(numbers)(
    '%s gets the page of its family, %j, and nothing that is another’s',
    (number, prefix) => {
      expect(seriesOf(law, number).prefix).toBe(prefix)
      const page = inEnglish(noticePage(law, number))
      expect(page).toMatchObject({
        code: null,
        rights: [],
        ifNothing: null,
        ifLate: null,
        station: null,
        forms: [],
      })
      expect(page.answers.meaning.join(' ')).toMatch(/We do(?: not|n’t) know/)
      const said = [...page.steps, ...page.answers.meaning, ...page.answers.rights].join(' ')
      expect(said).not.toMatch(/\b\d+ (?:business )?days\b|no deadline|nothing to do/i)
      expect(page.steps.join(' ')).toMatch(/Compare the number|Check that the paper/)
    },
  )
  test('no day is counted for it, and the day printed on it is shown as one with which a right may end', () => {
    for (const [noticeCode] of numbers) {
      const dated = { noticeCode, noticeDate: '2026-11-12' }
      expect(computeDeadlines(law, datedLetter(dated), day('2026-11-15'))).toEqual([])
      const printed = datedLetter({ ...dated, respondByDate: '2026-12-20' })
      const [only, ...others] = computeDeadlines(law, printed, day('2026-11-15'))
      expect([only?.rule, only?.lastDay, only?.ends, others]).toEqual(['printed', '2026-12-20', 'right', []])
      expect(placeLetter(law, printed).kind).toBe('unknown')
    }
  })
})

test.each(['LT3219A', 'LT3219N', 'LT3219C', 'CP3219C', 'CP3219X', 'Letter 3219Z'])(
  '%s is in no list, and is told as one that may open the Tax Court, not as a collection letter',
  (number) => {
    expect(findLetter(law, codeFrom(number))).toBeUndefined()
    const page = inEnglish(noticePage(law, number))
    expect(page.steps.join(' ')).toMatch(/petition the Court by that day.*Call a tax clinic today/)
    expect([page.title, ...page.steps, ...page.answers.meaning].join(' ')).not.toMatch(/12153|collection/)
  },
)

test.each([...law.notices, ...law.named].map((letter) => [letter.code, letter] as const))(
  'every way in which %s is printed finds the same letter, typed, as a code, and as a stored number',
  (code, letter) => {
    for (const printed of letter.printedAs) {
      const own = codeFrom(printed)
      for (const typed of [printed, own, own.replace(/^(L|CP|LT|F)(?=\d)/, '$1-'), printed.toLowerCase()])
        expect([typed, letterByNumber(law, typed)?.code]).toEqual([typed, code])
      expect([own, findLetter(law, own)?.code]).toEqual([own, code])
    }
  },
)
test.each([
  ['L3219C', 'L3219'],
  ['3219-C', 'L3219'],
  ['L566B', 'L566'],
  ['566-B', 'L566'],
  ['CP080', 'CP80'],
  ['CP081', 'CP81'],
])('%s finds %s', (typed, code) => {
  expect(letterByNumber(law, typed)?.code).toBe(code)
  expect(findLetter(law, codeFrom(typed))?.code).toBe(code)
})

describe('a letter that is known by name only', () => {
  test.each(law.named.map((letter) => [letter.code, letter] as const))('%s', (code, letter) => {
    const page = inEnglish(noticePage(law, letter.printedAs[0] ?? code))
    expect(page).toMatchObject({ code, rights: [], ifNothing: null, ifLate: null, confidence: 'low' })
    expect(page.station?.id).toBe(letter.station)
    expect(page.answers.meaning.join(' ')).toMatch(/by name only.*does not mean it has none/)
    expect(page.steps[0]).toMatch(/look for a date/)
    expect(page.steps[1]).toMatch(/^(?:Call|Ask)/)
    expect([...page.answers.meaning, ...page.steps].join(' ')).not.toMatch(/\d+ days|no deadline/)
    expect(page.answers.rights.join(' ')).toMatch(/^Not known/)
    const dated = datedLetter({ noticeCode: code, noticeDate: '2026-11-12' })
    expect(computeDeadlines(law, dated, day('2026-11-15'))).toEqual([])
    expect(placeLetter(law, dated)).toMatchObject({ kind: 'placed', station: letter.station })
    expect(chooseAppeal(law, dated, day('2026-11-15'))).toMatchObject({ route: 'unknown' })
  })
  test('there are some', () => expect(law.named.length).toBeGreaterThan(50))
})

test('no day is counted for a notice whose page nobody read, unless the page says so', () => {
  // The three years for a refund are in the statute, and the notice does not start them.
  const counts = (id: string | null) =>
    law.rules.some((rule) => rule.id === id && rule.count && rule.start !== 'returnDue')
  const problems = law.notices
    .filter(({ confidence }) => confidence === 'low')
    .flatMap(({ code, rights }) =>
      rights
        .filter(({ rule, unverified }) => counts(rule) && !unverified)
        .map(
          ({ rule }) =>
            `${code}: its confidence is low, and a right of it counts by ${rule}: set "unverified": true on that right, or read a page that says so and raise the confidence`,
        ),
    )
  expect(problems).toEqual([])
})
