import { hashFromRoute, type LetterView, letterViews } from '../../app/route.ts'
import { t } from '../../i18n/words.ts'
import type { ListedLetter } from './letter-view.ts'
import '../../common/letter/view-links.css'

type Props = { shown: LetterView; byView: Record<LetterView, ListedLetter[]> }

/** The four views, each with its number of letters. Links, so that back and forward work. */
export function ViewLinks({ shown, byView }: Props) {
  return (
    <nav className="view-links" aria-label={t('views.label')}>
      {letterViews.map((view) => (
        <a
          key={view}
          href={hashFromRoute({ screen: 'letters', view })}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`views.${view}.title`)} <span className="view-count">{byView[view].length}</span>
        </a>
      ))}
    </nav>
  )
}
