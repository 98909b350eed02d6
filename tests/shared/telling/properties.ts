import { expect } from 'vitest'
import { isPostOpen } from '../../../src/shared/deadlines/send-by.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { findNotice } from '../../../src/shared/law/law.ts'
import type { Day } from '../../../src/shared/model/day.ts'
import type { Telling } from '../../../src/shared/telling/telling.ts'
import { type AnyLetter, law } from './any-letter.ts'

export type Case = { code: string; letter: AnyLetter; today: Day }
type Property = (telling: Telling, of: Case) => void

const textsOf = (telling: Telling) =>
  [...telling.meaning, ...telling.steps, ...(telling.ifNothing ? [telling.ifNothing] : [])].map(({ text }) =>
    english(text),
  )
const isUsable = ({ state }: Telling['left'][number]) =>
  state === 'open' || state === 'unknown' || state === 'later'
const usable = ({ left }: Telling, ...programs: string[]) =>
  left.some((each) => programs.includes(each.program) && isUsable(each))

/** What must be true of every telling of a known letter. */
export const properties: Record<string, Property> = {
  'no right is both open and over, and each is named once': ({ left }, { today }) => {
    const ids = left.map(({ right }) => right)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const { open, until, state } of left) {
      expect(open).toBe(state === 'open')
      if (open && until) expect(until >= today).toBe(true)
      if (state === 'over' && until) expect(until < today).toBe(true)
    }
  },
  'each sentence about a right agrees with how that right stands': ({ sentences, left }) => {
    for (const { right, state } of sentences) {
      if (right === null) continue
      expect(left.find((each) => each.right === right)?.state).toBe(state)
    }
  },
  'no step offers a form, a hearing, or a court whose time has passed': (telling) => {
    const said = telling.steps.map(({ text }) => english(text)).join('\n')
    if (
      !usable(telling, 'CDP', 'EH') &&
      !telling.left.some((each) => each.right === 'FRIV-30' && isUsable(each))
    )
      expect(said).not.toMatch(/Form 12153/)
    if (!usable(telling, 'CAP', 'IA-appeal')) expect(said).not.toMatch(/(?<!appeal a refusal with )Form 9423/)
    if (!usable(telling, 'tax-court')) expect(said).not.toMatch(/file a petition|petition the U\.S\./i)
    if (!telling.left.some(isUsable)) expect(said).not.toMatch(/mail-by date|by the last day/)
  },
  'a petition to the Tax Court is never faxed or uploaded': ({ sentences, left }) => {
    const court = left.filter(({ program }) => program === 'tax-court').map(({ right }) => right)
    for (const { right, text } of sentences)
      if (right !== null && court.includes(right)) expect(english(text)).not.toMatch(/\bfax|upload/i)
    for (const { program, send } of left)
      if (program === 'tax-court' && send) expect(english(send)).not.toMatch(/\bfax|upload/i)
  },
  'what a letter means names a hearing only while there is one': (telling) => {
    if (usable(telling, 'CDP', 'EH')) return
    const said = [...telling.meaning, ...(telling.ifNothing ? [telling.ifNothing] : [])]
      .map(({ text }) => english(text))
      .join('\n')
    expect(said).not.toMatch(
      /right to a hearing|offered now|chance for a hearing|gives the hearing|can have a hearing/,
    )
  },
  'there is a next step, it comes first, and it names no day that has passed': (
    { nextStep, steps, state },
    { today },
  ) => {
    expect(english(nextStep.text).length).toBeGreaterThan(10)
    expect(steps[0]).toEqual(nextStep)
    if (state === 'answerOverdue' || state === 'irsOverdue') return
    for (const [text] of english(nextStep.text).matchAll(/[A-Z][a-z]+ \d{1,2}, \d{4}/g)) {
      const named = new Date(`${text} UTC`).toISOString().slice(0, 10)
      if (!/Compare the date/.test(english(nextStep.text))) expect(named >= today).toBe(true)
    }
  },
  'the day to mail is ahead, not after the last day, and has an open post office': (
    { mailBy, lastDay, when, daysLeft },
    { today },
  ) => {
    expect(lastDay === null).toBe(daysLeft === null)
    if (!mailBy || !lastDay) {
      expect(mailBy).toBeNull()
      return
    }
    expect(mailBy >= today && mailBy <= lastDay && isPostOpen(law, mailBy)).toBe(true)
    if (mailBy === lastDay) expect(when && english(when.text)).toMatch(/last day/)
  },
  'wherever a letter speaks of a hearing, the last day of the equivalent one is named': (
    { left, sentences },
    { code, letter },
  ) => {
    const hearing = findNotice(law, code)?.rights.find(
      ({ program, rule }) => program === 'EH' && rule !== null,
    )
    const isDated =
      hearing?.rule === 'CDP-5' ||
      letter.confirmed.respondByDate !== null ||
      letter.events.some(({ kind }) => kind === 'nftlFiled')
    const own = left.find(({ right }) => right === hearing?.rule)
    if (!hearing || !isDated || !own || own.state === 'done') return
    expect(own.until).not.toBeNull()
    expect(sentences.some(({ right }) => right === hearing.rule)).toBe(true)
  },
  'a letter without a collection appeal never speaks of one': (telling, { code }) => {
    const rights = findNotice(law, code)?.rights ?? []
    if (rights.some(({ program }) => program === 'CAP' || program === 'IA-appeal')) return
    const said = [english(telling.nextStep.text), ...telling.left.map(({ text }) => english(text))].join('\n')
    expect(said).not.toMatch(/\bCAP\b|9423|Collection Appeals/)
  },
  'every text has words, also in what it means and what follows': (telling) => {
    expect(telling.meaning.length).toBeGreaterThan(0)
    for (const text of textsOf(telling)) expect(text.trim()).not.toBe('')
  },
}
