import { z } from 'zod'

/**
 * What a field of an official form may hold, by the names of our facts. Checks are yes or no; everything else
 * is text.
 */
const officialFacts = [
  'name',
  'name.first',
  'name.last',
  'nameAndAddress',
  'tin',
  'tin.ssn',
  'tin.itin',
  'tin.ein',
  'street',
  'city',
  'state',
  'zip',
  'cityStateZip',
  'address.line',
  'phone',
  'phone.isHome',
  'phone.isWork',
  'phone.time',
  'homePhone',
  'workPhone',
  'joint.name',
  'joint.tin',
  'joint.address',
  'representative.name',
  'representative.phone',
  'signer.representative',
  'signer.representativePhone',
  'signer.isTaxpayer',
  'signer.isRepresentative',
  'tax.type',
  'tax.form',
  'tax.typeAndForm',
  'tax.periods',
  'amountDue',
  'monthlyAmount',
  'period.from',
  'period.to',
  'tax.isIncome',
  'tax.isEmployment',
  'tax.is1040',
  'tax.is941',
  'basis.lien',
  'basis.levy',
  'basis.equivalent',
  'reason.notLiable',
  'reason.innocentSpouse',
  'reason.bankruptcy',
  'reason.misappliedPayments',
  'reason.withdrawNftl',
  'reason.hardship',
  'reason.alternative',
  'reason.other',
  'alternative.ia',
  'alternative.oic',
  'alternative.cnc',
  'alternative.other',
  'alternative.pointer',
  'action.lien',
  'action.levy',
  'action.seizure',
  'action.installmentAgreementRejected',
  'action.installmentAgreementTerminated',
  'action.installmentAgreementModified',
  'statement',
  'statement.pointer',
] as const
export const OfficialFact = z.enum(officialFacts)
export type OfficialFact = z.infer<typeof OfficialFact>

/**
 * One field of a form template: filled from a fact, or left blank for a reason. `on`: the name of the check
 * box's "on" state.
 */
export const OfficialField = z
  .object({
    field: z.string().max(300),
    type: z.enum(['text', 'check']),
    page: z.int().min(1),
    on: z.string().max(60).exactOptional(),
    from: OfficialFact.exactOptional(),
    leave: z.string().max(300).exactOptional(),
  })
  .strict()
export type OfficialField = z.infer<typeof OfficialField>

/** Maps our facts to the field names of one revision of one official form. */
export const FieldMapping = z
  .object({
    form: z.string().max(20),
    revision: z.string().max(60),
    title: z.string().max(300),
    pages: z.int().min(1),
    /** Pages that are mailed; the others are instructions. */
    mail: z.array(z.int().min(1)).min(1),
    /** Printed text found on every copy of this revision. */
    marks: z.array(z.string().max(300)),
    /** Fields that only open a link. */
    buttons: z.array(z.string().max(300)),
    fields: z.array(OfficialField).max(1000),
  })
  .strict()
export type FieldMapping = z.infer<typeof FieldMapping>

/** A field as the PDF itself describes it. `label`: its tooltip, if it has one. */
export const FormTemplateField = z.object({
  name: z.string(),
  type: z.enum(['text', 'check', 'button', 'other']),
  page: z.int(),
  label: z.string(),
})
export type FormTemplateField = z.infer<typeof FormTemplateField>

/** What a dropped PDF is; `printed` is what it calls itself. */
type RecognizedForm =
  | { kind: 'known'; fieldMapping: FieldMapping }
  | { kind: 'unknownRevision'; form: string; revision: string | null }
  | { kind: 'notAForm' }

/**
 * Recognizes form and revision by the names of all fields and by the printed text; both must match, else
 * nothing is filled.
 */
export function recognizeFormTemplate(
  fieldMappings: FieldMapping[],
  fields: FormTemplateField[],
  text: string,
): RecognizedForm {
  const names = new Set(fields.map(({ name }) => name))
  const plain = squeezed(text)
  const known = fieldMappings.find((each) => {
    const all = [...each.fields.map(({ field }) => field), ...each.buttons]
    return (
      all.length === names.size &&
      all.every((name) => names.has(name)) &&
      each.marks.every((mark) => plain.includes(squeezed(mark)))
    )
  })
  if (known) return { kind: 'known', fieldMapping: known }
  const form = /Form\s*(\d{3,5}(?:-[A-Z])?)\b/.exec(text)?.[1]
  if (!form || fields.length === 0) return { kind: 'notAForm' }
  return { kind: 'unknownRevision', form, revision: revisionIn(text) }
}

const squeezed = (text: string): string => text.replace(/\s+/g, '').toLowerCase()

const revisionIn = (text: string): string | null =>
  /Rev\.?\s*(?:[A-Z][a-z]+\s+\d{4}|\d{1,2}-\d{4})/.exec(text)?.[0] ?? null
