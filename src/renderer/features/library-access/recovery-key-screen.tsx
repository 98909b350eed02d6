import { useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tick } from '../../ui/tick.tsx'
import './recovery-key-screen.css'
import './library-access.css'

/** The recovery key, to be printed or written down; it stays until the person says so. */
export function RecoveryKeyScreen({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
  const [noted, setNoted] = useState(false)
  return (
    <main className="screen access-screen stack">
      <PageTitle title={t('access.recovery.title')} />
      <p>{t('access.recovery.lead')}</p>
      <p className="card recovery-key">
        {recoveryKey.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <ul className="stack-s">
        <li>{t('access.recovery.keep')}</li>
        <li>{t('access.recovery.apart')}</li>
        <li>{t('access.recovery.use')}</li>
      </ul>
      <div className="no-print stack">
        <div>
          <Button className="button" onPress={() => window.print()}>
            {t('access.recovery.print')}
          </Button>
        </div>
        <Tick selected={noted} onChange={setNoted}>
          {t('access.recovery.noted')}
        </Tick>
        <div>
          <Button className="button primary" isDisabled={!noted} onPress={onDone}>
            {t('access.recovery.done')}
          </Button>
        </div>
      </div>
    </main>
  )
}
