import type { NextLetter } from '../../../shared/telling/next-letter.ts'
import type { TellingState } from '../../../shared/telling/telling.ts'
import { t, type WordKey } from '../../i18n/words.ts'

/** What the days alone do not say: late, unchecked, not readable. */
export function NextMarks({ next: { state, unchecked } }: { next: NextLetter }) {
  const mark = markOf(state)
  return (
    <>
      {mark && <span className={`tag ${mark.kind}`}>{t(mark.words)}</span>}
      {unchecked && !isUnread(state) && <span className="tag check">{t('state.check')}</span>}
    </>
  )
}

const isUnread = (state: TellingState): boolean =>
  state === 'reading' || state === 'locked' || state === 'unreadable'

type Mark = { kind: '' | 'check' | 'error' | 'blue'; words: WordKey } | null

/** What the days alone do not say. */
function markOf(state: TellingState): Mark {
  switch (state) {
    case 'lateNextOpen':
      return { kind: 'check', words: 'home.marks.lateNextOpen' }
    case 'allOver':
      return { kind: 'check', words: 'home.marks.allOver' }
    case 'answerOverdue':
      return { kind: 'check', words: 'views.why.overdue' }
    case 'irsOverdue':
      return { kind: 'check', words: 'home.marks.irsOverdue' }
    case 'sent':
      return { kind: 'blue', words: 'views.waiting.title' }
    case 'notIrs':
      return { kind: 'check', words: 'state.notIrs' }
    case 'locked':
    case 'unreadable':
      return { kind: 'error', words: 'state.failed' }
    case 'reading':
      return { kind: '', words: 'state.reading' }
    case 'replaced':
      return { kind: '', words: 'views.why.replaced' }
    case 'done':
      return { kind: '', words: 'views.done.title' }
    case 'unknownNumber':
    case 'open':
    case 'near':
    case 'lastDay':
      return null
  }
}
