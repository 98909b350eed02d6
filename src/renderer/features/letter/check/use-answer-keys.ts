import { useEffect, useRef } from 'react'
import { t } from '../../../i18n/words.ts'
import { shortcutsAreOn } from '../../../state/shortcuts.ts'
import { isTyping } from '../../../ui/is-typing.ts'

type Answers = { yes: () => void; no: () => void }

/** Y and N (in Spanish S and N) answer, unless the shortcuts are off; a key that is held down answers once. null: nothing is asked. */
export function useAnswerKeys(answers: Answers | null): void {
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, repeat, target } = event
      if (ctrlKey || metaKey || altKey || repeat || isTyping(target) || !shortcutsAreOn()) return
      const key = event.key.toLowerCase()
      const answer = { [t('check.yesKey')]: latest.current?.yes, [t('check.noKey')]: latest.current?.no }[key]
      if (!answer) return
      event.preventDefault()
      answer()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
