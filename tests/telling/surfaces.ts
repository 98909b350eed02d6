import { expect } from 'vitest'
import { calendarText } from '../../src/main/integrations/calendar.ts'
import { tellingJson, textOfTelling } from '../../src/main/shells/cli/telling-words.ts'
import { listLettersByView } from '../../src/renderer/features/letters/letter-view.ts'
import { english } from '../../src/shared/i18n/english.ts'
import { longDay, weekdayDay } from '../../src/shared/i18n/format-facts.ts'
import type { Day } from '../../src/shared/model/day.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { closedWay } from '../../src/shared/telling/closed-ways.ts'
import { daysAhead } from '../../src/shared/telling/days-ahead.ts'
import { remindersOf } from '../../src/shared/telling/reminders.ts'
import { tell } from '../../src/shared/telling/tell.ts'
import { caseAmong } from '../../src/shared/telling/tell-all.ts'
import type { Telling } from '../../src/shared/telling/telling.ts'
import { law } from '../law.ts'

type Case = { letter: Letter; today: Day }
/** What a surface says of a letter. */
type Spoken = Pick<Telling, 'state' | 'mailBy' | 'lastDay'> & { nextStep: string }

const spoken = ({ state, mailBy, lastDay, nextStep }: Telling): Spoken => ({
  ...{ state, mailBy, lastDay },
  nextStep: english(nextStep.text),
})
const compact = (day: Day) => day.replaceAll('-', '')

/** Holds the list, the reminders, the calendar, the map, and the command line against the telling among the other letters. */
export function holdTogether({ letter, today }: Case, others: Letter[] = []): Telling {
  const letters = [letter, ...others]
  const { telling } = caseAmong(law, letters, letter, today)
  const said = spoken(telling)
  holdList(letters, letter, today, said)
  holdDays(letters, letter, today, telling)
  holdMap(telling)
  const json = tellingJson(telling)
  expect({ ...json, ...said }).toEqual(json)
  const text = textOfTelling(telling).replace(/\s+/g, ' ')
  expect(text).toContain(said.nextStep.slice(0, 60))
  if (said.lastDay) expect(text).toContain(said.lastDay)
  if (others.length === 0) expect(spoken(tell(law, letter, today))).toEqual(said)
  return telling
}

function holdList(letters: Letter[], letter: Letter, today: Day, said: Spoken): void {
  const row = Object.values(listLettersByView(law, letters, today))
    .flat()
    .find((each) => each.letter.id === letter.id)
  expect(row && spoken(row.telling)).toEqual(said)
}

/** Each day of the reminders and the calendar is one of the telling, and the day that matters now is among them. */
function holdDays(letters: Letter[], letter: Letter, today: Day, telling: Telling): void {
  const days = daysAhead(law, letters, today).filter((each) => each.letter.id === letter.id)
  const open = telling.left.filter(({ open, until, send }) => open && until && send)
  expect(days.map(({ right }) => right.right).sort()).toEqual(
    telling.state === 'done' ? [] : open.map(({ right }) => right).sort(),
  )
  const now = days.find(({ right }) => right.right === telling.right)
  if (telling.lastDay && telling.lastDay >= today) {
    expect(now?.deadline.lastDay).toBe(telling.lastDay)
    if (telling.mailBy) expect(now?.deadline.sendBy).toBe(telling.mailBy)
  }
  const events = calendarText(days, `${today}T12:00:00.000Z`, null)
  for (const { deadline, ifMissed } of days) {
    expect(events).toContain(`DTSTART;VALUE=DATE:${compact(deadline.lastDay)}`)
    if (ifMissed) expect(events).toContain(`DTSTART;VALUE=DATE:${compact(ifMissed.until)}`)
  }
  for (const { lastDay, sendBy } of remindersOf(days, today, {}).due) {
    expect(lastDay >= today && sendBy >= today).toBe(true)
    expect(open.some(({ deadline }) => deadline.sendBy === sendBy)).toBe(true)
  }
}

/** The way to a hearing, an equivalent one, an appeal, or a court is closed exactly when the telling calls its rights over. */
function holdMap({ left }: Telling): void {
  for (const [station, programs] of Object.entries(ways)) {
    const own = left.filter(({ program }) => programs.includes(program))
    const isOver = own.length > 0 && own.every(({ open, state }) => !open && state === 'over')
    expect([station, closedWay([{ left }], station) !== null]).toEqual([station, isOver])
  }
}
const ways: Record<string, string[]> = {
  'coll-cdp-req': ['CDP'],
  'coll-eh-req': ['EH'],
  'coll-cap-req': ['CAP', 'IA-appeal'],
  'lit-petition-def': ['tax-court'],
  'coll-alternatives': [],
}

/** How a paper may write a day. */
export const daysIn = (text: string, day: Day): boolean =>
  text.includes(longDay(day)) || text.includes(weekdayDay(day))
