import type { Notice } from '../law/law.ts'
import type { AppealAnswers } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'
import { type Filled, filled, saidBy, taxTypeAndForm, tinBlock } from './draft-common.ts'
import type { FormDescription } from './form-description.ts'
import { formatMoney, formatPeriods } from './format-facts.ts'

type TextSources = {
  form: FormDescription
  notice: Notice | undefined
  facts: LetterFacts
  answers: AppealAnswers
  /** What the person typed, without what the letter says. */
  typed: AppealAnswers
}

/** The value of one typed block (1 to 13), or why it has none. */
export function textOf(block: string, { form, notice, facts, answers, typed }: TextSources): Filled {
  const said = saidBy(typed)
  switch (block) {
    case '1':
      return filled(answers.name, 'Write your name as the letter prints it.', true, said.name)
    case '2':
      return filled(
        answers.representativeName,
        answers.signer === 'representative' ? 'Name the representative who signs.' : 'No representative.',
        answers.signer === 'representative',
      )
    case '3':
      return tinBlock(answers, facts)
    case '4':
      return filled(answers.businessPhone, 'Optional.', false)
    case '5':
      return filled(answers.homePhone, 'A daytime number lets the IRS reach you.', false)
    case '6':
      return answers.representativeName.trim()
        ? filled(answers.representativePhone, "The representative's number.", false)
        : filled('', 'No representative.', false)
    case '7':
      return filled(answers.street, 'Write your street address.', true, said.address)
    case '8':
      return filled(answers.city, 'Write your city.', true, said.address)
    case '9':
      return filled(answers.state, 'Blank if abroad.', false, said.address)
    case '10':
      return filled(answers.zip, 'Blank if abroad.', false, said.address)
    case '11':
      return filled(taxTypeAndForm(form, facts.form), 'The letter’s tax form was not found.', true, 'letter')
    case '12':
      return filled(
        formatPeriods(facts.taxPeriods),
        'The letter’s tax periods were not found.',
        true,
        'letter',
      )
    case '13':
      return taxDue(notice, facts)
    default:
      throw new Error(`draft 9423: no source for block ${block}`)
  }
}

function taxDue(notice: Notice | undefined, { amountDue }: LetterFacts): Filled {
  const missedOnly = notice?.amountDueIs === 'missedPayments'
  const reason = missedOnly
    ? 'The letter asks for missed payments; write the whole balance that it shows.'
    : 'Write the balance that the letter shows.'
  return filled(amountDue && !missedOnly ? formatMoney(amountDue) : '', reason, false, 'letter')
}
