import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import { needsAmount, needsDay, offered, type Reason, type Remedy } from '../../../shared/appeals/reasons.ts'
import { english, inEnglish } from '../../../shared/i18n/english.ts'
import type { AppealAnswers } from '../../../shared/model/appeal.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import type { Core } from '../../app/core.ts'
import { papersOf } from './blank-words.ts'
import { UsageFailure } from './command-failure.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

type Choice<T> = {
  from: readonly T[]
  put: (answers: AppealAnswers, chosen: T, text: string | null) => AppealAnswers
}

/**
 * The reasons that count for a letter with what was said to each, after those given were changed: `hardship="Income is
 * ..."` chooses one with its facts, `hardship` alone without, and `hardship=` takes it back.
 */
export const reasonsCommand = (id: string, set: string[], options: LibraryOptions) =>
  withCore(options, async (core) => {
    const { letter, all } = await changed(core, id, set, ({ reasons }) => ({ from: reasons, put: putReason }))
    const { reasons: said } = letter.answers
    for (const reason of all.reasons) {
      const own = said.find((each) => each.id === reason.id)
      const json = { ...inEnglish(reason), chosen: own !== undefined, facts: own?.detail ?? '' }
      print(options, json, () => reasonLines(reason, own?.detail ?? null).join('\n'))
    }
  })

/**
 * What can be offered or asked for, after those given were changed: `monthly="$250; April 15, 2026"` with the amount and
 * the day, `release-levy` where neither is needed, and `monthly=` takes it back.
 */
export const offersCommand = (id: string, set: string[], options: LibraryOptions) =>
  withCore(options, async (core) => {
    const { letter, all } = await changed(core, id, set, ({ remedies }) => ({
      from: remedies,
      put: putOffer,
    }))
    const { remedies: said } = letter.answers
    for (const remedy of all.remedies) {
      const own = said.find((each) => each.id === remedy.id)
      const json = {
        ...inEnglish(remedy),
        chosen: own !== undefined,
        amount: own?.amount ?? '',
        day: own?.day ?? '',
      }
      print(options, json, () => offerLine(remedy, own))
    }
  })

type Offered = ReturnType<typeof offered>

async function changed<T extends { id: string }>(
  core: Core,
  id: string,
  set: string[],
  choiceOf: (all: Offered) => Choice<T>,
): Promise<{ letter: Letter; all: Offered }> {
  const letter = await findLetter(core, id)
  const all = await offeredTo(core, letter)
  const { from, put } = choiceOf(all)
  const answers = set.reduce((before, pair) => withChoice(before, pair, from, put), letter.answers)
  if (set.length > 0) unwrap(await core.api['letter:answer']({ id: letter.id, answers }))
  return { letter: { ...letter, answers }, all }
}

async function offeredTo(core: Core, letter: Letter): Promise<Offered> {
  const { form }: Pick<AppealPapers, 'form'> = await papersOf(core, letter)
  const { forms } = await core.api['app:start'](null)
  return offered(forms.reasons, actionsOf(core.law, letter), form.form)
}

function withChoice<T extends { id: string }>(
  answers: AppealAnswers,
  pair: string,
  from: Choice<T>['from'],
  put: Choice<T>['put'],
): AppealAnswers {
  const [name = '', ...rest] = pair.split('=')
  const chosen = from.find((each) => each.id === name)
  if (!chosen) {
    const known = from.map((each) => each.id).join(', ')
    throw new UsageFailure(
      known
        ? `"${cleanText(name)}" does not fit this letter and form. What fits: ${known}`
        : 'Nothing fits yet: say first what you appeal, with waymark answer ID actions=levy',
    )
  }
  return put(answers, chosen, rest.length > 0 ? rest.join('=').trim() : null)
}

function putReason(answers: AppealAnswers, { id }: Reason, text: string | null): AppealAnswers {
  const others = answers.reasons.filter((each) => each.id !== id)
  return { ...answers, reasons: text === '' ? others : [...others, { id, detail: text ?? '' }] }
}

function putOffer(answers: AppealAnswers, remedy: Remedy, text: string | null): AppealAnswers {
  const others = answers.remedies.filter((each) => each.id !== remedy.id)
  if (text === '') return { ...answers, remedies: others }
  const parts = (text ?? '').split(';').map((part) => part.trim())
  const amount = needsAmount(remedy) ? (parts.shift() ?? '') : ''
  const day = needsDay(remedy) ? (parts.shift() ?? '') : ''
  if (parts.some(Boolean))
    throw new UsageFailure(`${remedy.id} takes ${howToOffer(remedy)}. Write it so: ${exampleOf(remedy)}`)
  return { ...answers, remedies: [...others, { id: remedy.id, amount, day }] }
}

const howToOffer = (remedy: Remedy): string =>
  [needsAmount(remedy) && 'an amount', needsDay(remedy) && 'a day'].filter(Boolean).join(' and ') ||
  'nothing more'

function exampleOf(remedy: Remedy): string {
  const parts = [needsAmount(remedy) && '$250', needsDay(remedy) && 'April 15, 2026'].filter(Boolean)
  return parts.length > 0 ? `${remedy.id}="${parts.join('; ')}"` : remedy.id
}

function reasonLines({ id, label, ask, proof }: Reason, facts: string | null): string[] {
  return [
    `${facts === null ? '[ ]' : '[x]'} ${id.padEnd(20)} ${english(label)}`,
    ...(facts === null ? [] : [`      ${facts === '' ? `Still to say: ${english(ask)}` : cleanText(facts)}`]),
    ...(facts === null ? [] : [`      Proof: ${proof.map(english).join('; ')}`]),
  ]
}

function offerLine(remedy: Remedy, own: AppealAnswers['remedies'][number] | undefined): string {
  const head = `${own ? '[x]' : '[ ]'} ${remedy.id.padEnd(20)} ${english(remedy.label)}`
  const said = own ? [own.amount, own.day].filter(Boolean).map(cleanText).join('; ') : ''
  return said ? `${head}: ${said}` : `${head} (${exampleOf(remedy)})`
}
