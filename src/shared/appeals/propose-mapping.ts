import type { BlankField, OfficialFact, OfficialForm } from './official-form.ts'

/** What Form 9423 asks for, in the order of its blocks; the facts that a person may put beside its fields. */
export const facts9423: OfficialFact[] = [
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

/** Words of a tooltip or a field name that speak for a fact; the first that fits wins, each fact once. */
const signs: [OfficialFact, RegExp][] = [
  ['representative.phone', /rep\w*\W*(?:tele)?phone/],
  ['workPhone', /(business|work)\W*(?:tele)?phone|busphone/],
  ['homePhone', /home\W*(?:tele)?phone/],
  ['signer.isRepresentative', /representative\W*(?:check|box)|signature.*representative/],
  ['representative.name', /representative/],
  ['name', /tax\w*\W*s?\W*name|taxname/],
  ['tin', /\bssn\b|ssn|\bein\b|identification number/],
  ['street', /street|address/],
  ['city', /city/],
  ['zip', /\bzip|zip\b|zip/],
  ['state', /\bstate\b|state/],
  ['tax.typeAndForm', /type of tax|typetax|taxtype/],
  ['tax.periods', /period/],
  ['amountDue', /tax\W*due|amount\W*due/],
  ['action.installmentAgreementRejected', /reject/],
  ['action.installmentAgreementTerminated', /terminat/],
  ['action.installmentAgreementModified', /modif/],
  ['action.lien', /\blien|lien\b|lien/],
  ['action.seizure', /seizure/],
  ['action.levy', /levy/],
  ['statement', /explain|explanation|disagree/],
]
const isCheck = (fact: OfficialFact): boolean => fact.startsWith('action.') || fact.startsWith('signer.is')

/** A first guess for a person to confirm: by tooltip, else by the field's own name. Never used unconfirmed. */
export function proposeMapping(fields: BlankField[]): Record<string, OfficialFact> {
  const taken = new Set<OfficialFact>()
  const proposal: Record<string, OfficialFact> = {}
  for (const { name, label, type } of fields) {
    const own = name.split('.').at(-1) ?? name
    const text = `${label} ${own.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_[\]]/g, ' ')}`.toLowerCase()
    const found = signs.find(
      ([fact, sign]) =>
        !taken.has(fact) &&
        isCheck(fact) === (type === 'check') &&
        (sign.test(text) || sign.test(own.toLowerCase())),
    )
    if (!found || (type !== 'text' && type !== 'check')) continue
    taken.add(found[0])
    proposal[name] = found[0]
  }
  return proposal
}

/** The manifest that the person confirmed. Fields that nobody spoke for are left blank. */
export const manifestFrom = (
  fields: BlankField[],
  from: Record<string, OfficialFact>,
  head: Pick<OfficialForm, 'form' | 'revision' | 'title' | 'pages'>,
): OfficialForm => ({
  ...head,
  mail: [1],
  marks: [],
  buttons: fields.filter(({ type }) => type === 'button' || type === 'other').map(({ name }) => name),
  fields: fields.flatMap(({ name, type, page }) => {
    if (type !== 'text' && type !== 'check') return []
    const fact = from[name]
    return [
      { field: name, type, page: Math.max(1, page), ...(fact ? { from: fact } : { leave: 'not chosen' }) },
    ]
  }),
})
