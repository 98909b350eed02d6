import { isTask } from '../deadlines/ahead.ts'
import { countDays } from '../deadlines/count-days.ts'
import { compareDays } from '../deadlines/days.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { deadlinesOf } from '../deadlines/deadlines-of.ts'
import { findNotice, getRule, type Law, type Notice } from '../law/law.ts'
import type { LoggedKind } from '../model/case-event.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter, type LetterId } from '../model/letter.ts'
import { personsOf } from './persons.ts'

type StoryLetter = Pick<Letter, 'id' | 'confirmed' | 'reading' | 'events'>

/** The letters of one person about one tax period, and what they mean together. */
export type LetterStory = {
  /** null: no letter names a person. */
  person: string | null
  /** `2017`, `2023-06`; null: the letter names no period. */
  taxPeriod: string | null
  /** Oldest first; letters without a date come last. */
  letters: LetterId[]
  newest: LetterId | null
  /** Letters whose amount and answer date a later one replaced. Their open rights stay open. */
  replaced: { letter: LetterId; by: LetterId }[]
  /** The deadline that matters now: the earliest date to send by that is still open. */
  rulesNow: { letter: LetterId; deadline: Deadline } | null
  /**
   * Letters that offer a hearing although an earlier one already did for the same tax and period (rule
   * CDP-4).
   */
  secondHearing: { letter: LetterId; first: LetterId }[]
  /** Letters dated so soon after something was mailed that the two may have crossed in the mail. */
  crossed: { letter: LetterId; mailed: LoggedKind; on: Day }[]
}

/**
 * Reads several letters as one story for each person and tax period; a joint letter is in both people's
 * stories. Only stories of two or more letters are returned.
 */
export function lettersTogether(law: Law, letters: StoryLetter[], today: Day): LetterStory[] {
  return groupsOf(letters).map((group) => storyOf(law, group, today))
}

/** Only the stories that a letter is part of; in a library of thousands these are few. */
export const storiesAbout = (law: Law, letters: StoryLetter[], today: Day, id: LetterId): LetterStory[] =>
  groupsOf(letters)
    .filter((group) => group.letters.some((letter) => letter.id === id))
    .map((group) => storyOf(law, group, today))

const storyOf = (law: Law, group: Group, today: Day): LetterStory => ({
  ...group,
  ...tell(law, inOrder(group.letters), today),
})

/** Only the letters whose amount and answer date a later one replaced; cheaper than their whole stories. */
export const replacedLetters = (law: Law, letters: StoryLetter[]): Set<LetterId> =>
  new Set(
    groupsOf(letters).flatMap((group) =>
      replacedAmong(law, inOrder(group.letters).filter(isDated)).map(({ letter }) => letter),
    ),
  )

type Group = { person: string | null; taxPeriod: string | null; letters: StoryLetter[] }

/** By person and tax period; a single letter is not a group. */
function groupsOf(letters: StoryLetter[]): Group[] {
  const groups = new Map<string, Group>()
  const allFacts = letters.map(factsOf)
  for (const letter of letters) {
    const facts = factsOf(letter)
    for (const person of orNull(personsOf(facts, allFacts)))
      for (const taxPeriod of orNull(facts.taxPeriods)) {
        const key = JSON.stringify([person, taxPeriod])
        const group = groups.get(key) ?? { person, taxPeriod, letters: [] }
        group.letters.push(letter)
        groups.set(key, group)
      }
  }
  return [...groups.values()].filter((group) => group.letters.length > 1)
}

const orNull = (values: string[]): (string | null)[] => (values.length > 0 ? values : [null])

type Told = Omit<LetterStory, 'person' | 'taxPeriod'>

function tell(law: Law, letters: StoryLetter[], today: Day): Told {
  const dated = letters.filter(isDated)
  return {
    letters: letters.map(({ id }) => id),
    newest: dated.at(-1)?.id ?? null,
    replaced: replacedAmong(law, dated),
    rulesNow: rulesNow(law, letters, today),
    secondHearing: dated.flatMap((letter, index) => {
      const kind = hearingOf(noticeOf(law, letter))
      const first =
        kind && dated.slice(0, index).find((earlier) => hearingOf(noticeOf(law, earlier)) === kind)
      return first ? [{ letter: letter.id, first: first.id }] : []
    }),
    crossed: dated.flatMap((letter) => crossedWith(law, letter, letters)),
  }
}

const replacedAmong = (law: Law, dated: StoryLetter[]): LetterStory['replaced'] =>
  dated.flatMap((letter, index) => {
    const by = dated
      .slice(index + 1)
      .findLast((later) => takesOver(noticeOf(law, later), noticeOf(law, letter)))
    return by ? [{ letter: letter.id, by: by.id }] : []
  })

/** A later notice replaces what it names, and an earlier copy of itself that opened no right. */
function takesOver(later: Notice | undefined, earlier: Notice | undefined): boolean {
  if (!later || !earlier) return false
  return later.replaces.includes(earlier.code) || (later.code === earlier.code && earlier.rights.length === 0)
}

function rulesNow(law: Law, letters: StoryLetter[], today: Day): LetterStory['rulesNow'] {
  const open = letters.flatMap((letter) =>
    deadlinesOf(law, letter, today)
      .filter(isTask)
      .flatMap((deadline) =>
        deadline.sendBy ? [{ letter: letter.id, deadline, sendBy: deadline.sendBy }] : [],
      ),
  )
  const [first] = open.sort((a, b) => compareDays(a.sendBy, b.sendBy))
  return first ? { letter: first.letter, deadline: first.deadline } : null
}

/** One hearing about the lien and one about the levy for each tax and period. */
function hearingOf(notice: Notice | undefined): 'lien' | 'levy' | null {
  if (!notice?.isCdpNotice) return null
  return notice.action === 'lien' ? 'lien' : 'levy'
}

const mailings: LoggedKind[] = [
  'appealMailed',
  'hearingRequestMailed',
  'answerMailed',
  'claimMailed',
  'petitionMailed',
]

function crossedWith(law: Law, letter: StoryLetter, letters: StoryLetter[]): LetterStory['crossed'] {
  const date = dateOf(letter)
  if (!date) return []
  return letters
    .filter((each) => each.id !== letter.id)
    .flatMap(({ events }) => events)
    .filter(({ kind, day }) => mailings.includes(kind) && day <= date)
    .filter(({ day }) => date <= countDays(law, getRule(law, 'MAIL-1'), day).lastDay)
    .map(({ kind, day }) => ({ letter: letter.id, mailed: kind, on: day }))
}

const isDated = (letter: StoryLetter): boolean => dateOf(letter) !== null
const dateOf = (letter: StoryLetter): Day | null => factsOf(letter).noticeDate
const noticeOf = (law: Law, letter: StoryLetter): Notice | undefined =>
  findNotice(law, factsOf(letter).noticeCode)

const inOrder = (letters: StoryLetter[]): StoryLetter[] =>
  [...letters].sort((a, b) => {
    const [dayA, dayB] = [dateOf(a), dateOf(b)]
    return dayA && dayB ? compareDays(dayA, dayB) : Number(dayA === null) - Number(dayB === null)
  })
