import { t } from '../../i18n/words.ts'
import { useShell } from '../../state/library-context.tsx'
import { setShortcuts, shortcuts, useShortcutsAreOn } from '../../state/shortcuts.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tick } from '../../ui/tick.tsx'

/** Keys that any page or form has; the same in every program, said for those who are new to them. */
const everywhere = ['tab', 'backTab', 'enter', 'space', 'arrows', 'escape'] as const
const onScan = ['pages', 'zoom'] as const
/** They stand in the desktop window's menu; a browser has its own use for them. */
const inMenu = ['print', 'libraries', 'lock'] as const

/** Every key on one page, and a way to turn the single ones off. */
export function ShortcutsScreen() {
  const on = useShortcutsAreOn()
  const shell = useShell()
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('keys.title')} />
      <p>{t('keys.lead')}</p>
      <section className="card stack" aria-labelledby="keys-single">
        <h2 id="keys-single">{t('keys.single')}</h2>
        <dl className="keys">
          {shortcuts.map(({ key, name }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`keys.to.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <Tick selected={on} onChange={setShortcuts}>
          {t('keys.on')}
        </Tick>
      </section>
      <Keys id="keys-everywhere" title={t('keys.everywhere')} keys={everywhere} />
      <Keys id="keys-scan" title={t('keys.scan')} keys={onScan} />
      {shell === 'desktop' && <Keys id="keys-desktop" title={t('keys.desktop')} keys={inMenu} />}
    </div>
  )
}

type Named = (typeof everywhere | typeof onScan | typeof inMenu)[number]

const Keys = ({ id, title, keys }: { id: string; title: string; keys: readonly Named[] }) => (
  <section className="card stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <dl className="keys">
      {keys.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{t(`keys.names.${key}`)}</kbd>
          </dt>
          <dd>{t(`keys.does.${key}`)}</dd>
        </div>
      ))}
    </dl>
  </section>
)
