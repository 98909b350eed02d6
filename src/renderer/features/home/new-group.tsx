import type { Letter } from '../../../shared/model/letter.ts'
import { LetterState } from '../../common/letter/letter-state.tsx'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { t } from '../../i18n/words.ts'
import { hashFromRoute } from '../../state/route.ts'

const shownAtMost = 6

/** What was just added, above everything else: how far each is, and the way to it. */
export function NewGroup({ letters }: { letters: Letter[] }) {
  if (letters.length === 0) return null
  return (
    <section className="card stack-s home-new" aria-labelledby="home-new">
      <h2 id="home-new">
        {t('home.new')} <span className="view-count">{letters.length}</span>
      </h2>
      <ul className="home-new-list">
        {letters.slice(0, shownAtMost).map((letter) => (
          <li key={letter.id} className="row">
            <a href={`#/letter/${letter.id}`}>
              <LetterTitle letter={letter} />
            </a>
            <LetterState letter={letter} />
          </li>
        ))}
      </ul>
      {letters.length > shownAtMost && (
        <p>
          <a href={hashFromRoute({ screen: 'letters', view: 'doNow' })}>
            {t('home.allNew', { count: letters.length })}
          </a>
        </p>
      )}
    </section>
  )
}
