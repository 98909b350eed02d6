import { z } from 'zod'
import { doubtWords } from '../deadlines/clock-doubt.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { deadlinesOf } from '../deadlines/deadlines-of.ts'
import { DraftForm } from '../model/appeal.ts'
import type { ClockDoubt } from '../model/clock-doubt.ts'
import { assertNever } from '../model/result.ts'
import type { ToldCase } from '../telling/tell-all.ts'
import type { Telling } from '../telling/telling.ts'
import type { AppealChoice } from './appeal-choice.ts'
import { checklist } from './checklist.ts'
import { chooseAppeal } from './choose-appeal.ts'
import type { Checklist, Draft } from './draft.ts'
import { draft9423 } from './draft-9423.ts'
import { draft12153 } from './draft-12153.ts'
import type { DraftInput } from './draft-common.ts'
import { FormDescription } from './form-description.ts'
import { Reasons } from './reasons.ts'

/** Everything the project knows about forms (`resources/forms`). */
export const Forms = z.object({ forms: z.record(DraftForm, FormDescription), reasons: Reasons })
export type Forms = z.infer<typeof Forms>

export type AppealPapers = {
  telling: Telling
  deadlines: readonly Deadline[]
  choice: AppealChoice
  form: FormDescription
  draft: Draft
  checklist: Checklist
  /** Why the date these were made on may be wrong; they say so before anything else. */
  clockDoubt: ClockDoubt | null
}

/**
 * The papers of one letter on one day: for the form the person chose, else the form of the route that fits,
 * else 9423.
 */
export function appealPapers(
  { forms, reasons }: Forms,
  told: ToldCase,
  clockDoubt: ClockDoubt | null,
): AppealPapers {
  const { law, letter, today, telling } = told
  const deadlines = deadlinesOf(law, letter, today)
  const choice = doubted(chooseAppeal(law, letter, today), clockDoubt)
  const form = forms[letter.answers.form ?? choice.form ?? '9423']
  const draft = draftOf({ form, reasons, law, letter, deadlines, today })
  return {
    ...{ telling, deadlines, choice, form, draft, clockDoubt },
    checklist: checklist({ law, letter, telling, deadlines, draft }),
  }
}

/** The reasons say which rights are open, so each list begins with any doubt about today's date. */
function doubted(choice: AppealChoice, clockDoubt: ClockDoubt | null): AppealChoice {
  if (!clockDoubt) return choice
  return { ...choice, because: [doubtWords(clockDoubt), ...choice.because] }
}

function draftOf(input: DraftInput): Draft {
  switch (input.form.form) {
    case '9423':
      return draft9423(input)
    case '12153':
      return draft12153(input)
    default:
      return assertNever(input.form.form, 'a form without a draft')
  }
}
