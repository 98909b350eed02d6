import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import type { KnownLibrary } from '../../../shared/contract/libraries.ts'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { goTo } from '../../state/route.ts'
import { type AnswerSource, useAnswerOf } from '../../state/use-answer.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { type ChangeLibrary, OtherLibrary } from './other-library.tsx'
import '../../common/library-access/restore-list.css'

type Props = {
  source: AnswerSource
  /** A library that the address names, to be opened at once. */
  open: string | null
  /** Puts what was typed into the library that is open, before it is left. */
  saveTyped: () => Promise<unknown>
}

/** The libraries of this computer, and the ways to another one; with an open library or without. */
export function LibrariesScreen({ source, open, saveTyped }: Props) {
  const { api } = source
  const list = useAnswerOf(source, 'libraries:list')
  const { busy, refusal, run } = useTry()
  const change: ChangeLibrary = async (call) => {
    await saveTyped()
    const before = (await api['library:state'](null)).appRevision.place
    const changed = await run(call)
    const after = (await api['library:state'](null)).appRevision.place
    if (changed && after !== before) goTo({ screen: 'home' })
  }
  useEffect(() => {
    if (open === null) return
    // Only once: the screen re-renders while the libraries are switched.
    goTo({ screen: 'libraries', open: null })
    void change(() => api['libraries:open']({ id: open }))
  })
  if (!list) return null
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('libraries.title')} />
      <p>
        {t('libraries.lead')} <a href="#/clinic">{t('clinic.to')}</a>
      </p>
      {refusal && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
      {busy && <p role="status">{t('libraries.working')}</p>}
      <section className="card stack" aria-labelledby="known-libraries">
        <h2 id="known-libraries">{t('libraries.known')}</h2>
        <ul className="backup-list">
          {list.known.map((library) => (
            <li key={library.id}>
              <Known
                library={library}
                busy={busy}
                onOpen={() => change(() => api['libraries:open']({ id: library.id }))}
                onForget={() => run(() => api['libraries:forget']({ id: library.id }))}
              />
            </li>
          ))}
        </ul>
      </section>
      <OtherLibrary api={api} by={list.by} busy={busy} change={change} />
    </div>
  )
}

type KnownProps = { library: KnownLibrary; busy: boolean; onOpen: () => void; onForget: () => void }

function Known({ library, busy, onOpen, onForget }: KnownProps) {
  const name = library.name ?? t('libraries.own')
  return (
    <div className="row">
      <span className="stretch">
        <strong>{name}</strong> {library.now && <span className="tag good">{t('libraries.now')}</span>}
        {!library.here && !library.now && <span className="tag check">{t('libraries.away')}</span>}
        <br />
        <span className="soft small file-path">{library.folder}</span>
      </span>
      {!library.now && (
        <>
          <Button
            className="button small"
            aria-label={t('libraries.openNamed', { name })}
            isDisabled={busy}
            onPress={onOpen}
          >
            {t('libraries.open')}
          </Button>
          {library.name !== null && (
            <Button
              className="button quiet small"
              aria-label={t('libraries.forgetNamed', { name })}
              isDisabled={busy}
              onPress={onForget}
            >
              {t('libraries.forget')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
