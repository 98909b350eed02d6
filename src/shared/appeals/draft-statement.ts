import { english } from '../i18n/english.ts'
import { formatForm, formatPeriods, longDay } from '../i18n/format-facts.ts'
import { type FilledLawText, type Message, type Sentence, say } from '../i18n/message.ts'
import { getRule, printedName } from '../law/law.ts'
import type { AppealAnswers, CollectionAction } from '../model/appeal.ts'
import type { LoggedKind } from '../model/case-event.ts'
import type { LetterFacts } from '../model/letter.ts'
import type { DraftSource, StatementPart } from './draft.ts'
import type { DraftInput } from './draft-common.ts'
import { namedExhibits } from './exhibit-names.ts'
import { chosenReasons, needsAmount, needsDay, offered, saysOf } from './reasons.ts'

export type StatementInput = DraftInput & {
  facts: LetterFacts
  answers: AppealAnswers
  actions: CollectionAction[]
}

const eventSentences: Partial<Record<LoggedKind, string>> = {
  nftlFiled: 'Notice of Federal Tax Lien filed on',
  levyServed: 'Levy served on',
  seizureNoticeGiven: 'Notice of Seizure given or left on',
  agreementTerminated: 'Installment agreement terminated on',
}

/** The collection action with its date, the debt, and the letter that says so. */
export function actionPart({ form, law, facts, actions, letter }: StatementInput): StatementPart {
  const heading = say('draft.heading.action')
  const labels = form.actions
    .filter((each) => actions.includes(each.action))
    .map((each) => english(each.says ?? each.label))
  const notice = facts.noticeCode && printedName(law, facts.noticeCode)
  const happened = letter.events.flatMap(({ kind, day }) => {
    const sentence = eventSentences[kind]
    return sentence ? [`${sentence} ${longDay(day)}.`] : []
  })
  const dated =
    facts.noticeDate && `The IRS letter${notice ? ` (${notice})` : ''} is dated ${longDay(facts.noticeDate)}.`
  if (labels.length === 0 || !(dated || happened.length)) {
    return { heading, blank: say('draft.whichAction'), stops: true }
  }
  const debt = [facts.form && formatForm(facts.form), formatPeriods(facts.taxPeriods)]
  const about = debt.filter(Boolean).join(', ')
  const text = [`${labels.join('; ')}${about ? ` (${about})` : ''}.`, dated, ...happened]
  const from: DraftSource[] = [letter.answers.actions ? 'you' : 'law', 'letter']
  if (happened.length > 0 && !from.includes('you')) from.push('you')
  return { heading, text: text.filter(Boolean).join(' '), from }
}

/**
 * The chosen reasons with the person's facts, then the person's own words; a reason without its facts becomes
 * a blank to fill in.
 */
export function whyParts(input: StatementInput, heading: Sentence, must: Message): StatementPart[] {
  const { answers } = input
  const { reasons } = chosen(input)
  const told = reasons
    .filter(({ detail }) => detail)
    .map(({ reason, detail }) => `${english(saysOf(reason, answers))} ${detail}`)
  const own = answers.whyWrong.trim()
  const text = [...told, own].filter(Boolean).join('\n')
  const incomplete = reasons
    .filter(({ detail }) => !detail)
    .map(({ reason }): StatementPart => {
      const says = saysOf(reason, answers)
      const blank = say('draft.addFacts', { says, ask: reason.ask })
      return { heading, blank, stops: true, begun: english(says) }
    })
  if (!text && incomplete.length === 0) {
    return [{ heading, blank: say('draft.sayWhy', { must }), stops: true }]
  }
  const from: DraftSource[] = told.length > 0 ? ['you', 'law'] : ['you']
  return [...(text ? [{ heading, text, from }] : []), ...incomplete]
}

export function harmPart({ answers }: StatementInput): StatementPart {
  const heading = say('draft.heading.harm')
  const text = answers.harm.trim()
  const blank = say('draft.whichHarm')
  return text ? { heading, text, from: ['you'] } : { heading, blank, stops: false }
}

/** The chosen remedies with amount and date, then the person's own words. */
export function fixParts(input: StatementInput, heading: Sentence, must: Message | null): StatementPart[] {
  const { remedies } = chosen(input)
  const ready = remedies.filter((each) => !lacksAmount(each) && !lacksDay(each))
  const told = ready.map(({ remedy, amount, day }) =>
    english({ ...saysOf(remedy, input.answers), fill: { amount, day } }),
  )
  const text = [...told, input.answers.fix.trim()].filter(Boolean).join(' ')
  const incomplete = remedies.flatMap((each): StatementPart[] => {
    const unfinished = offerToComplete(each, input.answers)
    return unfinished ? [{ heading, ...unfinished, stops: true }] : []
  })
  if (!text && incomplete.length === 0) {
    const blank = must ? say('draft.sayOffer', { must }) : say('draft.sayOfferAlone')
    return [{ heading, blank, stops: true }]
  }
  const from: DraftSource[] = ['you']
  return [...(text ? [{ heading, text, from }] : []), ...incomplete]
}

export function attachmentsPart({ law, letter }: StatementInput): StatementPart {
  const exhibits = namedExhibits(law, letter).map(({ name, title, file }) =>
    file === 'letter' ? lowerFirst(english(title)) : `${english(name)}: ${english(title)}`,
  )
  const from: DraftSource[] = exhibits.length > 1 ? ['you', 'letter'] : ['letter']
  return { heading: say('draft.heading.attached'), text: `${upperFirst(exhibits.join('; '))}.`, from }
}

/** What the law requires a request to contain. */
export const mustSay = ({ law }: StatementInput, rule: string): Message =>
  say('draft.mustSay', { citation: getRule(law, rule).citation })

const chosen = ({ reasons, actions, form, answers }: StatementInput) =>
  chosenReasons(offered(reasons, actions, form.form), answers)

type ChosenRemedy = ReturnType<typeof chosen>['remedies'][number]
const lacksAmount = ({ remedy, amount }: ChosenRemedy): boolean => needsAmount(remedy) && !amount
const lacksDay = ({ remedy, day }: ChosenRemedy): boolean => needsDay(remedy) && !day

/** The offer, with lines to write on where something is missing; null: nothing is missing. */
function offerToComplete(
  chosen: ChosenRemedy,
  answers: AppealAnswers,
): { blank: Message; begun: string } | null {
  const [amount, day] = [lacksAmount(chosen), lacksDay(chosen)]
  const fill = { amount: chosen.amount || '$______', day: chosen.day || '____________' }
  const offer: FilledLawText = { ...saysOf(chosen.remedy, answers), fill }
  const begun = english(offer)
  if (amount && day) return { blank: say('draft.writeAmountAndDay', { offer }), begun }
  if (amount) return { blank: say('draft.writeAmount', { offer }), begun }
  return day ? { blank: say('draft.writeDay', { offer }), begun } : null
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
