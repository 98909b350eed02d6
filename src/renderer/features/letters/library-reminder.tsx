import { useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { useLetters } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import './reminders/reminders.css'

/** The choice that the first letter brings up, on its own page: a single dropped file opens there. */
export function FirstLetterReminder() {
  return useLetters().length === 1 ? <LibraryReminder /> : null
}

/** Important reminders: a recovery key that is not on paper yet, a library without a backup elsewhere. */
export function LibraryReminder() {
  const info = useAnswer('library:info')
  const hasLetters = useLetters().length > 0
  const [isDeclined, setDeclined] = useState(hasDeclined)
  if (!info) return null
  if (!info.isProtected && hasLetters && !isDeclined)
    return <PassphraseOffer onDecline={() => setDeclined(true)} />
  const text =
    info.isProtected && !info.recoveryKeyNoted
      ? t('settings.protection.keyNotNoted')
      : info.copyDue
        ? t('settings.backup.due')
        : null
  if (!text) return null
  return (
    <p className="callout check reminder">
      <span>
        {text} <a href="#/settings">{t('settings.toSettings')}</a>
      </span>
    </p>
  )
}

/** Where the no is kept, for this computer: it is about who uses it. */
const declined = 'waymark.no-passphrase'
const hasDeclined = (): boolean => window.localStorage.getItem(declined) !== null

/** The choice that was not asked for before the first letter was kept. */
function PassphraseOffer({ onDecline }: { onDecline: () => void }) {
  const decline = () => {
    window.localStorage.setItem(declined, 'yes')
    onDecline()
  }
  return (
    <div className="callout check reminder no-print">
      <div className="row">
        <span>{t('access.offer.text')}</span>
        <a className="button small" href="#/settings">
          {t('access.offer.choose')}
        </a>
        <Button className="button quiet small" onPress={decline}>
          {t('access.offer.no')}
        </Button>
      </div>
    </div>
  )
}
