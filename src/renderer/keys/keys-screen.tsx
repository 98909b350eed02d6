import { PageTitle } from '../ui/page-title.tsx'
import { setShortcuts, shortcuts, useShortcutsAreOn } from '../ui/shortcuts.ts'
import { Tick } from '../ui/tick.tsx'
import { t } from '../ui/words.ts'

/** Keys that any page or form has; the same in every program, said for those who are new to them. */
const everywhere = ['tab', 'backTab', 'enter', 'space', 'arrows', 'escape'] as const
const onScan = ['pages', 'zoom'] as const

/** Every key on one page, and a way to turn the single ones off. */
export function KeysScreen() {
  const on = useShortcutsAreOn()
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
      <section className="card stack" aria-labelledby="keys-everywhere">
        <h2 id="keys-everywhere">{t('keys.everywhere')}</h2>
        <dl className="keys">
          {everywhere.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{t(`keys.names.${key}`)}</kbd>
              </dt>
              <dd>{t(`keys.does.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card stack" aria-labelledby="keys-scan">
        <h2 id="keys-scan">{t('keys.scan')}</h2>
        <dl className="keys">
          {onScan.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{t(`keys.names.${key}`)}</kbd>
              </dt>
              <dd>{t(`keys.does.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
