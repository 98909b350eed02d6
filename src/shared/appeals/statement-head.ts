import { english } from '../i18n/english.ts'
import { formatForm, formatPeriods, longDay } from '../i18n/format-facts.ts'
import { say } from '../i18n/message.ts'
import { printedName } from '../law/law.ts'
import type { LoggedKind } from '../model/case-event.ts'
import { signersOf } from './answers-from-facts.ts'
import type { SaidSentence, StatementPart } from './draft.ts'
import { saidBy } from './draft-common.ts'
import type { StatementInput } from './draft-statement.ts'
import { byTwo, sentence, toldPart } from './told-part.ts'

const eventSentences: Partial<Record<LoggedKind, string>> = {
  nftlFiled: 'A Notice of Federal Tax Lien was filed on',
  levyServed: 'A levy was served on',
  seizureNoticeGiven: 'A Notice of Seizure was given or left on',
  agreementTerminated: 'The installment agreement was terminated on',
}

/** Who asks, what the IRS did and when, and what is asked for, with the letter that says so. */
export function actionPart(input: StatementInput): StatementPart {
  const heading = say('draft.heading.action')
  const { form, facts, actions, letter } = input
  const labels = form.actions
    .filter((each) => actions.includes(each.action))
    .map((each) => english(each.says ?? each.label))
  const happened = letter.events.flatMap(({ kind, day }) => {
    const begun = eventSentences[kind]
    return begun ? [sentence(`${begun} ${longDay(day)}.`, 'you', 'events')] : []
  })
  if (labels.length === 0 || !(facts.noticeDate || happened.length)) {
    const question = labels.length === 0 ? 'action' : 'facts'
    return { heading, question, blank: say('draft.whichAction'), stops: true }
  }
  return toldPart(heading, 'action', [
    [
      ...whoSentences(input),
      ...taxSentence(input),
      sentence(`${asksFor(input)}: ${labels.join('; ')}.`, letter.answers.actions ? 'you' : 'law', 'action'),
      ...happened,
    ],
  ])
}

function taxSentence({ facts }: StatementInput): SaidSentence[] {
  const periods = formatPeriods(facts.taxPeriods)
  const tax = facts.form
    ? [formatForm(facts.form), periods].filter(Boolean).join(', ')
    : periods && `for ${periods}`
  return tax ? [sentence(`The tax at issue is ${tax}.`, 'letter', 'facts')] : []
}

function whoSentences({ law, facts, answers, letter }: StatementInput): SaidSentence[] {
  const who = signersOf(answers)
  const notice = facts.noticeCode && printedName(law, facts.noticeCode)
  const letterWords = `${notice ?? 'the IRS letter'}${facts.noticeDate ? `, dated ${longDay(facts.noticeDate)}` : ''}`
  const two = byTwo(answers)
  const am = [two ? 'We are' : 'I am', who && `${who},`, two ? 'the taxpayers' : 'the taxpayer']
  const named = sentence(
    `${am.filter(Boolean).join(' ')} named in ${letterWords}.`,
    saidBy(letter.answers).name,
    'who',
  )
  if (answers.signer !== 'representative') return [named]
  const who2848 = answers.representativeName.trim() || 'A representative'
  return [named, sentence(`${who2848} signs for ${two ? 'us' : 'me'} under Form 2848.`, 'you', 'signer')]
}

/** By its legal name; the fallback is that of item 2 of Form 12153. */
function asksFor({ form, answers }: StatementInput): string {
  const who = byTwo(answers) ? 'We' : 'I'
  return form.form === '12153'
    ? `${who} request a Collection Due Process hearing, or an equivalent hearing if this request is not timely, about this action`
    : `${who} appeal this collection action`
}
