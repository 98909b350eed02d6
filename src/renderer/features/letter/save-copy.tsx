import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { Fold } from '../../ui/more.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { Tick } from '../../ui/tick.tsx'

/** The letter as a PDF: one to search, or one to show to others. */
export function SaveCopy({ letter }: { letter: Letter }) {
  if (letter.status.kind !== 'read') return null
  return (
    <Fold label={t('copy.title')}>
      <SearchableCopy letter={letter} />
      <RedactedCopy letter={letter} />
    </Fold>
  )
}

function SearchableCopy({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const copy = await attempt(library, library.api['letter:searchable']({ id: letter.id }))
    setBusy(false)
    if (!copy) return
    saveBytes(copy.value.bytes, 'application/pdf', t('copy.fileName'))
    library.messages.say({ kind: 'done', text: t('copy.done') })
  }
  return (
    <>
      <p>{t('copy.lead')}</p>
      <div>
        <Button className="button" isPending={busy} onPress={make}>
          {t(busy ? 'copy.making' : 'copy.make')}
        </Button>
      </div>
    </>
  )
}

/** Its numbers blacked out. */
function RedactedCopy({ letter }: { letter: Letter }) {
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
  return (
    <>
      <h3>{t('redact.title')}</h3>
      <p>{t('redact.lead')}</p>
      <Tick selected={namesToo} onChange={setNamesToo}>
        {t('redact.names')}
      </Tick>
      <div>
        <Button className="button" isPending={busy} onPress={make}>
          {t(busy ? 'redact.making' : 'redact.make')}
        </Button>
      </div>
    </>
  )
}
