import type { CaseEvent } from '../../../../shared/model/case-event.ts'
import type { Mailing } from '../../../../shared/model/exhibit.ts'
import type { HistoryChange, HistoryStep } from '../../../../shared/model/history.ts'
import { factNames, noFacts } from '../../../../shared/model/letter.ts'
import { type Situation, type Special, situations } from '../../../../shared/model/special.ts'
import { textFromFact } from '../../../common/letter/facts-draft.ts'
import { list, longDay } from '../../../i18n/format.ts'
import { t, type WordKey, words } from '../../../i18n/words.ts'

/** What one step did, in the words of a person: the first line says it, the others say what exactly. */
export function wordsOfStep(step: HistoryStep, steps: readonly HistoryStep[]): string[] {
  const [first = '', ...details] = step.changes.filter(isWorthWords).flatMap(wordsOfChange)
  if (step.undoes === null) return [first, ...details]
  const { act, times } = actBehind(step, steps)
  const what = act.changes.filter(isWorthWords).flatMap(wordsOfChange)[0] ?? first
  return [t(times % 2 === 0 ? 'history.redone' : 'history.undone', { what })]
}

/** The act that was taken back, done again, and so on, and how often. */
function actBehind(step: HistoryStep, steps: readonly HistoryStep[]): { act: HistoryStep; times: number } {
  const before = steps.find(({ id }) => id === step.undoes)
  if (!before) return { act: step, times: 0 }
  const { act, times } = actBehind(before, steps)
  return { act, times: times + 1 }
}

/** How pages lie changes with each reading, and the reading says enough. */
const isWorthWords = ({ what }: HistoryChange, _at: number, all: readonly HistoryChange[]) =>
  what !== 'pages' || all.length === 1

function wordsOfChange(change: HistoryChange): string[] {
  switch (change.what) {
    case 'kept':
      return [t('history.kept')]
    case 'reading':
      return [t(change.before ? 'history.readAgain' : 'history.read')]
    case 'pages':
    case 'arranged':
      return [t('history.pages')]
    case 'confirmed':
      return wordsOfConfirmed(change)
    case 'events':
      return wordsOfLists(change, eventWords)
    case 'answers':
      return wordsOfAnswers(change)
    case 'mailings':
      return wordsOfLists(change, mailingWords)
    case 'exhibits':
      return wordsOfLists(change, ({ title }) => title)
    case 'removed':
      return [t(change.after ? 'history.removed' : 'history.broughtBack')]
  }
}

type Change<W> = Extract<HistoryChange, { what: W }>

function wordsOfConfirmed({ before, after }: Change<'confirmed'>): string[] {
  if (!after) return [t('history.unconfirmed')]
  if (!before) return [t('history.confirmed')]
  const changed = factNames.filter((name) => textFromFact(before, name) !== textFromFact(after, name))
  const value = (facts: typeof after, name: (typeof factNames)[number]) =>
    textFromFact(facts ?? noFacts, name) || t('facts.none')
  return [
    t('history.corrected'),
    ...changed.map((name) =>
      t('history.fact', {
        name: t(`facts.names.${name}`),
        before: value(before, name),
        after: value(after, name),
      }),
    ),
  ]
}

function wordsOfLists<T>(
  { before, after }: { before: T[]; after: T[] },
  words: (each: T) => string,
): string[] {
  const [old, now] = [before.map(words), after.map(words)]
  const lines = [
    ...now.filter((each) => !old.includes(each)).map((what) => t('history.added', { what })),
    ...old.filter((each) => !now.includes(each)).map((what) => t('history.tookOut', { what })),
  ]
  return lines.length > 0 ? lines : [t('history.changedNotes')]
}

const eventWords = ({ kind, day }: CaseEvent) => `${t(`events.kinds.${kind}`)}, ${longDay(day)}`
const mailingWords = ({ what, how, day }: Mailing) =>
  [what, t(`mailing.ways.${how}`), longDay(day)].filter(Boolean).join(', ')

function wordsOfAnswers({ before, after, what }: Change<'answers'>): string[] {
  const { special: caseBefore, specialHere: hereBefore, ...typedBefore } = before
  const { special: caseAfter, specialHere: hereAfter, ...typed } = after
  const isOther = (each: Situation, was?: Special, is?: Special) =>
    JSON.stringify(was?.[each]) !== JSON.stringify(is?.[each])
  const said = situations.filter(
    (each) => isOther(each, caseBefore, caseAfter) || isOther(each, hereBefore, hereAfter),
  )
  const names = list(said.map((each) => t(`special.ask.${each}`)))
  const isTyped = JSON.stringify(typedBefore) !== JSON.stringify(typed)
  return [
    ...(said.length > 0 ? [t('history.special', { names })] : []),
    ...(isTyped
      ? [t('history.answers', { names: namesOfAnswers({ what, before: typedBefore, after: typed }) })]
      : []),
  ]
}

/** The names of the fields alone: what stands in them may be a full number. */
function namesOfAnswers({ before, after }: Change<'answers'>): string {
  const fields = Object.keys(after) as (keyof typeof after)[]
  const changed = fields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const names = changed.map((name) =>
    words.exists(`answers.names.${name}`) ? t(`answers.names.${name}` as WordKey) : t('history.choices'),
  )
  return list([...new Set(names)])
}
