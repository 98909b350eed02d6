import type { Law } from '../law/law.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { contactOf } from '../telling/contact.ts'
import { answersFromFacts, twoNamesOf } from './answers-from-facts.ts'
import type { AppealPapers, Forms } from './appeal-papers.ts'
import { actionsOf } from './draft-9423.ts'
import { needsConference } from './draft-9423-statement.ts'
import { eventsAsked } from './events-asked.ts'
import { type InterviewPart, interviewParts, partOf, type QuestionId } from './question.ts'
import { isAnswered, type Known } from './question-state.ts'
import { chosenReasons, offered } from './reasons.ts'
import { type StillBlank, stillBlank } from './still-blank.ts'

/** `mayStay`: nothing is answered, and nothing has to be. `missing`: nothing may be sent before. */
type QuestionState = 'answered' | 'mayStay' | 'missing'

/** One question of the interview. */
export type Question = {
  id: QuestionId
  part: InterviewPart
  state: QuestionState
  /** What is still blank or unsure in its answer, what stops sending first. */
  blanks: StillBlank[]
  /** The letter or another answer says it: Next passes it by, but a box of the form still leads to it. */
  implied: boolean
  /** The reason or the offer it is about. */
  item: string | null
}

type Asked = { law: Law; reasons: Forms['reasons']; letter: Letter; papers: AppealPapers }

/** The questions of an appeal, in order, each with its state: of a letter, its answers, and the draft they make. */
export function interview(asked: Asked): Question[] {
  const known = knownOf(asked)
  const blanks = stillBlank(asked.papers)
  return questionsOf(known).map(({ id, implied, item = null }) => {
    const own = blanks.filter(({ question }) => question === id)
    const stops = id === 'look' ? blanks.some((each) => each.stops) : own.some((each) => each.stops)
    const state = stops ? 'missing' : isAnswered(id, known) ? 'answered' : 'mayStay'
    return { id, part: partOf(id), state, blanks: own, implied: implied && !stops, item }
  })
}

function knownOf({ law, reasons, letter, papers }: Asked): Known {
  const actions = actionsOf(law, letter)
  const answers = answersFromFacts(letter.answers, factsOf(letter))
  return {
    ...{ letter, papers, answers, actions },
    chosen: chosenReasons(offered(reasons, actions, papers.draft.form), answers),
    events: eventsAsked({ letter, papers, actions }),
  }
}

type Listed = { id: QuestionId; implied: boolean; item?: string }

function questionsOf(known: Known): Listed[] {
  const { chosen, events, letter, papers } = known
  const ask = (id: QuestionId, implied = false): Listed => ({ id, implied })
  return [
    ask('route'),
    ask('facts', true),
    ask('action', actionIsKnown(known)),
    ask('joint', letter.answers.joint === null && twoNamesOf(letter.answers, factsOf(letter)) === null),
    ask('who'),
    ...secondTaxpayer(known),
    ask('reach'),
    ask('number'),
    ask('signer'),
    ...whoActed(known),
    ask('events', events.length === 0 && letter.events.length === 0),
    ask('reasons'),
    ...chosen.reasons.map(
      ({ reason }, index): Listed => ({ id: `reason-${index + 1}`, implied: false, item: reason.id }),
    ),
    ask('own'),
    ask('harm'),
    ask('offers', papers.draft.form === '9423' && known.actions.length === 0),
    ...chosen.remedies.map(
      ({ remedy }, index): Listed => ({
        id: `offer-${index + 1}`,
        implied: !/\{(?:amount|day)\}/.test(remedy.says.en),
        item: remedy.id,
      }),
    ),
    ask('fix'),
    ask('exhibits'),
    ask('where'),
    ask('look'),
    ask('print'),
    ask('sent'),
  ]
}

/** The notice stands for one action, and nobody said otherwise. */
const actionIsKnown = ({ letter, actions }: Known): boolean =>
  letter.answers.actions === null && actions.length > 0

function secondTaxpayer({ answers, papers }: Known): Listed[] {
  return answers.joint === 'bothSign'
    ? [{ id: 'second', implied: papers.draft.form === '9423' && answers.jointName !== '' }]
    : []
}

/** Who at the IRS acted decides how an appeal to Collection begins; a hearing begins the same way for everybody. */
function whoActed({ letter, papers, actions }: Known): Listed[] {
  if (papers.draft.form === '12153' || !needsConference(actions)) return []
  return [{ id: 'contact', implied: letter.answers.contact === null && contactOf(letter) !== null }]
}

/** One part of the interview: where it begins, and whether something in it is missing. */
export type PartState = { part: InterviewPart; state: QuestionState; first: QuestionId }

/** The parts in order. A part is answered when one of its questions is and none is missing. */
export function partsOf(questions: readonly Question[]): PartState[] {
  return interviewParts.flatMap((part) => {
    const own = questions.filter((each) => each.part === part)
    const missing = own.find(({ state }) => state === 'missing')
    const first = missing ?? own.find(({ implied }) => !implied) ?? own[0]
    if (!first) return []
    const state = missing ? 'missing' : own.some((each) => each.state === 'answered') ? 'answered' : 'mayStay'
    return [{ part, state, first: first.id }]
  })
}

/** The question to show: the one that is asked for, else the first of its part, else the very first. */
export function questionAt(questions: readonly Question[], id: string | null): Question {
  const found = questions.find((each) => each.id === id) ?? questions.find((each) => isBeside(each, id))
  const [first] = questions
  if (!first) throw new Error('interview: no question')
  return found ?? first
}

/** A reason or an offer that is no longer chosen leads to where it was chosen. */
const isBeside = ({ id }: Question, wanted: string | null): boolean =>
  (id === 'reasons' && wanted?.startsWith('reason-') === true) ||
  (id === 'offers' && wanted?.startsWith('offer-') === true)

/** Where Next and Back lead; what is implied is passed by. null: there is none. */
export function besides(
  questions: readonly Question[],
  id: QuestionId,
): { next: Question | null; back: Question | null } {
  const at = questions.findIndex((each) => each.id === id)
  const asked = (all: readonly Question[]) => all.find(({ implied }) => !implied) ?? null
  return { next: asked(questions.slice(at + 1)), back: asked(questions.slice(0, at).reverse()) }
}
