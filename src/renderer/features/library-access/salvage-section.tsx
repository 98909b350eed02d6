import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { LibraryState, Salvaged } from '../../../shared/contract/library.ts'
import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { proofFromTyped } from '../../common/library-access/recovery-key-shape.ts'
import { SecretBox } from '../../common/library-access/secret-box.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'

export type Unavailable = Extract<LibraryState, { kind: 'unavailable' }>

/** Looks first what a damaged file still gives, says so, and lets the person decide to go on with it. */
export function SalvageSection({ library: { sealed, salvaged } }: { library: Unavailable }) {
  const { api } = useLibraryAccess()
  const [typed, setTyped] = useState('')
  const { busy, refusal, run } = useTry()
  async function look(event: FormEvent) {
    event.preventDefault()
    if (!busy) await run(() => api['library:salvage']({ proof: typed ? proofFromTyped(typed) : null }))
  }
  const canUse = salvaged !== null && salvaged.letters > 0
  return (
    <section className="card stack">
      <h2>{t('access.unavailable.salvage')}</h2>
      {salvaged ? <Found salvaged={salvaged} /> : <p>{t('access.unavailable.salvageWhat')}</p>}
      {canUse && (
        <>
          <div>
            <Button
              className="button primary"
              isDisabled={busy}
              onPress={() => run(() => api['library:use-salvaged'](null))}
            >
              {t('access.unavailable.use')}
            </Button>
          </div>
          <p className="soft small">{t('access.unavailable.useKeeps')}</p>
        </>
      )}
      {!canUse && (
        <form className="stack" onSubmit={look}>
          {sealed && (
            <SecretBox
              label={t('access.unavailable.secret')}
              value={typed}
              onChange={setTyped}
              error={refusal}
            />
          )}
          <div>
            <Button type="submit" className={salvaged ? 'button' : 'button primary'} isDisabled={busy}>
              {busy
                ? t('access.working')
                : t(salvaged ? 'access.unavailable.lookAgain' : 'access.unavailable.look')}
            </Button>
          </div>
        </form>
      )}
      {refusal && (canUse || !sealed) && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
    </section>
  )
}

function Found({ salvaged: { letters, damagedLetters, lostRows } }: { salvaged: Salvaged }) {
  if (letters === 0)
    return (
      <p role="status" className="callout check">
        {t('access.unavailable.nothing')}
      </p>
    )
  return (
    <div role="status" className={damagedLetters + lostRows > 0 ? 'callout check' : 'callout good'}>
      <p>
        <strong>{t('access.unavailable.found', { count: letters })}</strong>{' '}
        {damagedLetters > 0
          ? t('access.unavailable.damaged', { count: damagedLetters })
          : lostRows === 0 && t('access.unavailable.whole')}
      </p>
      {lostRows > 0 && <p>{t('access.unavailable.rows', { count: lostRows })}</p>}
    </div>
  )
}
