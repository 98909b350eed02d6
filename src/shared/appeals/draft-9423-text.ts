import type { Notice } from '../law/law.ts'
import type { AppealAnswers } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'
import type { FormDescription } from './form-description.ts'
import { formatForm, formatMoney, formatPeriods, maskedTin } from './format-facts.ts'

type TextSources = {
  form: FormDescription
  notice: Notice | undefined
  facts: LetterFacts
  answers: AppealAnswers
}

type Filled =
  | { kind: 'text'; value: string }
  | { kind: 'blank'; reason: string; stops: boolean }
  | { kind: 'ink'; reason: string }

/** The value of one typed block (1 to 13), or why it has none. */
export function textOf(block: string, { form, notice, facts, answers }: TextSources): Filled {
  switch (block) {
    case '1':
      return filled(answers.name, 'Write your name as the letter prints it.', true)
    case '2':
      return filled(
        answers.representativeName,
        answers.signer === 'representative' ? 'Name the representative who signs.' : 'No representative.',
        answers.signer === 'representative',
      )
    case '3':
      return tin(answers, facts)
    case '4':
      return filled(answers.businessPhone, 'Optional.', false)
    case '5':
      return filled(answers.homePhone, 'A daytime number lets the IRS reach you.', false)
    case '6':
      return answers.representativeName.trim()
        ? filled(answers.representativePhone, "The representative's number.", false)
        : filled('', 'No representative.', false)
    case '7':
      return filled(answers.street, 'Write your street address.', true)
    case '8':
      return filled(answers.city, 'Write your city.', true)
    case '9':
      return filled(answers.state, 'Blank if abroad.', false)
    case '10':
      return filled(answers.zip, 'Blank if abroad.', false)
    case '11':
      return filled(taxType(form, facts.form), 'The letter’s tax form was not found.', true)
    case '12':
      return filled(formatPeriods(facts.taxPeriods), 'The letter’s tax periods were not found.', true)
    case '13':
      if (notice?.amountDueIs === 'missedPayments')
        return filled(
          '',
          'The letter asks for missed payments; write the whole balance that it shows.',
          false,
        )
      return filled(
        facts.amountDue ? formatMoney(facts.amountDue) : '',
        'Write the balance that the letter shows.',
        false,
      )
    default:
      throw new Error(`draft 9423: no source for block ${block}`)
  }
}

function filled(value: string, reason: string, stops: boolean): Filled {
  return value.trim() ? { kind: 'text', value: value.trim() } : { kind: 'blank', reason, stops }
}

function taxType({ taxTypes }: FormDescription, taxForm: string | null): string {
  if (!taxForm) return ''
  const type = taxTypes[taxForm]
  return type ? `${type} (${taxForm})` : formatForm(taxForm)
}

function tin(answers: AppealAnswers, facts: LetterFacts): Filled {
  const typed = answers.tin.trim()
  if (typed) return { kind: 'text', value: typed }
  const masked = maskedTin(facts)
  return { kind: 'ink', reason: `Write the full number by hand${masked ? ` (${masked})` : ''}.` }
}
