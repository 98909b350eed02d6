import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { saveTyped, useLibrary } from '../../app/library-context.tsx'
import { t } from '../../i18n/words.ts'

/** Seconds before the library locks by itself at which that is said. */
const warnBefore = 60
const lookEveryMs = 5000

/**
 * A quiet word before the library locks because nobody touched it. Any hand on the app keeps it open, and so does the button;
 * what was typed is saved first.
 */
export function LockWarning() {
  const { api, answers, events } = useLibrary()
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const look = () =>
      api['library:locks-in'](null).then(
        ({ seconds }) => setIsNear(seconds !== null && seconds <= warnBefore),
        () => undefined,
      )
    void look()
    const timer = setInterval(look, lookEveryMs)
    return () => clearInterval(timer)
  }, [api])
  useEffect(() => {
    if (isNear) void saveTyped({ answers, events })
  }, [isNear, answers, events])
  const stay = () => {
    setIsNear(false)
    void api['library:active'](null).catch(() => undefined)
  }
  return (
    <div className="lock-warning" role="status">
      {isNear && (
        <>
          <span>{t('door.lockWarning')}</span>
          <Button className="button small" onPress={stay}>
            {t('door.stayOpen')}
          </Button>
        </>
      )}
    </div>
  )
}
