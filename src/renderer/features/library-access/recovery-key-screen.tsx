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
      <PageTitle title={t('door.recovery.title')} />
      <p>{t('door.recovery.lead')}</p>
      <p className="card recovery-key">
        {recoveryKey.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <ul className="stack-s">
        <li>{t('door.recovery.keep')}</li>
        <li>{t('door.recovery.apart')}</li>
        <li>{t('door.recovery.use')}</li>
      </ul>
      <div className="no-print stack">
        <div>
          <Button className="button" onPress={() => window.print()}>
            {t('door.recovery.print')}
          </Button>
        </div>
        <Tick selected={noted} onChange={setNoted}>
          {t('door.recovery.noted')}
        </Tick>
        <div>
          <Button className="button primary" isDisabled={!noted} onPress={onDone}>
            {t('door.recovery.done')}
          </Button>
        </div>
      </div>
    </main>
  )
}
