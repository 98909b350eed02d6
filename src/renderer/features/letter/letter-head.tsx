import type { ReactNode } from 'react'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LetterState } from '../../common/letter/letter-state.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { PageTitle } from '../../ui/page-title.tsx'

/** What the letter does, in our words; its number and what the IRS calls it are small. `children`: beside them. */
export function LetterHead({ letter, children }: { letter: Letter; children: ReactNode }) {
  const { title, name, officialTitle } = useTelling(letter)
  const isSame = officialTitle === null || english(officialTitle) === english(title)
  return (
    <header className="stack-s letter-head">
      {/* No paragraph: it is not read aloud, where the title comes first. */}
      <div className="row small soft letter-number">
        <LetterState letter={letter} />
        {letter.removed && <span className="tag">{t('letter.inTrash')}</span>}
        <span className="letter-official">
          {name ? <strong>{name}</strong> : letter.fileName}
          {!isSame && (
            <>
              {': '}
              <LawText>{officialTitle}</LawText>
            </>
          )}
        </span>
        {children}
      </div>
      <PageTitle>
        <LawText>{title}</LawText>
      </PageTitle>
    </header>
  )
}
