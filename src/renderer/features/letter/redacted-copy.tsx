import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { Fold } from '../../ui/more.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { Tick } from '../../ui/tick.tsx'

/** A copy of the letter to show to others, its numbers blacked out. */
export function RedactedCopy({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [namesToo, setNamesToo] = useState(false)
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const copy = await attempt(library, library.api['letter:redacted']({ id: letter.id, namesToo }))
    setBusy(false)
    if (!copy) return
    const { bytes, redacted } = copy.value
    saveBytes(bytes, 'application/pdf', t('redact.fileName'))
    const text = redacted > 0 ? t('redact.done', { count: redacted }) : t('redact.none')
    library.messages.say({ kind: 'done', text })
  }
  if (letter.status.kind !== 'read') return null
  return (
    <Fold label={t('redact.title')}>
      <p>{t('redact.lead')}</p>
      <Tick selected={namesToo} onChange={setNamesToo}>
        {t('redact.names')}
      </Tick>
      <div>
        <Button className="button" isPending={busy} onPress={make}>
          {t(busy ? 'redact.making' : 'redact.make')}
        </Button>
      </div>
    </Fold>
  )
}
