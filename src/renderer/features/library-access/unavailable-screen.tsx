import { Button } from 'react-aria-components'
import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { RestoreList } from '../../common/library-access/restore-list.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SalvageSection, type Unavailable } from './salvage-section.tsx'
import './library-access.css'

/** Where the file itself is broken; what is only in the way (a full disk, another program) goes by trying again. */
const broken = [
  'library.damaged',
  'library.foreign-parts',
  'library.key-does-not-fit',
  'library.not-a-library',
  'library.empty',
]

/** The library does not open. It is left as it is; here is what can be done. */
export function UnavailableScreen({ library }: { library: Unavailable }) {
  const { api, quit } = useLibraryAccess()
  const { busy, refusal, run } = useTry()
  const isBroken = broken.includes(library.code)
  return (
    <div className="screen access-screen stack">
      <PageTitle title={t('access.unavailable.title')} />
      <p className="callout error" role="alert">
        {errorWords(library.code, library.block)}
      </p>
      <p>{t('access.unavailable.untouched')}</p>
      <div className="row">
        <Button
          className={isBroken ? 'button' : 'button primary'}
          isDisabled={busy}
          onPress={() => run(() => api['library:try-again'](null))}
        >
          {t('access.unavailable.again')}
        </Button>
        <a className="button" href="#/libraries">
          {t('access.unavailable.others')}
        </a>
        {quit && (
          <Button className="button quiet" onPress={quit}>
            {t('access.unavailable.quit')}
          </Button>
        )}
      </div>
      {isBroken && library.code !== 'library.empty' && <SalvageSection library={library} />}
      {library.code === 'library.network-drive' ? (
        <OpenThere busy={busy} onOpen={() => run(() => api['library:open-there'](null))} />
      ) : (
        <section className="card stack">
          <h2>{t('access.unavailable.restore')}</h2>
          <RestoreList />
        </section>
      )}
      {isBroken && (
        <StartAnew busy={busy} refusal={refusal} onStart={() => run(() => api['library:set-aside'](null))} />
      )}
    </div>
  )
}

type Anew = { busy: boolean; refusal: string | null; onStart: () => void }

/** The last way: the broken file is kept under another name. */
const StartAnew = ({ busy, refusal, onStart }: Anew) => (
  <More label={t('access.unavailable.anew')}>
    <div className="stack">
      <p>{t('access.unavailable.anewWhat')}</p>
      <div>
        <Button className="button" isDisabled={busy} onPress={onStart}>
          {t('access.unavailable.anewNow')}
        </Button>
      </div>
      {refusal && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
    </div>
  </More>
)

/** For who has the only copy on a network drive and needs it now. */
const OpenThere = ({ busy, onOpen }: { busy: boolean; onOpen: () => void }) => (
  <More label={t('access.unavailable.there')}>
    <div className="stack">
      <p>{t('access.unavailable.thereWhat')}</p>
      <div>
        <Button className="button" isDisabled={busy} onPress={onOpen}>
          {t('access.unavailable.thereNow')}
        </Button>
      </div>
    </div>
  </More>
)
