import { expect, test } from 'vitest'
import { chooseAppeal } from '../../../src/shared/appeals/choose-appeal.ts'
import { english, inEnglish } from '../../../src/shared/i18n/english.ts'
import { partsOf } from '../../../src/shared/law/advice.ts'
import { findNotice, getRule } from '../../../src/shared/law/law.ts'
import { roadQuestions } from '../../../src/shared/telling/questions.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const says = (id: string) => english(getRule(law, id).statement)
const late = (code: string) => partsOf(findNotice(law, code)?.ifLate ?? []).map(({ en }) => en)
const choice = (today: string, ...letter: Parameters<typeof datedLetter>) =>
  inEnglish(chooseAppeal(law, datedLetter(...letter), day(today)))
const questions = (today: string, ...letter: Parameters<typeof datedLetter>) =>
  inEnglish(roadQuestions(tell(law, datedLetter(...letter), day(today))))
const other = (because: unknown[], also: unknown[]) => ({
  route: 'other',
  form: null,
  because,
  givesUp: [],
  also,
})

test('an unknown number is asked for', () => {
  expect(choice('2026-11-22', {})).toMatchObject({
    because: ['The number of the letter is not known.'],
    ask: ['Which letter is it?'],
  })
})

test.each([
  ['LT11', 'What date is printed on the letter?'],
  [
    'F668Y',
    'What last day for a hearing does the letter print? Else: on which day was the lien notice filed?',
  ],
  ['CP523', 'What date is printed on the letter?'],
])('%s without its date: %s', (noticeCode, ask) => {
  expect(choice('2026-11-22', { noticeCode })).toMatchObject({ ask: [ask] })
})

test('a plan that may have ended asks for that date', () => {
  expect(choice('2026-12-20', { noticeCode: 'CP523', noticeDate: '2026-11-02' })).toMatchObject({
    because: ['Appeal after the plan has ended: the day from which it counts is not known.'],
    ask: ['On which day does the letter end the payment plan?'],
  })
})

test('an approval leaves nothing to appeal, and an approval under another number means nothing', () => {
  expect(
    choice('2026-11-22', { noticeCode: 'L4711', noticeDate: '2026-11-02' }, { requestGranted: '2026-11-02' }),
  ).toMatchObject(other(['You said that the letter grants what you asked for.'], []))
  expect(
    choice('2026-11-22', { noticeCode: 'L4711', noticeDate: '2026-11-02' }, { requestRefused: '2026-11-02' })
      .route,
  ).toBe('CAP')
  expect(
    choice('2026-11-22', { noticeCode: 'CP504', noticeDate: '2026-11-02' }, { requestGranted: '2026-11-02' })
      .route,
  ).toBe('CAP')
})

test('a hearing under a condition names it, and a lien form names CAP too', () => {
  const found = choice('2026-11-22', { noticeCode: 'L3886', respondByDate: '2026-12-20' })
  expect(found.because).toContainEqual(expect.stringContaining('Only if this letter or a Letter 3172'))
})

test('an appeal of a refused plan: one time limit, no second chance', () => {
  expect(choice('2026-11-22', { noticeCode: 'L4052', noticeDate: '2026-11-02' })).toMatchObject({
    because: [
      'Appeal of the refused plan: open until December 2, 2026. A right ends with that day.',
      says('CAP-I7'),
    ],
    givesUp: [says('CAP-G2')],
    also: [says('CAP-I2')],
  })
})

test('after the time for a refused plan: ask again; after a timely appeal: no levy in the meantime', () => {
  const facts = { noticeCode: 'L4052', noticeDate: '2026-11-02' }
  expect(choice('2026-12-03', facts)).toMatchObject(
    other(
      [
        'Appeal of the refused plan: the last day, December 2, 2026, has passed. Not final yet: a special situation could still extend it or excuse being late.',
      ],
      [says('CAP-I10')],
    ),
  )
  expect(choice('2026-12-03', facts, { appealMailed: '2026-11-20' })).toMatchObject(
    other(['Appeal of the refused plan: done on time, on November 20, 2026.'], [says('CAP-I7')]),
  )
})

test('a plan appeal without a deadline is not a route of its own', () => {
  expect(choice('2026-11-22', { noticeCode: 'CP522P', noticeDate: '2026-11-02' })).toMatchObject({
    route: 'other',
    because: [
      'No collection appeal belongs to this letter.',
      'Appeal of a changed or ended plan: no day is counted from this letter. If it prints a last day, go by it.',
      'Call about your plan: it was due by November 12, 2026. As far as we know, no right ended then.',
    ],
  })
})

test('a timely CAP request waits for Appeals', () => {
  const events = { conferenceHeld: '2026-11-18', appealMailed: '2026-11-20' }
  expect(choice('2026-11-22', { noticeCode: 'L3174', noticeDate: '2026-11-02' }, events)).toMatchObject(
    other(['Collection Appeals Program: done on time, on November 20, 2026.', says('CAP-A1')], []),
  )
  const announced = { conferenceHeld: '2026-11-18', appealAnnounced: '2026-11-19' }
  expect(choice('2026-11-22', { noticeCode: 'L3174', noticeDate: '2026-11-02' }, announced).route).toBe('CAP')
})

test('CAP after the hearing names what has passed, and only hearings that may still be open', () => {
  const found = choice('2028-01-03', { noticeCode: 'LT11', noticeDate: '2026-11-20' })
  expect(found).toMatchObject({
    because: [
      'Collection Due Process hearing: the last day, December 21, 2026, has passed. Not final yet: a special situation could still extend it or excuse being late.',
      'Equivalent hearing: the last day, November 22, 2027, has passed. Not final yet: a special situation could still extend it or excuse being late.',
      says('CAP-P4'),
      expect.stringContaining('Call the number'),
    ],
    also: [],
  })
  expect(choice('2026-11-22', { noticeCode: 'L3174', noticeDate: '2026-11-02' })).toMatchObject({
    because: [says('CAP-F4'), expect.any(String)],
    also: [expect.stringMatching(/^Equivalent hearing from the earlier final notice, by Form 12153: /)],
  })
})

test('a hearing without CAP beside it names no other form', () => {
  const lt11 = findNotice(law, 'LT11')
  if (!lt11) throw new Error('no LT11')
  const own = { ...law, notices: [{ ...lt11, rights: lt11.rights.slice(0, 1) }] }
  const facts = { noticeCode: 'LT11', noticeDate: '2026-11-20' }
  expect(chooseAppeal(own, datedLetter(facts), day('2026-11-22'))).toMatchObject({ route: 'CDP', also: [] })
})

test('without a collection appeal the rights of the letter are shown, help is named, and late options once all have passed', () => {
  expect(choice('2026-11-22', { noticeCode: 'CP14', noticeDate: '2026-11-02' })).toMatchObject(
    other(['This letter opens no appeal.'], [...late('CP14'), says('HELP-911')]),
  )
  const facts = { noticeCode: 'L3193', noticeDate: '2026-11-02' }
  expect(choice('2026-12-02', facts)).toMatchObject({
    because: [
      'No collection appeal belongs to this letter.',
      'Tax Court petition: today, December 2, 2026, is the last day. A right ends with that day.',
    ],
    also: [says('HELP-911')],
  })
  expect(choice('2026-12-03', facts).because[1]).toContain('has passed')
  expect(choice('2026-12-03', facts)).toMatchObject({ also: [...late('L3193'), says('HELP-911')] })
  expect(choice('2026-12-03', facts, { petitionMailed: '2026-12-01' })).toMatchObject({
    also: [...late('L3193'), says('HELP-911')],
  })
  const one = { noticeCode: 'L4380', noticeDate: '2026-11-02', respondByDate: '2026-11-10' }
  expect(choice('2026-11-22', one)).toMatchObject({ also: [says('HELP-911')] })
})

test('the three questions, word for word', () => {
  expect(questions('2026-11-22', { noticeCode: 'CP14', noticeDate: '2026-11-02' })).toEqual([
    {
      id: 'hearing',
      ask: 'Is a Collection Due Process hearing still open?',
      answer: 'no',
      because: ['This letter opens none.'],
    },
    {
      id: 'equivalentHearing',
      ask: 'Is the year for an equivalent hearing still open?',
      answer: 'no',
      because: ['This letter opens none.'],
    },
    {
      id: 'action',
      ask: 'Is it an action that CAP or a payment-plan appeal can look at?',
      answer: 'no',
      because: ['It is no lien, levy, seizure or payment-plan decision that can be appealed.'],
    },
  ])
  const answers = questions('2026-11-22', { noticeCode: 'L3174', noticeDate: '2026-11-02' }).map(
    ({ answer }) => answer,
  )
  expect(answers).toEqual(['no', 'no', 'yes'])
  expect(questions('2026-11-22', { noticeCode: 'LT16' })[2]?.answer).toBe('yes')
})
