import { findNotice, getRule } from '../law/law.ts'
import type { AppealAnswers, CollectionAction, DraftSource, StatementPart } from '../model/appeal.ts'
import type { LoggedKind } from '../model/case-event.ts'
import type { LetterFacts } from '../model/letter.ts'
import type { DraftInput } from './draft-common.ts'
import { namedExhibits } from './exhibit-names.ts'
import { formatForm, formatPeriods, longDay } from './format-facts.ts'
import { chosenReasons, needsAmount, needsDay, offered } from './reasons.ts'

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
  const heading = 'Action and date'
  const labels = form.actions
    .filter((each) => actions.includes(each.action))
    .map((each) => each.says ?? each.label)
  const notice = findNotice(law, facts.noticeCode)?.printedAs[0] ?? facts.noticeCode
  const happened = letter.events.flatMap(({ kind, day }) => {
    const sentence = eventSentences[kind]
    return sentence ? [`${sentence} ${longDay(day)}.`] : []
  })
  const dated =
    facts.noticeDate && `The IRS letter${notice ? ` (${notice})` : ''} is dated ${longDay(facts.noticeDate)}.`
  if (labels.length === 0 || !(dated || happened.length)) {
    return { heading, blank: 'Say which collection action you appeal, and its date.', stops: true }
  }
  const debt = [facts.form && formatForm(facts.form), formatPeriods(facts.taxPeriods)]
  const about = debt.filter(Boolean).join(', ')
  const text = [`${labels.join('; ')}${about ? ` (${about})` : ''}.`, dated, ...happened]
  const from: DraftSource[] = [letter.answers.actions ? 'you' : 'law', 'letter']
  if (happened.length > 0 && !from.includes('you')) from.push('you')
  return { heading, text: text.filter(Boolean).join(' '), from }
}

/** The chosen reasons with the person's facts, then the person's own words; a reason without its facts is a blank. */
export function whyParts(input: StatementInput, heading: string, must: string): StatementPart[] {
  const { answers } = input
  const { reasons } = chosen(input)
  const told = reasons.filter(({ detail }) => detail).map(({ reason, detail }) => `${reason.says} ${detail}`)
  const own = answers.whyWrong.trim()
  const text = [...told, own].filter(Boolean).join('\n')
  const blanks = reasons
    .filter(({ detail }) => !detail)
    .map(({ reason }): StatementPart => {
      const blank = `${reason.says} Add: ${lowerFirst(reason.ask)}`
      return { heading: `${heading}, to be completed`, blank, stops: true }
    })
  if (!text && blanks.length === 0) {
    return [{ heading, blank: `Say which rule or fact makes the action wrong. ${must}`, stops: true }]
  }
  const from: DraftSource[] = told.length > 0 ? ['you', 'law'] : ['you']
  return [...(text ? [{ heading, text, from }] : []), ...blanks]
}

export function harmPart({ answers }: StatementInput): StatementPart {
  const heading = 'Harm'
  const text = answers.harm.trim()
  const blank = 'Say what the action does to you, your family or your work, if it does.'
  return text ? { heading, text, from: ['you'] } : { heading, blank, stops: false }
}

/** The chosen ways out with amount and day, then the person's own words. */
export function fixParts(input: StatementInput, heading: string, must: string): StatementPart[] {
  const { remedies } = chosen(input)
  const ready = remedies.filter((each) => lacking(each).length === 0)
  const told = ready.map(({ remedy, amount, day }) =>
    remedy.says.replace('{amount}', amount).replace('{day}', day),
  )
  const text = [...told, input.answers.fix.trim()].filter(Boolean).join(' ')
  const blanks = remedies.flatMap((each): StatementPart[] => {
    const missing = lacking(each)
    if (missing.length === 0) return []
    const says = each.remedy.says
      .replace('{amount}', each.amount || '$______')
      .replace('{day}', each.day || '____________')
    return [{ heading, blank: `${says} Write ${missing.join(' and ')}.`, stops: true }]
  })
  if (!text && blanks.length === 0) {
    return [{ heading, blank: `Say exactly what you offer, with amounts and dates. ${must}`, stops: true }]
  }
  const from: DraftSource[] = ['you']
  return [...(text ? [{ heading, text, from }] : []), ...blanks]
}

export function attachmentsPart({ law, letter }: StatementInput): StatementPart {
  const exhibits = namedExhibits(law, letter).map(({ name, title, file }) =>
    file === 'letter' ? lowerFirst(title) : `${name}: ${title}`,
  )
  const from: DraftSource[] = exhibits.length > 1 ? ['you', 'letter'] : ['letter']
  return { heading: 'Attached', text: `${upperFirst(exhibits.join('; '))}.`, from }
}

/** What the law says a request must hold. */
export const mustSay = ({ law }: StatementInput, rule: string): string =>
  `A request has to say this: ${getRule(law, rule).citation}.`

const chosen = ({ reasons, actions, form, answers }: StatementInput) =>
  chosenReasons(offered(reasons, actions, form.form), answers)

type ChosenRemedy = ReturnType<typeof chosen>['remedies'][number]
const lacking = ({ remedy, amount, day }: ChosenRemedy): string[] => [
  ...(needsAmount(remedy) && !amount ? ['the amount'] : []),
  ...(needsDay(remedy) && !day ? ['the day'] : []),
]

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
