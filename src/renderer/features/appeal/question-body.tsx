import type { ReactElement } from 'react'
import { assertNever } from '../../../shared/model/result.ts'
import { Joint, Reach, Second, Signer, TaxpayerNumber, Who } from './about-you.tsx'
import { AfterPanel } from './after-panel.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { ExhibitsPage } from './exhibits-page.tsx'
import { Actions, Contact, FactsFirst, Happened } from './happened.tsx'
import { LookOver } from './look-over.tsx'
import { OfferPage, Offers } from './offers.tsx'
import { OwnWords } from './own-words.tsx'
import { PrintPage } from './print-page.tsx'
import type { QuestionProps } from './question-props.ts'
import { ReasonPage, ReasonsList } from './reasons-form.tsx'
import { WherePage } from './where-form.tsx'

/** The answer to one question. */
export function QuestionBody(props: QuestionProps): ReactElement {
  const { letter, papers, question } = props
  const { id } = question
  if (id.startsWith('reason-')) return <ReasonPage {...props} />
  if (id.startsWith('offer-')) return <OfferPage {...props} />
  const fixed = id as Exclude<typeof id, `${string}-${number}`>
  switch (fixed) {
    case 'route':
      return <ChoiceCard letter={letter} papers={papers} />
    case 'facts':
      return <FactsFirst {...props} />
    case 'action':
      return <Actions {...props} />
    case 'joint':
      return <Joint {...props} />
    case 'who':
      return <Who {...props} />
    case 'second':
      return <Second {...props} />
    case 'reach':
      return <Reach {...props} />
    case 'number':
      return <TaxpayerNumber {...props} />
    case 'signer':
      return <Signer {...props} />
    case 'contact':
      return <Contact {...props} />
    case 'events':
      return <Happened {...props} />
    case 'reasons':
      return <ReasonsList {...props} />
    case 'own':
    case 'harm':
    case 'fix':
      return <OwnWords {...props} name={fixed === 'own' ? 'whyWrong' : fixed} />
    case 'offers':
      return <Offers {...props} />
    case 'exhibits':
      return <ExhibitsPage letter={letter} />
    case 'where':
      return <WherePage {...props} />
    case 'look':
      return <LookOver letter={letter} papers={papers} />
    case 'print':
      return <PrintPage {...props} />
    case 'sent':
      return <AfterPanel letter={letter} papers={papers} />
    default:
      return assertNever(fixed, 'a question without a page')
  }
}
