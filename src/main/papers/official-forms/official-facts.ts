import { answersFromFacts, signersOf } from '../../../shared/appeals/answers-from-facts.ts'
import type { AppealPapers, Forms } from '../../../shared/appeals/appeal-papers.ts'
import type { Draft } from '../../../shared/appeals/draft.ts'
import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import { checkedBoxes } from '../../../shared/appeals/draft-12153.ts'
import { phoneOf } from '../../../shared/appeals/draft-12153-text.ts'
import { statementText, taxTypeAndForm, taxTypeOf } from '../../../shared/appeals/draft-common.ts'
import type { OfficialFact } from '../../../shared/appeals/official-form.ts'
import { formatMoney, formatPeriods } from '../../../shared/i18n/format-facts.ts'
import type { Law } from '../../../shared/law/law.ts'
import type { AppealAnswers } from '../../../shared/model/appeal.ts'
import { factsOf, type Letter, type LetterFacts } from '../../../shared/model/letter.ts'

/** Text, or a check mark. A fact that is missing here stays blank on the form. */
export type OfficialValues = Partial<Record<OfficialFact, string | boolean>>

/** `fills`: the official form that is filled; the names of two people stand together where it has one field for both. */
type Source = { forms: Forms; law: Law; letter: Letter; papers: AppealPapers; fills: string }

/**
 * Everything that an official form may be filled in with, from the same facts and answers as the typeset
 * drafts.
 */
export function officialValues({ forms, law, letter, papers, fills }: Source): OfficialValues {
  const facts = factsOf(letter)
  const answers = answersFromFacts(letter.answers, facts)
  const actions = actionsOf(law, letter)
  const { form, draft } = papers
  const input = { form, reasons: forms.reasons, law, letter, deadlines: papers.deadlines, today: law.checked }
  const checked = checkedBoxes({ ...input, facts, answers, actions })
  const ticks = (head: 'basis' | 'reason' | 'alternative', block: string) =>
    Object.fromEntries([...(checked[block] ?? [])].map((id) => [`${head}.${id}`, true]))
  const taxForm = facts.form ?? ''
  const cityStateZip = [answers.city, [answers.state, answers.zip].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const phone = phoneOf(answers)
  return {
    ...splitName(answers.name),
    name: apart.includes(fills) ? answers.name : signersOf(answers),
    nameAndAddress: [answers.name, [answers.street, cityStateZip].filter(Boolean).join(', ')]
      .join('\n')
      .trim(),
    'address.line': [answers.street, cityStateZip].filter(Boolean).join(', '),
    ...tins(answers.tin, facts),
    street: answers.street,
    city: answers.city,
    state: answers.state,
    zip: answers.zip,
    cityStateZip,
    phone: phone.number,
    'phone.isHome': phone.number !== '' && phone.kind === 'home',
    'phone.isWork': phone.number !== '' && phone.kind === 'work',
    'phone.time': answers.bestTime,
    homePhone: answers.homePhone,
    workPhone: answers.businessPhone,
    ...otherPeople(answers),
    'tax.type': taxTypeOf(form, taxForm) ?? '',
    'tax.form': taxForm,
    'tax.typeAndForm': taxTypeAndForm(form, facts.form),
    'tax.periods': formatPeriods(facts.taxPeriods),
    'tax.isIncome': taxTypeOf(form, taxForm) === 'Income',
    'tax.isEmployment': taxTypeOf(form, taxForm) === 'Employment',
    'tax.is1040': taxForm === '1040',
    'tax.is941': taxForm === '941',
    ...period(facts),
    amountDue: amountOf(draft, facts),
    monthlyAmount: answers.remedies.find(({ id }) => id === 'monthly')?.amount.replace(/^\$/, '') ?? '',
    ...ticks('basis', '1'),
    'basis.equivalent': true,
    ...ticks('reason', '8'),
    ...ticks('alternative', '9'),
    ...Object.fromEntries(actions.map((action) => [`action.${boxOf(action)}`, true])),
    statement: statementText(draft.statement),
    'statement.pointer': form.seeContinuation,
    'alternative.pointer': checked['9']?.has('other') ? form.seeContinuation : '',
  }
}

/** Forms with a field for each person, and powers of attorney, of which each person signs one. */
const apart = ['12153', '2848', '8821', '9465']

/** The box of Form 9423 that covers an action without a box of its own. */
const boxOf = (action: string): string =>
  action === 'lienCertificate'
    ? 'lien'
    : action === 'returnOfProperty' || action === 'wrongfulLevy'
      ? 'levy'
      : action

/** The joint filer, the representative, and which of the two signs. */
function otherPeople(answers: AppealAnswers): OfficialValues {
  const byRepresentative = answers.signer === 'representative'
  return {
    'joint.name': answers.jointName,
    'joint.tin': answers.jointTin,
    'joint.address': answers.jointAddress,
    'representative.name': answers.representativeName,
    'representative.phone': answers.representativePhone,
    'signer.representative': byRepresentative ? answers.representativeName : '',
    'signer.representativePhone': byRepresentative ? answers.representativePhone : '',
    'signer.isTaxpayer': !byRepresentative,
    'signer.isRepresentative': byRepresentative,
  }
}

/** Only if the name leaves no doubt: first name, at most a middle initial, last name. */
function splitName(name: string): OfficialValues {
  const parts = /^([^\s&]+(?: [A-Z]\.?)?) ([^\s&]+)$/.exec(name.trim())
  return parts?.[1] && parts[2] ? { 'name.first': parts[1], 'name.last': parts[2] } : {}
}

function tins(tin: string, { tinType }: LetterFacts): OfficialValues {
  const kind =
    tinType === 'EIN' ? 'tin.ein' : tinType === 'ITIN' ? 'tin.itin' : tinType === 'SSN' ? 'tin.ssn' : null
  return { tin, ...(kind ? { [kind]: tin } : {}) }
}

/** One calendar year; the person writes a fiscal year or several periods by hand. */
function period({ taxPeriods, form }: LetterFacts): OfficialValues {
  const [year] = taxPeriods
  if (taxPeriods.length !== 1 || !year || year.length !== 4 || !form?.startsWith('1040')) return {}
  return { 'period.from': `01/01/${year}`, 'period.to': `12/31/${year}` }
}

/** As in block 13 of Form 9423, which leaves out amounts that are only missed payments. */
function amountOf(draft: Draft, { amountDue }: LetterFacts): string {
  const block13 = draft.blocks.find(({ block }) => block === '13')
  if (draft.form === '9423') return block13?.kind === 'text' ? block13.value : ''
  return amountDue ? formatMoney(amountDue) : ''
}
