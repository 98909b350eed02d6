import { useEffect, useState } from 'react'
import type { Api } from '../../../shared/contract/contract.ts'
import { t } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'

const lookEveryMs = 1000
type Wiping = Awaited<ReturnType<Api['trash:wiping']>>

/** Says that what was deleted is still being wiped, and how far that is. Nothing has to wait for it. */
export function WipingNote() {
  const { api } = useLibrary()
  const [wiping, setWiping] = useState<Wiping | null>(null)
  useEffect(() => {
    const look = () => api['trash:wiping'](null).then(setWiping, () => undefined)
    void look()
    const timer = setInterval(look, lookEveryMs)
    return () => clearInterval(timer)
  }, [api])
  return (
    <div role="status">
      {wiping?.isWiping && (
        <div className="callout stack-s">
          <p>{t('trash.wiping')}</p>
          <progress
            aria-label={t('trash.wiping')}
            {...(wiping.progress && { value: wiping.progress.done, max: wiping.progress.of })}
          />
        </div>
      )}
    </div>
  )
}
