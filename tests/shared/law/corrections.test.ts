import { describe, expect, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { english, inEnglish } from '../../../src/shared/i18n/english.ts'
import { findNotice, getRule, getStation } from '../../../src/shared/law/law.ts'
import { noticePage } from '../../../src/shared/law/notice-page.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from './dated-letter.ts'

/** The corrections of the audit of November 2026: each fact that was wrong, as it must read now. */
const { reasons } = loadForms('resources')
const page = (number: string) => inEnglish(noticePage(law, number))
const told = (number: string): string => {
  const { answers, steps, ifLate } = page(number)
  return [...answers.meaning, ...steps, ifLate].join(' ')
}
const station = (id: string) => inEnglish(getStation(law, id))
const rule = (id: string) => inEnglish(getRule(law, id))
const count = (noticeCode: string, noticeDate = '2026-11-12') =>
  computeDeadlines(law, datedLetter({ noticeCode, noticeDate }), day('2026-11-15'))

describe.each(['CP522P', 'CP522'])('%s: a call keeps the plan', (code) => {
  test('the first step is a call within ten days, the second says not to mail', () => {
    const [first, second] = page(code).steps
    expect(first).toMatch(/^Call .*within 10 days/)
    expect(second).toMatch(/Don’t mail/)
    expect(told(code)).not.toMatch(/send the papers/i)
  })
  test('ten days are counted, and a call satisfies them', () => {
    const [call] = count(code)
    expect(call).toMatchObject({ rule: 'IA-CALL', lastDay: '2026-11-22', ends: 'request' })
    const called = datedLetter({ noticeCode: code, noticeDate: '2026-11-12' }, {
      phoneCall: '2026-11-16',
    } as never)
    expect(
      computeDeadlines(law, called, day('2026-11-17')).find(({ rule }) => rule === 'IA-CALL')?.state,
    ).toBe('met')
  })
  test('its own page was read', () => {
    expect(findNotice(law, code)?.ownText?.source).toContain(code.toLowerCase())
  })
})

const petitioned = law.notices.filter(({ rights }) => rights.some(({ program }) => program === 'tax-court'))
test('deficiency, determination, and innocent-spouse letters open the Tax Court', () => {
  expect(petitioned.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['CP3219A', 'CP3219N', 'L3219', 'L531', 'L3193', 'L3288']),
  )
})
test.each(petitioned.map(({ code }) => code))(
  '%s says where and how to petition, and not to the IRS',
  (code) => {
    const how = page(code).howTo.join(' ')
    for (const said of ['DAWSON', '400 Second Street NW, Washington, DC 20217', '$60', 'copy of the notice'])
      expect(how).toContain(said)
    expect(how).toMatch(/A letter to the IRS is not a petition/)
    expect(how).toMatch(/11:59 p\.m\. Eastern/)
    expect(page(code).steps.join(' ')).toMatch(/Don’t send it to the IRS/)
  },
)
test('no other letter mentions petitioning', () => {
  expect(page('LT11').howTo).toEqual([])
})
test('each stop whose deadline a petition satisfies has those words', () => {
  const clocks = law.stations.filter(({ clock }) => /petition|court/i.test(clock?.act.en ?? ''))
  for (const { id, clock } of clocks.filter(({ id }) => id.startsWith('lit-petition') || id === 'exam-snod'))
    expect([id, clock?.rule && getRule(law, clock.rule).metBy]).toEqual([id, ['petitionMailed']])
})

test.each(['CP3219A', 'CP3219N', 'L3219', 'L531'])(
  '%s late: usually closed, a clinic at once, the circuits',
  (code) => {
    const { ifLate } = page(code)
    expect(ifLate).not.toMatch(/is closed/)
    expect(ifLate).toMatch(/clinic at once.*NY.*2nd.*PA.*3rd.*OH.*6th/)
  },
)

describe('Spanish numbers', () => {
  test.each([
    ['CP623', 'CP523', true],
    ['CP621', 'CP521', true],
    ['CP604', 'CP504', false],
    ['CP712', 'CP12', false],
    ['CP790', 'CP90', false],
    ['CP997', 'CP297', false],
  ])('%s is %s; a source says so: %s', (number, englishCode, isSure) => {
    const found = findNotice(law, number)
    expect(found?.code).toBe(englishCode)
    expect(found?.spanishOf).toEqual({ name: englishCode, isSure })
    // The page of the English number is not a page of this one.
    expect(found?.ownText).toBeNull()
    expect(found?.confidence).not.toBe('high')
    expect(page(number).answers.meaning.join(' ')).toContain(`${englishCode} in Spanish`)
    expect(page(`Aviso ${number}`.replace('Aviso ', '')).name).toBe(number)
  })
  test('CP623 is no business notice', () => {
    expect(findNotice(law, 'CP623')?.audience).toBe('individual')
    expect(told('CP623')).not.toMatch(/business/i)
  })
  test('what rests on the series alone is estimated', () => {
    expect(count('CP790').find(({ rule }) => rule === 'CDP-1')?.firmness).toBe('estimated')
    expect(count('CP90').find(({ rule }) => rule === 'CDP-1')?.firmness).toBe('hard')
  })
  test('a number of the series whose English number we do not have gets the page of its series', () => {
    expect(page('CP688')).toMatchObject({ code: null })
    expect(page('CP688').title).toMatch(/Spanish/)
  })
})

test.each(['CP91', 'CP298'])('%s: an appeal within 30 days, estimated', (code) => {
  expect(count(code).find(({ rule }) => rule === 'SS-30')).toMatchObject({
    lastDay: '2026-12-12',
    firmness: 'estimated',
  })
})

test.each(['CP59', 'CP52', 'CP54B', 'CP57', 'CP565', 'CP566', 'CP547', 'CP540', 'CP58', 'CP549', 'CP568'])(
  '%s is not shown as a bill of the 500s',
  (number) => {
    const { title, steps } = page(number)
    expect(title).not.toMatch(/500s/)
    expect(steps.join(' ')).not.toMatch(/payment plan/)
  },
)
test('CP599 still is', () => expect(page('CP599').title).toMatch(/500s/))

test('CP53E: bank data online within 30 days, beware of copies', () => {
  expect(told('CP53E')).toMatch(/Online Account within 30 days/)
  expect(told('CP53E')).toMatch(/scammers copy/)
  expect(count('CP53E')[0]).toMatchObject({ rule: 'BANK-30', ends: 'request', lastDay: '2026-12-12' })
  expect(station('proc-refund').summary).toContain('CP53E')
})

describe('the two years for innocent spouse relief', () => {
  test.each(['LT11', 'L1058', 'CP90', 'CP77', 'CP90C', 'CP92', 'L2439'])(
    '%s starts them and shows them',
    (code) => {
      expect(count(code).find(({ rule }) => rule === 'SPOUSE-2Y')).toMatchObject({
        lastDay: '2028-11-12',
        firmness: 'estimated',
        ends: 'right',
        form: { en: '8857' },
      })
    },
  )
  test.each(['CP49', 'CP42', 'CP16'])('%s: a kept refund started them before the letter', (code) => {
    expect(count(code).find(({ rule }) => rule === 'SPOUSE-2Y-KEPT')).toMatchObject({
      ...{ lastDay: '2028-11-12', sendBy: '2028-09-13', firmness: 'estimated', ends: 'right' },
    })
  })
  test.each(['L3172'])('%s mentions them without a date of its own', (code) => {
    const spouse = count(code).find(({ title }) => 'en' in title && title.en === 'Innocent spouse relief')
    expect(spouse).toMatchObject({ lastDay: null })
  })
  test('a levy starts them on its own date', () => {
    const letter = datedLetter({ noticeCode: 'F668W' }, { levyServed: '2026-11-10' })
    const found = computeDeadlines(law, letter, day('2026-11-15'))
    expect(found.find(({ rule }) => rule === 'SPOUSE-2Y-LEVY')?.lastDay).toBe('2028-11-10')
  })
  test('Form 8857 satisfies them, and 6015(f) stays open afterwards', () => {
    const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-12' }, {
      reliefAsked: '2027-01-04',
    } as never)
    const found = computeDeadlines(law, letter, day('2027-01-05'))
    expect(found.find(({ rule }) => rule === 'SPOUSE-2Y')?.state).toBe('met')
    expect(rule('SPOUSE-2Y').ifMissed).toMatch(/6015\(f\).*stays open/)
  })
  test('the stop and the reason on Form 12153 mention them', () => {
    expect(station('alt-spouse').summary).toMatch(/two years/)
    expect(station('alt-spouse').clock?.rule).toBe('SPOUSE-2Y')
    expect(inEnglish(reasons.reasons.find(({ id }) => id === 'innocent-spouse'))?.ask).toMatch(
      /Form 8857.*two years/,
    )
  })
})

test('disaster relief matches 7508A', () => {
  const { statement } = rule('T-10')
  for (const said of ['FEMA', 'individual assistance', '120 days', 'refund suit', 'declared by a state'])
    expect(statement).toContain(said)
})
test('combat zone relief matches 7508', () => {
  const { statement } = rule('T-11')
  for (const said of ['contingency', 'hospital', '180 days', 'come on top', 'spouse', 'passport'])
    expect(statement).toContain(said)
})
test.each(['DEF-90', 'DEF-150'])(
  '%s can be moved by a disaster, a deployment, a bankruptcy, or excused',
  (id) => {
    expect(getRule(law, id).movedBy).toEqual(['TC-LATE', 'T-10', 'T-11', 'T-14'])
    const late = computeDeadlines(
      law,
      datedLetter({ noticeCode: 'CP3219A', noticeDate: '2026-01-05' }),
      day('2026-11-15'),
    ).find(({ rule }) => rule === id)
    expect(late?.state).toBe('late')
    expect(late?.movedBy.map(({ id }) => id)).toContain('rule.T-10.statement')
  },
)

test('a hearing request can be uploaded', () => {
  for (const id of ['CDP-7', 'T-5']) expect(rule(id).statement).toContain('Document Upload Tool')
  for (const { code, isCdpNotice, steps } of law.notices)
    if (isCdpNotice && steps.some(({ en }) => en.startsWith('Send Form 12153')))
      expect([code, steps.some(({ en }) => /upload/i.test(en))]).toEqual([code, true])
})

test('the ten years are extended by a timely hearing, not by an equivalent one or CAP', () => {
  expect(station('sys-csed').summary).toMatch(/timely CDP hearing.*equivalent hearing and CAP do not/)
})
test('the refund of the year of an accepted offer is no longer kept', () => {
  expect(station('alt-oic-accepted').summary).toMatch(/November 1, 2021.*no longer keeps/)
})
test('CP05A goes by its printed date', () => {
  expect(station('proc-refund-review').clock?.act).toMatch(
    /CP05A by the date printed.*CP05B and CP06 within 30 days/,
  )
})
test('Letter 566-J gives 45 days', () => {
  expect(noticePage(law, 'Letter 566-J').code).toBe('L566J')
  expect(count('L566J')[0]).toMatchObject({ rule: 'EXAM-45', lastDay: '2026-12-27' })
})
test.each(['CP40', 'CP140'])('%s: the person says five digits, the agency the next five', (code) => {
  expect(told(code)).toMatch(/first five digits.*next five itself/)
  expect(told(code)).not.toMatch(/ask every caller/)
})
test('CP161: ten days to say that there is a mistake', () => {
  expect(count('CP161')[0]).toMatchObject({ rule: 'BILL-10', lastDay: '2026-11-22', ends: 'request' })
})
test('Letter 1153: 60 and 75 days are verified, and there is a conference within ten', () => {
  expect(findNotice(law, 'L1153')?.rights.map(({ rule, unverified }) => [rule, unverified])).toEqual([
    ['TFRP-60', false],
    ['TFRP-75', false],
    ['TFRP-10', false],
  ])
})
test('"not my debt" is no reason on Form 9423', () => {
  const cap = reasons.reasons.filter(({ cap }) => cap).map(({ label }) => label.en)
  expect(cap).toContain('It is not my property')
  expect(cap.filter((label) => /debt/.test(label))).toEqual([])
  expect(reasons.reasons.find(({ id }) => id === 'not-my-debt')?.item8).toBe('notLiable')
})
test('foreign postmarks are mentioned, as unverified', () => {
  expect(rule('T-15')).toMatchObject({ confidence: 'low' })
  expect(rule('T-15').statement).toMatch(/foreign postmark.*not verified/)
})
test.each(['LT40', 'L3164'])('%s: 45 days before, one year at most, the list, revenge', (code) => {
  expect(told(code)).toMatch(/45 days before.*one year.*list of those.*revenge/)
})
test('an equivalent hearing about a lien: one year and five business days', () => {
  const way = station('coll-lien-notice').next.find(({ to }) => to === 'coll-eh-req')
  expect(way?.when).toMatch(/a year and five business days/)
  expect(station('coll-passport').summary).toMatch(/hardship.*practice of the IRS, not the law/)
})

describe('a day that the letter asks for, and that ends no right', () => {
  test.each(['CP101', 'CP102', 'CP103', 'CP105', 'CP115', 'CP131', 'L3016C'])(
    '%s answered late is never told as all over',
    (noticeCode) => {
      const dated = datedLetter({ noticeCode, noticeDate: '2026-09-01' })
      expect(tell(law, dated, day('2026-11-15')).state).toBe('answerOverdue')
    },
  )
  test('an appeal of a refused penalty request ends, and what is left is said', () => {
    const late = datedLetter({ noticeCode: 'L854C', noticeDate: '2026-09-01' })
    const telling = tell(law, late, day('2026-11-15'))
    expect(telling.state).toBe('allOver')
    expect(telling.steps.map(({ text }) => english(text)).join(' ')).toMatch(/claim it back with Form 843/)
  })
  test('no letter is all over by a day that ends no right', () => {
    const asking = law.notices.filter(({ rights }) =>
      rights.every(({ rule: id }) => id === null || getRule(law, id).ends === 'request'),
    )
    const over = asking.filter(({ code }) => {
      const dated = datedLetter({ noticeCode: code, noticeDate: '2026-01-05', respondByDate: '2026-02-04' })
      return tell(law, dated, day('2026-11-15')).state === 'allOver'
    })
    expect(asking.length).toBeGreaterThan(150)
    expect(over.map(({ code }) => code)).toEqual([])
  })
  test('CP102 and CP103 mention the 60 days of their own pages', () => {
    for (const code of ['CP102', 'CP103']) expect(page(code).ifLate).toMatch(/own page give 60 days/)
    expect(page('CP101').ifLate).not.toMatch(/60/)
  })
})

describe('traps', () => {
  test.each(['CP101', 'CP102', 'CP103', 'CP131'])(
    '%s is never counted as a math error of 60 days',
    (number) => {
      const found = findNotice(law, number)
      expect(found?.rights.map(({ rule }) => rule) ?? []).not.toContain('MATH-60')
    },
  )
  test('no business notice counts by the 60 days', () => {
    const wrong = law.notices.filter(
      ({ audience, rights }) => audience === 'business' && rights.some(({ rule }) => rule === 'MATH-60'),
    )
    expect(wrong).toEqual([])
  })
  test('CP2501 names no number of days, and none is counted', () => {
    expect(count('CP2501')[0]).toMatchObject({ lastDay: null, counted: null })
  })
  test('Letter 226-J goes only by its printed date', () => {
    expect(count('L226J')[0]).toMatchObject({ lastDay: null, counted: null })
    const printed = datedLetter({
      noticeCode: 'L226J',
      noticeDate: '2026-11-12',
      respondByDate: '2027-02-10',
    })
    expect(computeDeadlines(law, printed, day('2026-11-15'))[0]).toMatchObject({ lastDay: '2027-02-10' })
  })
})
