import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { loadLaw } from '../../../src/main/content/law-files.ts'
import { noticeCommand } from '../../../src/main/shells/cli/notice-command.ts'
import { lawWithoutBroken } from '../../../src/main/shells/cli/open-law.ts'
import { effectLines } from '../../../src/main/shells/cli/special-effects.ts'
import { withAnswer } from '../../../src/main/shells/cli/special-input.ts'
import { tellCommand } from '../../../src/main/shells/cli/tell-command.ts'
import { textOfTelling } from '../../../src/main/shells/cli/telling-words.ts'
import { lineOfDeadline, linesOfFacts } from '../../../src/main/shells/cli/text.ts'
import { factsWith } from '../../../src/main/shells/cli/typed-facts.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { ClockStart, findNotice } from '../../../src/shared/law/law.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { loggedKinds } from '../../../src/shared/model/case-event.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'
import type { Special } from '../../../src/shared/model/special.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { datedLetter, day } from '../../shared/law/dated-letter.ts'

const law = loadLaw('resources')
const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
const warnings = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterEach(() => {
  out.mockClear()
  warnings.mockClear()
})
const printed = () => String(out.mock.calls.flat().join('\n'))
const flat = () => printed().replace(/\s+/g, ' ')
const told = (...number: string[]) => {
  tellCommand(number, { dated: '2026-11-20', today: '2026-11-24', event: [] })
  return flat()
}

describe('no name of the program reaches a person as a word', () => {
  /** Names of fields, events, starts, and states that are not words of their own. */
  const names = [
    ...Object.keys(noFacts),
    ...loggedKinds,
    ...ClockStart.options.flatMap(({ options }) => options),
  ]
    .concat(
      'noClock',
      'notStarted',
      'lateNextOpen',
      'allOver',
      'answerOverdue',
      'irsOverdue',
      'unknownNumber',
    )
    .filter((name) => /[A-Z]/.test(name))
  const leak = new RegExp(`\\b(?:${names.join('|')}|rule none|rule printed)\\b`, 'g')
  const leaks = (text: string) => text.match(leak) ?? []

  test('the facts', () => {
    const facts = { ...noFacts, noticeCode: 'CP504', taxPeriods: ['2021'], tinType: 'SSN', language: 'es' }
    expect(leaks(linesOfFacts(facts))).toEqual([])
    expect(linesOfFacts(facts)).toMatch(/Notice number +CP504/)
  })
  test('the telling and the deadlines of every letter, with and without its date, on five days', () => {
    for (const { code } of [...law.notices, ...law.named])
      for (const date of [{ noticeDate: '2026-11-20' }, {}])
        for (const today of ['2026-11-20', '2026-12-20', '2029-01-02']) {
          const dated = { ...datedLetter({ noticeCode: code, ...date }), answers: noAnswers }
          const lines = computeDeadlines(law, dated, day(today)).map((each) => lineOfDeadline(each, null))
          expect(leaks([textOfTelling(tell(law, dated, day(today))), ...lines].join('\n')), code).toEqual([])
        }
  })
})

test.each([[['CP22A', 'CP05']], [['CP22A CP05']], [['CP22A,CP05']]])(
  'two numbers are refused: %j',
  (words) => {
    expect(() => told(...words)).toThrow(/several numbers. Give one letter at a time: CP22A, CP05/)
    expect(() => noticeCommand(words, {})).toThrow(/several numbers/)
    expect(printed()).toBe('')
  },
)

test('too many words after a command are refused in words', () => {
  const words = ['src/main/shells/cli/waymark.ts', 'show', 'a', 'b']
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^error: too many arguments for 'show'/)])
  const event = { event: ['levyServed=2026-11-20=2026-11-21'] }
  expect(() => tellCommand(['CP504'], event)).toThrow(/This is not a day/)
})

describe('forms by their own names', () => {
  test.each([
    ['668-D', 'Form 668-D'],
    ['Letter 668-D', 'Form 668-D'],
    ['Form 668-D', 'Form 668-D'],
    ['Form 668-A(c)', 'Form 668-A'],
    ['668-A(c)(DO)', 'Form 668-A'],
    ['Form 668-A', 'Form 668-A'],
    ['Form 668-W(c)', 'Form 668-W'],
    ['668(Y)(c)', 'Form 668 (Y)(c)'],
    ['Form 668 (Y) (c)', 'Form 668 (Y)(c)'],
  ])('%s is %s', (typed, name) => {
    expect(told(typed)).toContain(`${name}: `)
    noticeCommand([typed], { json: true })
    expect(printed()).toContain(`"name":"${name}"`)
  })
  test('a number in no list gets the page of its series, in words', () => {
    expect(told('Form 669-Z')).toMatch(/State: no right or day of this number is known .{20}/)
    expect(told('CP9999')).toMatch(/tax clinic/)
  })
})

test('a letter known by name is told as one', () => {
  const [known] = law.named
  expect(told(known?.code ?? '')).toMatch(/We know this letter by name only.*Read page 1 and look for a date/)
})

describe('special situations', () => {
  const letter = datedLetter({ noticeCode: 'CP3219A', noticeDate: '2026-11-20' }) as Letter
  const effects = (...pairs: string[]) =>
    effectLines({ law, letter, today: day('2026-12-01') }, pairs.reduce<Special>(withAnswer, {}))

  test.each([
    [
      'combatZone=yes,2026-09-05,2026-09-01',
      /the second day, 2026-09-01, is before the first, 2026-09-05.*First day of the/,
    ],
    ['disaster=yes,2026-09-31', /disaster, "2026-09-31": This is not a day/],
    [
      'disaster=maybe',
      /"maybe" is no answer to disaster\. Write disaster=yes,2026-09-01,2026-09-05 or disaster=no/,
    ],
    ['disaster', /^Write disaster=yes/],
    ['storm=yes', /no question "storm"[\s\S]*disaster +Were you/],
    ['abroad=yes,2026-09-01', /abroad takes no day/],
    ['cameLate=yes,2026-09-01,2026-09-02', /cameLate takes no second day/],
    ['bankruptcy=no,2026-09-01', /With no, bankruptcy takes no day/],
  ])('%s is refused with what is wrong', (pair, words) => {
    expect(() => withAnswer({}, pair)).toThrow(words)
  })
  test('a yes says what it moves', () => {
    expect(effects('disaster=yes,2027-02-01,2027-02-03').join('\n')).toMatch(
      /disaster: Tax Court petition: the last day moves from 2027-02-18 to 2027-06-03\./,
    )
    expect(effects('abroad=yes')).toEqual([
      'abroad: Tax Court petition, letter addressed abroad is yours: 2027-04-19 counts.',
    ])
  })
  test('until it is said, the longer day is named with its condition, and nobody is told to use it', () => {
    const lines = computeDeadlines(law, letter, day('2026-12-01')).map((each) => lineOfDeadline(each, null))
    expect(lines.find((line) => line.includes('addressed abroad'))).toMatch(
      /last day 2027-04-19\. Only if the letter is addressed .* waymark special ID abroad=yes or no; until then the earlier day/,
    )
    expect(lines.find((line) => line.includes('addressed abroad'))).not.toMatch(/Mail it/)
  })
  test('what lasts is counted as if it ended today, and its missing end is nothing that it lacks', () => {
    const petition = datedLetter({ noticeCode: 'CP3219A', noticeDate: '2026-06-01' }) as Letter
    const of = (own: Letter, pair: string) =>
      effectLines({ law, letter: own, today: day('2026-11-25') }, withAnswer({}, pair)).join('\n')
    expect(of(petition, 'bankruptcy=yes,2026-08-01')).toMatch(/moves from .* Counted as if it ended today\./)
    expect(of(petition, 'bankruptcy=yes,2026-08-01,2026-10-01')).not.toMatch(/as if it ended today/)
    const levy = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-20' }) as Letter
    for (const pair of ['bankruptcy=yes,2026-08-01', 'combatZone=yes,2026-11-20'])
      expect(of(levy, pair)).toMatch(/moves no day of this letter\.$|moves no day of this letter\.\n/)
  })
  test('a yes that moves nothing says so, and what it lacks', () => {
    expect(effects('disaster=yes').join()).toMatch(/moves no day.*disaster=yes,2026-09-01,2026-09-05/)
    expect(effects('disaster=yes,2020-01-01,2020-01-02').join()).toMatch(/^disaster: moves no day/)
    expect(effects('disaster=no', 'abroad=no')).toEqual([])
  })
})

describe('corrections of facts', () => {
  const letter = datedLetter({ noticeCode: 'CP3219A', noticeDate: '2026-06-01' })
  test.each([
    ['printedDeadline=2026-08-31', /no fact "printedDeadline"[\s\S]*respondByDate/],
    ['nonsense=1', /no fact "nonsense"/],
    ['noticedate=2026-08-31', /no fact "noticedate"/],
    ['respondByDate', /Write respondByDate=VALUE/],
    ['respondByDate=soon', /respondByDate/],
  ])('%s is refused with what can be corrected', (pair, words) => {
    expect(() => factsWith(letter, [pair])).toThrow(words)
  })
  test('a fact that there is is taken, and left empty', () => {
    expect(factsWith(letter, ['respondByDate=2026-08-31']).respondByDate).toBe('2026-08-31')
    expect(factsWith(letter, ['noticeDate=']).noticeDate).toBeNull()
  })
})

describe('a broken law file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-law-'))
  cpSync('resources', folder, { recursive: true, filter: (path) => !/tessdata|fonts|practice/.test(path) })
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = (name: string) => join(folder, 'law/notices', name)
  const cp504 = JSON.parse(readFileSync(path('balance-due/CP504.json'), 'utf8'))
  writeFileSync(path('balance-due/CP504.json'), JSON.stringify({ ...cp504, sources: [] }))
  writeFileSync(path('levy/CP90.json'), '{ "code": "CP90", }')

  test('each broken file is named in words, and none hides another', () => {
    const said = () => loadLaw(folder)
    expect(said).toThrow(/notices\/balance-due\/CP504\.json: sources is empty: it needs at least one entry/)
    expect(said).toThrow(/notices\/levy\/CP90\.json is not JSON/)
    expect(said).not.toThrow(/Too small|Invalid input|expected array/)
  })
  test('the other letters can be looked at; the broken one is named', () => {
    expect(findNotice(lawWithoutBroken(folder, 'LT11'), 'LT11')?.code).toBe('LT11')
    expect(warnings.mock.calls.flat().join('\n')).toMatch(
      /CP504\.json[\s\S]*CP90\.json[\s\S]*others are shown/,
    )
    expect(() => lawWithoutBroken(folder, 'CP 504')).toThrow(/A law file is broken:[\s\S]*CP504\.json/)
  })
})
