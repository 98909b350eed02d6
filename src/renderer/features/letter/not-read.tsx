import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { PutAway } from './put-away.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** A locked file asks for its password and nothing else; one that did not open is kept, and can be typed or put away. */
export function NotRead({ letter, children }: { letter: Letter; children: ReactNode }) {
  const library = useLibrary()
  const code = letter.status.kind === 'failed' ? letter.status.code : ''
  if (code === 'scan.password' || code === 'scan.wrong-password')
    return (
      <div className="callout check">
        <UnlockForm letter={letter} />
      </div>
    )
  const readAgain = () => attempt(library, library.api['letter:read-again']({ id: letter.id }))
  return (
    <>
      <div className="callout error">
        <h2>{t('letter.failed')}</h2>
        <p>{errorWords(code)}</p>
        <p>{t('letter.failedHint')}</p>
        <div>
          <Button className="button small" onPress={readAgain}>
            {t('letter.readAgain')}
          </Button>
        </div>
      </div>
      <More label={t('letter.typeIt')}>{children}</More>
      <PutAway letter={letter} />
    </>
  )
}
