import { describe, expect, test } from 'vitest'
import { chooseAppeal } from '../../../src/shared/appeals/choose-appeal.ts'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import { findNotice, type Law, type Right } from '../../../src/shared/law/law.ts'
import { roadQuestions } from '../../../src/shared/telling/questions.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const today = day('2026-11-23')

function right(code: string, rule: string): Right {
  const found = findNotice(law, code)?.rights.find((each) => each.rule === rule)
  if (!found) throw new Error(`${code} has no right by ${rule}`)
  return found
}

type Part = { rights: Right[]; facts?: object; events?: object }
const none: Part = { rights: [] }

/** Each clock starts on a day of its own kind, so that every state can meet every other. */
const hearing = [right('LT11', 'CDP-1')]
const hearings: Record<string, Part> = {
  absent: none,
  open: { rights: hearing, facts: { noticeDate: '2026-11-10' } },
  lastDay: { rights: hearing, facts: { noticeDate: '2026-10-24' } },
  late: { rights: hearing, facts: { noticeDate: '2026-10-01' } },
  unknown: { rights: hearing },
  met: {
    rights: hearing,
    facts: { noticeDate: '2026-11-01' },
    events: { hearingRequestMailed: '2026-11-10' },
  },
}
const year = [right('L3172', 'CDP-6')]
const years: Record<string, Part> = {
  absent: none,
  open: { rights: year, events: { nftlFiled: '2026-11-12' } },
  late: { rights: year, events: { nftlFiled: '2025-01-02' } },
  unknown: { rights: year },
  met: { rights: year, events: { nftlFiled: '2026-02-02', hearingRequestMailed: '2026-11-20' } },
}
const cap = [right('L1058', 'CAP-F4')]
const plan = [right('CP523', 'CAP-I4')]
const actions: Record<string, Part> = {
  none,
  cap: { rights: cap },
  capLate: { rights: cap, events: { conferenceHeld: '2026-11-02' } },
  capMet: { rights: cap, events: { conferenceHeld: '2026-11-19', appealMailed: '2026-11-20' } },
  planOpen: { rights: plan, facts: { terminationDate: '2026-11-16' } },
  planAhead: { rights: plan, facts: { terminationDate: '2026-12-10' } },
  planLate: { rights: plan, facts: { terminationDate: '2026-09-01' } },
  planUnknown: { rights: plan },
  planMet: { rights: plan, facts: { terminationDate: '2026-11-16' }, events: { appealMailed: '2026-11-20' } },
}

const C = 'CDP'
const E = 'EH'
const P = 'IA-appeal'
const A = 'CAP'
const O = 'other'
const U = 'unknown'
const all = (route: string) => Object.keys(actions).map(() => route)
/** No hearing decides: the action does. */
const byAction = [O, A, A, O, P, P, O, U, O]

/** Hearing, year of the equivalent hearing, and the route for each action in the order of `actions`. */
const table: [string, string, string[]][] = [
  ['absent', 'absent', byAction],
  ['open', 'absent', all(C)],
  ['open', 'open', all(C)],
  ['open', 'late', all(C)],
  ['open', 'unknown', all(C)],
  ['lastDay', 'absent', all(C)],
  ['lastDay', 'open', all(C)],
  ['lastDay', 'late', all(C)],
  ['lastDay', 'unknown', all(C)],
  ['late', 'absent', byAction],
  ['late', 'open', all(E)],
  ['late', 'late', byAction],
  ['late', 'unknown', all(U)],
  ['late', 'met', all(O)],
  ['unknown', 'absent', all(U)],
  ['unknown', 'open', all(U)],
  ['unknown', 'late', all(U)],
  ['unknown', 'unknown', all(U)],
  ['unknown', 'met', all(U)],
  ['met', 'absent', all(O)],
  ['met', 'open', all(O)],
  ['met', 'late', all(O)],
  ['met', 'unknown', all(O)],
]

const choose = (parts: Part[]) => {
  const { own, letter } = made(parts)
  return inEnglish(chooseAppeal(own, letter, today))
}
const questions = (parts: Part[]) => {
  const { own, letter } = made(parts)
  return inEnglish(roadQuestions(tell(own, letter, today)))
}

function made(parts: Part[]) {
  const lt11 = findNotice(law, 'LT11')
  if (!lt11) throw new Error('no LT11')
  const rights = parts.flatMap((part) => part.rights)
  const own: Law = { ...law, notices: [{ ...lt11, code: 'TEST', rights }] }
  const facts = Object.assign({ noticeCode: 'TEST' }, ...parts.map((part) => part.facts))
  const events = Object.assign({}, ...parts.map((part) => part.events))
  return { own, letter: datedLetter(facts, events) }
}

describe.each(table)('hearing %s, equivalent hearing %s', (first, second, routes) => {
  test.each(Object.keys(actions).map((action, index) => [action, routes[index]]))(
    'and %s: %s',
    (action, route) => {
      const parts = [hearings[first], years[second], actions[action ?? '']].map((part) => part ?? none)
      const choice = choose(parts)
      expect(choice.route).toBe(route)
      expect(choice.form).toBe(
        { CDP: '12153', EH: '12153', CAP: '9423', 'IA-appeal': '9423' }[choice.route as string] ?? null,
      )
      expect(choice.because.join(' ').length).toBeGreaterThan(10)
      if (choice.route === 'unknown') expect(choice.ask).toHaveLength(1)
      else expect(choice.givesUp.length > 0).toBe([E, P, A].includes(choice.route))
    },
  )
})

const answers = (parts: Part[]) => questions(parts).map(({ answer }) => answer)
const pick = (of: Record<string, Part>, name: string) => of[name] ?? none

test.each([
  ['absent', 'no'],
  ['open', 'yes'],
  ['lastDay', 'yes'],
  ['late', 'no'],
  ['unknown', 'unknown'],
  ['met', 'no'],
])('is a hearing open? %s: %s', (name, answer) => {
  expect(answers([pick(hearings, name)])[0]).toBe(answer)
})

test.each([
  ['absent', 'no'],
  ['open', 'yes'],
  ['late', 'no'],
  ['unknown', 'unknown'],
  ['met', 'no'],
])('is the one-year period open? %s: %s', (name, answer) => {
  expect(answers([pick(hearings, 'late'), pick(years, name)])[1]).toBe(answer)
})

test.each([
  ['none', 'no'],
  ['cap', 'yes'],
  // The day after a conference holds collection back; the appeal itself is not lost with it.
  ['capLate', 'yes'],
  ['capMet', 'no'],
  ['planOpen', 'yes'],
  ['planLate', 'no'],
  ['planUnknown', 'unknown'],
  ['planMet', 'no'],
])('is it an action that can be appealed? %s: %s', (name, answer) => {
  const conditionless = {
    ...pick(actions, name),
    rights: pick(actions, name).rights.map((each) => ({ ...each, onlyIf: null })),
  }
  expect(answers([conditionless])[2]).toBe(answer)
})

test('an action that depends on a condition stays open as a question', () => {
  const conditional = {
    rights: cap.map((each) => ({ ...each, onlyIf: { id: '', en: 'a levy is threatened' } })),
  }
  expect(answers([conditional])[2]).toBe('unknown')
})

test('every question names the right that answered it', () => {
  for (const { because, ask } of questions([
    pick(hearings, 'open'),
    pick(years, 'open'),
    pick(actions, 'cap'),
  ])) {
    expect(ask).toMatch(/\?$/)
    expect(because).toHaveLength(1)
    expect(because[0]).toContain(':')
  }
  expect(questions([none]).map(({ because }) => because.length)).toEqual([1, 1, 1])
})
