import { type Filled, filled, saidBy, taxTypeOf, tinBlock } from './draft-common.ts'
import type { StatementInput } from './draft-statement.ts'
import { formatPeriods } from './format-facts.ts'

/** The value of one typed item of Form 12153, or why it has none. */
export function text12153(block: string, { form, facts, answers, letter }: StatementInput): Filled {
  const said = saidBy(letter.answers)
  const joint = answers.jointName.trim() !== ''
  const byRepresentative = answers.signer === 'representative'
  switch (block) {
    case '3':
      return filled(answers.name, 'Write your name as the letter prints it.', true, said.name)
    case '3 TIN':
      return tinBlock(answers, facts)
    case '3 address':
      return filled(answers.street, 'Write your street address.', true, said.address)
    case '3 city':
      return filled(answers.city, 'Write your city.', true, said.address)
    case '3 state':
      return filled(answers.state, 'Blank if abroad.', false, said.address)
    case '3 ZIP':
      return filled(answers.zip, 'Blank if abroad.', false, said.address)
    case '4':
      return filled(phoneOf(answers).number, 'A daytime number lets Appeals reach you.', false)
    case '4 time':
      return filled(answers.bestTime, 'Optional.', false)
    case '5':
      return filled(answers.jointName, 'No second taxpayer.', false)
    case '5 TIN':
      if (joint && !answers.jointTin.trim())
        return { kind: 'ink', pen: 'write', reason: 'Write the full number by hand.' }
      return filled(answers.jointTin, 'No second taxpayer.', false)
    case '5 address':
      return filled(answers.jointAddress, joint ? 'Blank: the same address.' : 'No second taxpayer.', false)
    case '7 type':
      return filled(facts.form ? (taxTypeOf(form, facts.form) ?? '') : '', onNotice, false, 'letter')
    case '7 form':
      return filled(facts.form ?? '', onNotice, false, 'letter')
    case '7 periods':
      return filled(formatPeriods(facts.taxPeriods), onNotice, false, 'letter')
    case '10 representative name':
      return byRepresentative
        ? filled(answers.representativeName, 'Name the representative who signs.', true)
        : filled('', 'Leave blank: the taxpayer signs.', false)
    case '10 representative phone':
      return byRepresentative
        ? filled(answers.representativePhone, "The representative's number.", false)
        : filled('', 'Leave blank: the taxpayer signs.', false)
    default:
      throw new Error(`draft 12153: no source for item ${block}`)
  }
}

const onNotice = 'As on the notice; its copy is included, so this may stay blank.'

/** The number to call and which of the form's boxes it is. */
export function phoneOf({ homePhone, businessPhone }: { homePhone: string; businessPhone: string }) {
  return homePhone.trim()
    ? { number: homePhone.trim(), kind: 'home' as const }
    : { number: businessPhone.trim(), kind: 'work' as const }
}
