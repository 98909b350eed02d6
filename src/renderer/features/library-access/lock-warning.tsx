import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { saveTyped, useLibrary } from '../../state/library-context.tsx'

/** How many seconds before the auto-lock the warning is shown. */
const warnBefore = 60
const lookEveryMs = 5000

/** Warns before the auto-lock. Any activity or the button keeps the library open; drafts are saved first. */
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
          <span>{t('access.lockWarning')}</span>
          <Button className="button small" onPress={stay}>
            {t('access.stayOpen')}
          </Button>
        </>
      )}
    </div>
  )
}
