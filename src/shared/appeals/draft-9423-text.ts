import { formatMoney, formatPeriods } from '../i18n/format-facts.ts'
import { say } from '../i18n/message.ts'
import type { Notice } from '../law/law.ts'
import type { AppealAnswers } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'
import { signersOf } from './answers-from-facts.ts'
import { type Filled, filled, saidBy, taxTypeAndForm, tinBlock } from './draft-common.ts'
import type { FormDescription } from './form-description.ts'

type TextSources = {
  form: FormDescription
  notice: Notice | undefined
  facts: LetterFacts
  answers: AppealAnswers
  /** What the person typed, without what comes from the letter. */
  typed: AppealAnswers
}

/** The value of one typed block (1 to 13), or why it is blank. */
export function textOf(block: string, { form, notice, facts, answers, typed }: TextSources): Filled {
  const said = saidBy(typed)
  switch (block) {
    case '1':
      return filled(signersOf(answers), say('draft.name'), true, said.name)
    case '2':
      return filled(
        answers.representativeName,
        say(answers.signer === 'representative' ? 'draft.nameRepresentative' : 'draft.noRepresentative'),
        answers.signer === 'representative',
      )
    case '3':
      return tinBlock(answers, facts)
    case '4':
      return filled(answers.businessPhone, say('draft.optional'), false)
    case '5':
      return filled(answers.homePhone, say('draft.phoneIrs'), false)
    case '6':
      return answers.representativeName.trim()
        ? filled(answers.representativePhone, say('draft.representativePhone'), false)
        : filled('', say('draft.noRepresentative'), false)
    case '7':
      return filled(answers.street, say('draft.street'), true, said.address)
    case '8':
      return filled(answers.city, say('draft.city'), true, said.address)
    case '9':
      return filled(answers.state, say('draft.abroad'), false, said.address)
    case '10':
      return filled(answers.zip, say('draft.abroad'), false, said.address)
    case '11':
      return filled(taxTypeAndForm(form, facts.form), say('draft.noTaxForm'), true, 'letter')
    case '12':
      return filled(formatPeriods(facts.taxPeriods), say('draft.noPeriods'), true, 'letter')
    case '13':
      return taxDue(notice, facts)
    default:
      throw new Error(`draft 9423: no source for block ${block}`)
  }
}

function taxDue(notice: Notice | undefined, { amountDue }: LetterFacts): Filled {
  const missedOnly = notice?.amountDueIs === 'missedPayments'
  const reason = say(missedOnly ? 'draft.missedPayments' : 'draft.balance')
  return filled(amountDue && !missedOnly ? formatMoney(amountDue) : '', reason, false, 'letter')
}
