import type { FieldMapping, FormTemplateField, OfficialFact } from './official-form.ts'

/** What Form 9423 asks for, in the order of its blocks. */
const facts9423: OfficialFact[] = [
  'name',
  'representative.name',
  'tin',
  'workPhone',
  'homePhone',
  'representative.phone',
  'street',
  'city',
  'state',
  'zip',
  'tax.typeAndForm',
  'tax.periods',
  'amountDue',
  'action.lien',
  'action.levy',
  'action.seizure',
  'action.installmentAgreementRejected',
  'action.installmentAgreementTerminated',
  'action.installmentAgreementModified',
  'statement',
  'signer.isTaxpayer',
  'signer.isRepresentative',
]

/** What we know that any other form may ask for. */
const commonFacts: OfficialFact[] = [
  'name',
  'name.first',
  'name.last',
  'nameAndAddress',
  'tin',
  'joint.name',
  'joint.tin',
  'joint.address',
  'street',
  'city',
  'state',
  'zip',
  'cityStateZip',
  'address.line',
  'phone',
  'phone.time',
  'homePhone',
  'workPhone',
  'representative.name',
  'representative.phone',
  'tax.type',
  'tax.form',
  'tax.typeAndForm',
  'tax.periods',
  'period.from',
  'period.to',
  'amountDue',
  'monthlyAmount',
  'statement',
  'signer.isTaxpayer',
  'signer.isRepresentative',
  'phone.isHome',
  'phone.isWork',
  'tax.isIncome',
  'tax.isEmployment',
]

/** The facts a person may assign to the fields of a form that nobody has mapped yet. */
export const factsToMap = (form: string): OfficialFact[] => (form === '9423' ? facts9423 : commonFacts)

/**
 * Words in a tooltip or a field name that suggest a fact; the first match wins, each fact once. Fields of the
 * spouse or the representative are recognized first, so that they never take the taxpayer's value.
 */
const clues: [OfficialFact, RegExp][] = [
  ['joint.name', /spouse\W*s? name|name of (?:your )?spouse/],
  ['joint.tin', /spouse\W*s? (?:ssn|social|taxpayer|tin)|(?:ssn|tin|number) of (?:your )?spouse/],
  ['representative.phone', /rep\w*\W*(?:tele)?phone/],
  ['workPhone', /(business|work)\W*(?:tele)?phone|busphone/],
  ['homePhone', /home\W*(?:tele)?phone/],
  ['phone.time', /best time/],
  ['phone', /(?:daytime|contact|your|cell)\W*(?:tele)?phone|^phone|telephone number/],
  ['signer.isRepresentative', /representative\W*(?:check|box)|signature.*representative/],
  ['representative.name', /representative/],
  ['name.first', /first name/],
  ['name.last', /last name/],
  ['nameAndAddress', /name\(?s?\)? and address/],
  ['name', /tax\w*\W*s?\W*name|taxname|name\(?s?\)? as shown|^name|your name/],
  ['tin', /\bssn\b|ssn|\bein\b|(?:identification|identifying|social security) number/],
  ['cityStateZip', /city\W+(?:or town\W+)?state/],
  ['street', /street|address/],
  ['city', /city/],
  ['zip', /\bzip|zip\b|zip/],
  ['state', /\bstate\b|state/],
  ['tax.typeAndForm', /type of tax|typetax|taxtype/],
  ['tax.form', /tax form/],
  ['tax.periods', /period|tax year/],
  ['amountDue', /tax\W*due|amount\W*due|amount (?:you )?owe/],
  ['monthlyAmount', /(?:amount|pay).*(?:each|per|a) month|monthly payment/],
  ['action.installmentAgreementRejected', /reject/],
  ['action.installmentAgreementTerminated', /terminat/],
  ['action.installmentAgreementModified', /modif/],
  ['action.lien', /\blien|lien\b|lien/],
  ['action.seizure', /seizure/],
  ['action.levy', /levy/],
  ['statement', /explain|explanation|disagree|describe/],
]
/** Facts about somebody else: a guess never fills these with the taxpayer's values. */
const others = /spouse|dependent|employer|bank|child|preparer|advocate|irs use/
const isCheck = (fact: OfficialFact): boolean =>
  fact.startsWith('action.') || fact.startsWith('signer.is') || /\.is[A-Z0-9]/.test(fact)
export const fitsType = (fact: OfficialFact, type: FormTemplateField['type']): boolean =>
  isCheck(fact) ? type === 'check' : type === 'text'

/**
 * A first guess by tooltip, else by the field's own name, for a person to confirm. Never used unconfirmed.
 */
export function proposeMapping(fields: FormTemplateField[], form = '9423'): Record<string, OfficialFact> {
  const offered = factsToMap(form)
  const taken = new Set<OfficialFact>()
  const proposal: Record<string, OfficialFact> = {}
  for (const { name, label, type } of fields) {
    const own = name.split('.').at(-1) ?? name
    const text = `${label} ${own.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_[\]]/g, ' ')}`.toLowerCase()
    const found = clues.find(
      ([fact, clue]) =>
        !taken.has(fact) &&
        offered.includes(fact) &&
        fitsType(fact, type) &&
        (fact.startsWith('joint.') || !others.test(text)) &&
        (clue.test(text) || clue.test(own.toLowerCase())),
    )
    if (!found) continue
    taken.add(found[0])
    proposal[name] = found[0]
  }
  return proposal
}

/**
 * The field mapping the person confirmed. Fields that were not mentioned stay blank; pages without a field
 * are not mailed. The printed revision identifies it; without one it applies to this file alone.
 */
export const fieldMappingFrom = (
  fields: FormTemplateField[],
  from: Record<string, OfficialFact>,
  head: Pick<FieldMapping, 'form' | 'revision' | 'title' | 'pages'>,
): FieldMapping => ({
  ...head,
  mail: [...new Set(fields.filter(({ type }) => type === 'text' || type === 'check').map(pageOf))].sort(
    (a, b) => a - b,
  ),
  marks: [`Form ${head.form}`, head.revision],
  buttons: fields.filter(({ type }) => type === 'button' || type === 'other').map(({ name }) => name),
  fields: fields.flatMap(({ name, type, page }) => {
    if (type !== 'text' && type !== 'check') return []
    const fact = from[name]
    return [
      { field: name, type, page: pageOf({ page }), ...(fact ? { from: fact } : { leave: 'not chosen' }) },
    ]
  }),
})

const pageOf = ({ page }: Pick<FormTemplateField, 'page'>): number => Math.max(1, page)
