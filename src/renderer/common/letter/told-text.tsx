import type { Said } from '../../../shared/telling/telling.ts'
import { lawText } from '../../i18n/law-text.tsx'
import { useOnlyIfToday } from '../deadlines/days-left.ts'

/** What a telling says; while today's date is in doubt, with the day that it holds for, because it counts days. */
export function ToldText({ said }: { said: Pick<Said, 'text'> }) {
  const only = useOnlyIfToday()
  const { text, lang } = lawText(said.text)
  return <span lang={lang}>{only(text)}</span>
}
