import { z } from 'zod'
import { LawText } from '../i18n/message.ts'
import { type AppealAnswers, CollectionAction } from '../model/appeal.ts'

/** The boxes of item 8 of Form 12153. */
const hearingReasons = [
  'notLiable',
  'innocentSpouse',
  'bankruptcy',
  'misappliedPayments',
  'withdrawNftl',
  'hardship',
  'alternative',
] as const
/** The boxes of item 9 of Form 12153. */
const alternatives = ['ia', 'oic', 'cnc', 'other'] as const

/** A reason the person may choose: they pick it, state the facts, and find the proof. */
export const Reason = z
  .object({
    id: z.string(),
    actions: z.array(CollectionAction).min(1),
    /** null: heard in item 8 of Form 12153 as another issue. */
    item8: z.enum(hearingReasons).nullable(),
    /** false: CAP can't consider it (the debt itself). */
    cap: z.boolean(),
    label: LawText,
    /** The sentence for the statement, in the first person; `saysForTwo` where two sign and it says I. */
    says: LawText,
    saysForTwo: LawText.exactOptional(),
    /** What only the person knows and the statement needs. */
    ask: LawText,
    proof: z.array(LawText).min(1),
    citation: LawText,
  })
  .strict()
export type Reason = z.infer<typeof Reason>

/** A remedy the person may choose. The person fills in `{amount}` and `{day}` in `says`. */
export const Remedy = z
  .object({
    id: z.string(),
    actions: z.array(CollectionAction).min(1),
    item9: z.enum(alternatives),
    label: LawText,
    says: LawText,
    saysForTwo: LawText.exactOptional(),
    proof: z.array(LawText),
    citation: LawText,
  })
  .strict()
export type Remedy = z.infer<typeof Remedy>

/** `resources/forms/reasons.json`: what may be argued for each collection action. */
export const Reasons = z.object({ reasons: z.array(Reason), remedies: z.array(Remedy) }).strict()
export type Reasons = z.infer<typeof Reasons>

/** What the statement says for one person or for two. */
export const saysOf = (
  { says, saysForTwo }: Reason | Remedy,
  { joint }: Pick<AppealAnswers, 'joint'>,
): LawText => (joint === 'bothSign' ? (saysForTwo ?? says) : says)

export const needsAmount = (remedy: Remedy): boolean => remedy.says.en.includes('{amount}')
export const needsDay = (remedy: Remedy): boolean => remedy.says.en.includes('{day}')

/** What may be offered for these actions; `form` 9423 leaves out what CAP can't consider. */
export function offered(
  { reasons, remedies }: Reasons,
  actions: CollectionAction[],
  form: '9423' | '12153',
): Reasons {
  const fits = (each: { actions: CollectionAction[] }) =>
    each.actions.some((action) => actions.includes(action))
  return {
    reasons: reasons.filter((each) => fits(each) && (each.cap || form === '12153')),
    remedies: remedies.filter(fits),
  }
}

/** What the person chose, with their own words. */
export type Chosen = {
  reasons: { reason: Reason; detail: string }[]
  remedies: { remedy: Remedy; amount: string; day: string }[]
}

/** What the person picked from what is offered; a pick that no longer fits the action is hidden, not lost. */
export function chosenReasons(all: Reasons, answers: AppealAnswers): Chosen {
  return {
    reasons: all.reasons.flatMap((reason) => {
      const picked = answers.reasons.find(({ id }) => id === reason.id)
      return picked ? [{ reason, detail: picked.detail.trim() }] : []
    }),
    remedies: all.remedies.flatMap((remedy) => {
      const picked = answers.remedies.find(({ id }) => id === remedy.id)
      return picked ? [{ remedy, amount: picked.amount.trim(), day: picked.day.trim() }] : []
    }),
  }
}
