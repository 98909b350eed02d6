import { useState } from 'react'
import type { CaseEvent, CaseEventKind } from '../../../shared/model/case-event.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useToday } from '../../state/library-context.tsx'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'

type Props = { kind: CaseEventKind; events: CaseEvent[]; onChange: (events: CaseEvent[]) => void }

/** The day of something that may have happened; an empty box says that it did not. */
export function EventDay({ kind, events, onChange }: Props) {
  const today = useToday()
  const [text, setText] = useState<string | null>(null)
  const [isLeft, setIsLeft] = useState(false)
  const known = events.filter((each) => each.kind === kind).sort((a, b) => a.day.localeCompare(b.day))
  const last = known.at(-1)
  const value = text ?? (last ? weekdayDay(last.day) : '')
  const day = parseDay(value)
  const isAhead = day !== null && day > today
  // While a day is being typed it may be another day for a moment.
  function leave(): void {
    setIsLeft(true)
    if (text === null) return
    const others = events.filter((each) => each !== last)
    if (day && !isAhead) onChange([...others, { kind, day, note: last?.note ?? '' }])
    else if (text.trim() === '' && last) onChange(others)
    if (day && !isAhead) setText(null)
  }
  const wrong = value.trim() === '' || !isLeft ? undefined : errorOf(day, isAhead)
  return (
    <TextBox
      label={t(`events.kinds.${kind}`)}
      hint={day && !isAhead ? weekdayDay(day) : t('interview.dayHint')}
      error={wrong}
      value={value}
      onChange={(next) => {
        setIsLeft(false)
        setText(next)
      }}
      onBlur={leave}
    />
  )
}

function errorOf(day: unknown, isAhead: boolean): string | undefined {
  if (!day) return t('facts.errors.date')
  return isAhead ? t('events.future') : undefined
}
