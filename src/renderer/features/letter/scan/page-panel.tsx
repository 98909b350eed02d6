import type { ScanPages } from '../../../../shared/model/arrangement.ts'
import type { Letter } from '../../../../shared/model/letter.ts'
import { t } from '../../../i18n/words.ts'
import { PageStrip } from './page-strip.tsx'
import { PageTools } from './page-tools.tsx'
import { ScanFiles } from './scan-files.tsx'
import type { PageActions } from './use-scan-pages.ts'
import './page-panel.css'

type Props = {
  letter: Letter
  scan: ScanPages
  page: number
  onPage: (page: number) => void
  actions: PageActions
}

/** Lay the pages of a scan: which make which letter, in which order, which way up. The kept file never changes. */
export function PagePanel(props: Props) {
  return (
    <section className="page-panel" aria-label={t('pages.title')}>
      <PageStrip {...props} />
      <PageTools scan={props.scan} page={props.page} actions={props.actions} />
      <ScanFiles letter={props.letter} scan={props.scan} />
    </section>
  )
}
