import type { ReactNode } from 'react'
import { answersFromFacts } from '../../../shared/appeals/answers-from-facts.ts'
import type { FormDescription } from '../../../shared/appeals/form-description.ts'
import { placeLine, whereToSend } from '../../../shared/appeals/where-to-send.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import type { BoxOptions, TextName } from './answer-box.tsx'

type Props = {
  letter: Letter
  form: FormDescription
  box: (name: TextName, options?: BoxOptions) => ReactNode
}

/** Where the papers go: what the letter says, and boxes for what it does not say or says wrongly. */
export function WhereForm({ letter, form, box }: Props) {
  const facts = factsOf(letter)
  const known = whereToSend(form.form, facts, answersFromFacts({ ...letter.answers, ...nowhere }, facts))
  const printed = [placeLine(known), known.fax && t('answers.whereFax', { fax: known.fax })].filter(Boolean)
  return (
    <>
      <p className="small soft">
        {known.addressFrom
          ? t(`answers.whereFrom.${known.addressFrom === 'hearing' ? 'hearing' : 'office'}`, {
              text: printed.join('. '),
            })
          : t('answers.whereFrom.none')}
      </p>
      {box('sendToPerson')}
      {box('sendToAddress', { multiline: true, longest: 500 })}
      {box('sendToFax')}
    </>
  )
}

const nowhere = { sendToPerson: '', sendToAddress: '', sendToFax: '' }
