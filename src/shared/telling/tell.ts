import { deadlinesOf } from '../deadlines/deadlines-of.ts'
import { say } from '../i18n/message.ts'
import { findLetter, type Law, type Notice } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { factsOf } from '../model/letter.ts'
import { contactOf } from './contact.ts'
import { doubtsOf } from './dates.ts'
import { daysOf } from './days-of.ts'
import { focusOf } from './focus.ts'
import { meaningNow, type Now, saidNow } from './holds.ts'
import { leftOf } from './left.ts'
import { type RightNow, rightsNow } from './right-now.ts'
import { roadOf } from './road.ts'
import { routeOf } from './route.ts'
import { tellSettled } from './settled.ts'
import { settledState, stateByRights, type ToldLetter } from './state-of.ts'
import { stepsOf } from './steps.ts'
import type { Said, Telling } from './telling.ts'
import { aroundStep, whenOf } from './when.ts'

/** What else decides: another letter that took this one's place. */
type Others = { isReplaced: boolean }

/**
 * What a letter says today: how it stands, the one next step and those after it, what is left, and what happens
 * otherwise. Everything that Waymark shows or prints about the letter's rights comes from here. Unchecked facts are
 * told like checked ones, with a mark.
 */
export function tell(
  law: Law,
  letter: ToldLetter,
  today: Day,
  others: Others = { isReplaced: false },
): Telling {
  const facts = factsOf(letter)
  const deadlines = deadlinesOf(law, letter, today)
  const rights = rightsNow(law, deadlines, { noticeDate: facts.noticeDate, today, events: letter.events })
  const now: Now = { rights, noticeDate: facts.noticeDate, today }
  const settled = settledState({ law, letter })
  const notice = findLetter(law, facts.noticeCode)
  if (settled || !notice || 'kind' in notice) return withSentences(tellSettled(law, letter, settled, now))
  const { route } = routeOf(law, letter, deadlines)
  const focus = focusOf(rights, route)
  const state = stateByRights({ law, letter, rights, isReplaced: others.isReplaced }, focus, deadlines)
  const isAnswered = state === 'sent' || state === 'irsOverdue' || state === 'replaced'
  const dated = isAnswered || !focus?.until ? null : focus
  const steps = stepsOf({ letter, notice, now, state, focus: isAnswered ? null : focus, deadlines })
  const left = leftOf(rights)
  const dating = { focus: dated, state, now, unchecked: letter.confirmed === null }
  return withSentences({
    state,
    road: roadOf(route, { state, left, contact: contactOf(letter) }),
    unchecked: letter.confirmed === null,
    title: notice.plainTitle,
    name: notice.printedAs[0] ?? notice.code,
    officialTitle: notice.title,
    ...daysOf(law, dated),
    when: whenOf(dating),
    aroundStep: aroundStep(dating, steps.nextStep),
    ...steps,
    howTo: isAnswered ? [] : howToOf(rights),
    meaning: meaningNow(notice.meaning, now),
    ifNothing: isAnswered ? null : ifNothingOf(notice, now),
    left,
    doubts: [...doubtsOf(letter, today), ...appliesOf(rights)],
  })
}

function ifNothingOf(notice: Notice, now: Now): Said {
  const [first, ...more] = saidNow(notice.ifNothing, now)
  if (!first) return { text: say('telling.ifNothing'), right: null, state: null }
  return more.length === 0
    ? first
    : { ...first, text: say('parts', { parts: [first, ...more].map(({ text }) => text) }) }
}

/** What applies because the person said so, once each: an excuse, a notice to look for, a right that may be used up. */
const appliesOf = (rights: readonly RightNow[]): Said[] => {
  const said = rights.flatMap(({ deadline }) => deadline.applies.map(({ statement }) => statement))
  const once = said.filter(({ id }, index) => said.findIndex((each) => each.id === id) === index)
  return once.map((text) => ({ text, right: null, state: null }))
}

/** How the rights are used that are open, or may be: each sentence once. */
function howToOf(rights: readonly RightNow[]): Said[] {
  const usable = rights.filter(
    ({ state, deadline }) => (state === 'open' || state === 'unknown') && !deadline.aside,
  )
  const said = usable.flatMap(({ id: right, state, deadline }) =>
    deadline.howTo.map((text) => ({ text, right, state })),
  )
  return said.filter(({ text }, index) => said.findIndex((each) => each.text === text) === index)
}

/** All that is said, so that one list can be checked. */
const withSentences = (told: Omit<Telling, 'sentences'>): Telling => ({
  ...told,
  sentences: [
    { text: told.title, right: null, state: null },
    ...(told.when ? [told.when] : []),
    ...told.meaning,
    ...told.steps,
    ...told.howTo,
    ...(told.ifNothing ? [told.ifNothing] : []),
    ...told.left.map(({ text, right, state }) => ({ text, right, state })),
    ...told.doubts,
  ],
})
