import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { useLetter } from '../../state/library-context.tsx'

/** The status of a letter, in words and not only in color; follows its reading page by page. */
export function LetterState({ letter }: { letter: Letter }) {
  const now = useLetter(letter.id) ?? letter
  const { kind, text } = letterState(now)
  return <span className={`tag ${kind}`}>{text}</span>
}

/** `kind` is the style: '' neutral, `check` needs attention, `good` is done, `error` failed. */
function letterState(letter: Letter): { kind: '' | 'check' | 'good' | 'error'; text: string } {
  const { status } = letter
  if (status.kind === 'waiting') return { kind: '', text: t('state.waiting') }
  if (status.kind === 'reading')
    return {
      kind: '',
      text:
        status.of && status.page > 0
          ? t('state.readingPage', { page: status.page, of: status.of })
          : t('state.reading'),
    }
  if (letter.confirmed) return { kind: 'good', text: t('state.confirmed') }
  if (status.kind === 'failed') return { kind: 'error', text: t('state.failed') }
  if (letter.isIrs === false) return { kind: 'check', text: t('state.notIrs') }
  return { kind: 'check', text: t('state.check') }
}
