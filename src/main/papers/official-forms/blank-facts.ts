import type { FieldMapping, OfficialFact } from '../../../shared/appeals/official-form.ts'
import type { OfficialValues } from './official-facts.ts'

/** A fact that an official form asks for and nobody has given; `stops`: the form must not be sent without it. */
export type BlankFact = { fact: OfficialFact; stops: boolean }

/** What no office can do without. A taxpayer number is missing here: it may be written by pen. */
const must: readonly OfficialFact[] = [
  'name',
  'name.first',
  'name.last',
  'nameAndAddress',
  'street',
  'city',
  'cityStateZip',
  'address.line',
  'tax.type',
  'tax.form',
  'tax.typeAndForm',
  'tax.periods',
]

/** Forms that name a second person to deal with the IRS; on others that person may be absent. */
const ofRepresentatives = ['2848', '8821']

/** What stayed blank on an official form other than that of an appeal, once for each fact. */
export function blankFacts({ form, fields }: FieldMapping, values: OfficialValues): BlankFact[] {
  const asked = fields.flatMap(({ from, type }) => (from && type === 'text' ? [oneTin(from)] : []))
  const represented = ofRepresentatives.includes(form)
  return [...new Set(asked)]
    .filter((fact) => !isOfOthers(fact) || (represented && fact === 'representative.name'))
    .filter((fact) => !values[fact])
    .map((fact) => ({ fact, stops: must.includes(fact) || fact === 'representative.name' }))
}

/** The three kinds of number are one question. */
const oneTin = (fact: OfficialFact): OfficialFact => (fact.startsWith('tin.') ? 'tin' : fact)

/** A spouse and a representative are not there for everybody, and a pointer only says where to read on. */
const isOfOthers = (fact: OfficialFact): boolean =>
  /^(?:joint|representative|signer)\./.test(fact) || fact.endsWith('.pointer')
