import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'

/** What fits into a window; the rest of the step follows when it is painted, without holding up a hand. */
const firstPaint = 6

/** So many of a list at once, and a button for the next ones, so that a thousand letters open as fast as ten. */
export function useInSteps<T>(all: readonly T[], step: number): { shown: readonly T[]; more: ReactNode } {
  const [count, setCount] = useState(Math.min(step, firstPaint))
  useEffect(() => startTransition(() => setCount((now) => Math.max(now, step))), [step])
  const left = all.length - Math.max(step, count)
  const more = left > 0 && (
    <div>
      <Button className="button" onPress={() => setCount(Math.max(step, count) + step)}>
        {t('letters.more', { count: left })}
      </Button>
    </div>
  )
  return { shown: all.slice(0, count), more }
}
