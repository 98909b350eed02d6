import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { LawTexts } from '../../i18n/law-text.tsx'
import { errorWords, t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** Above the form: what the letter seems to be and until when, and what to do with the form. */
export function FactsIntro({ letter }: { letter: Letter }) {
  if (letter.status.kind === 'failed') return <NotRead letter={letter} code={letter.status.code} />
  if (letter.isIrs === false && !letter.confirmed)
    return (
      <div className="callout check">
        <h2>{t('letter.notIrs')}</h2>
        <p>{t('letter.notIrsHint')}</p>
      </div>
    )
  return (
    <div className="callout check">
      <h2>{t('letter.pleaseCheck')}</h2>
      {!letter.confirmed && <WhatWeRead letter={letter} />}
      <p>{t('letter.pleaseCheckHint')}</p>
      <p className="small">{t('facts.unconfirmed')}</p>
    </div>
  )
}

function WhatWeRead({ letter }: { letter: Letter }) {
  const { meaning, when } = useTelling(letter)
  if (meaning.length === 0 && !when) return null
  return (
    <p>
      <LawTexts texts={meaning.map(({ text }) => text)} between=" " />{' '}
      {when && (
        <strong>
          <ToldText said={when} />
        </strong>
      )}
    </p>
  )
}

function NotRead({ letter, code }: { letter: Letter; code: string }) {
  const library = useLibrary()
  const locked = code === 'scan.password' || code === 'scan.wrong-password'
  const readAgain = () => attempt(library, library.api['letter:read-again']({ id: letter.id }))
  return (
    <div className={locked ? 'callout check' : 'callout error'}>
      <h2>{t(locked ? 'unlock.title' : 'letter.failed')}</h2>
      <p>{errorWords(code)}</p>
      {locked && <UnlockForm letter={letter} />}
      {!locked && (
        <>
          <p>{t('letter.failedHint')}</p>
          <div>
            <Button className="button small" onPress={readAgain}>
              {t('letter.readAgain')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
