import { formatPeriods } from '../i18n/format-facts.ts'
import { say } from '../i18n/message.ts'
import { type Filled, filled, saidBy, taxTypeOf, tinBlock } from './draft-common.ts'
import type { StatementInput } from './draft-statement.ts'

/** The value of one typed item of Form 12153, or why it is blank. */
export function text12153(block: string, { form, facts, answers, letter }: StatementInput): Filled {
  const said = saidBy(letter.answers)
  const joint = answers.joint === 'bothSign'
  const second = letter.answers.jointName.trim() ? 'you' : 'letter'
  const byRepresentative = answers.signer === 'representative'
  switch (block) {
    case '3':
      return filled(answers.name, say('draft.name'), true, said.name)
    case '3 TIN':
      return tinBlock(answers, facts)
    case '3 address':
      return filled(answers.street, say('draft.street'), true, said.address)
    case '3 city':
      return filled(answers.city, say('draft.city'), true, said.address)
    case '3 state':
      return filled(answers.state, say('draft.abroad'), false, said.address)
    case '3 ZIP':
      return filled(answers.zip, say('draft.abroad'), false, said.address)
    case '4':
      return filled(phoneOf(answers).number, say('draft.phoneAppeals'), false)
    case '4 time':
      return filled(answers.bestTime, say('draft.optional'), false)
    case '5':
      return filled(answers.jointName, say('draft.noJoint'), false, second)
    case '5 TIN':
      if (joint && !answers.jointTin.trim())
        return { kind: 'handwritten', pen: 'write', reason: say('draft.writeNumber') }
      return filled(answers.jointTin, say('draft.noJoint'), false)
    case '5 address':
      return filled(answers.jointAddress, say(joint ? 'draft.sameAddress' : 'draft.noJoint'), false)
    case '7 type':
      return filled(facts.form ? (taxTypeOf(form, facts.form) ?? '') : '', onNotice, false, 'letter')
    case '7 form':
      return filled(facts.form ?? '', onNotice, false, 'letter')
    case '7 periods':
      return filled(formatPeriods(facts.taxPeriods), onNotice, false, 'letter')
    case '10 representative name':
      return byRepresentative
        ? filled(answers.representativeName, say('draft.nameRepresentative'), true)
        : filled('', say('draft.taxpayerSigns'), false)
    case '10 representative phone':
      return byRepresentative
        ? filled(answers.representativePhone, say('draft.representativePhone'), false)
        : filled('', say('draft.taxpayerSigns'), false)
    default:
      throw new Error(`draft 12153: no source for item ${block}`)
  }
}

const onNotice = say('draft.asOnNotice')

/** The number to call and which of the form's boxes it is. */
export function phoneOf({ homePhone, businessPhone }: { homePhone: string; businessPhone: string }) {
  return homePhone.trim()
    ? { number: homePhone.trim(), kind: 'home' as const }
    : { number: businessPhone.trim(), kind: 'work' as const }
}
