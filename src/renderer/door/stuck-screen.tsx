import { Button } from 'react-aria-components'
import { PageTitle } from '../ui/page-title.tsx'
import { errorWords, t } from '../ui/words.ts'
import { useDoor } from './door-context.tsx'
import { RestoreList } from './restore-list.tsx'
import { useTry } from './use-try.ts'

/** The library does not open. It is left as it is; here is what can be done. */
export function StuckScreen({ code }: { code: string }) {
  const { api } = useDoor()
  const { busy, run } = useTry()
  return (
    <div className="screen door stack">
      <PageTitle title={t('door.stuck.title')} />
      <p className="callout error" role="alert">
        {errorWords(code)}
      </p>
      <p>{t('door.stuck.untouched')}</p>
      <div>
        <Button
          className="button primary"
          isDisabled={busy}
          onPress={() => run(() => api['library:try-again'](null))}
        >
          {t('door.stuck.again')}
        </Button>
      </div>
      <section className="card stack">
        <h2>{t('door.stuck.restore')}</h2>
        <RestoreList />
      </section>
    </div>
  )
}
