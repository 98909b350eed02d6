import { Button } from 'react-aria-components'
import type { Letter, LetterId } from '../../../../shared/model/letter.ts'
import { type LayoutStep, stepped } from '../../../../shared/model/page-layout.ts'
import type { ScanPages } from '../../../../shared/model/page-layout-override.ts'
import { joinInto, splitScan } from '../../../common/add-letters/join-into.ts'
import { storeFile } from '../../../common/add-letters/store-file.ts'
import { list } from '../../../i18n/format.ts'
import { errorWords, t } from '../../../i18n/words.ts'
import { type Library, useLibrary } from '../../../state/library-context.tsx'
import { PageStrip } from './page-strip.tsx'
import type { PageActions } from './use-scan-pages.ts'
import './page-panel.css'
import { FileChoice } from '../../../ui/file-choice.tsx'

type Props = {
  letter: Letter
  scan: ScanPages
  page: number
  onPage: (page: number) => void
  actions: PageActions
}

/** Page layout of a scan: which pages form which letter, their order and rotation. The original file never changes. */
export function PagePanel(props: Props) {
  return (
    <section className="page-panel" aria-label={t('pages.title')}>
      <PageStrip {...props} />
      <PageTools scan={props.scan} page={props.page} actions={props.actions} />
      <ScanFiles letter={props.letter} scan={props.scan} />
    </section>
  )
}

type ToolsProps = Pick<Props, 'scan' | 'page' | 'actions'>

/** What a person can do with the chosen page. */
function PageTools({ scan, page, actions }: ToolsProps) {
  const { layout, layoutOverride } = scan
  const aside = layout.excludedPages.includes(page)
  const begins = layout.letters.findIndex(({ pages }) => pages[0] === page)
  const kinds: LayoutStep['kind'][] = aside
    ? ['take-back']
    : ['earlier', 'later', begins > 0 ? 'join-before' : 'begin-letter', 'put-aside']
  const cutByReading = layout.letters.length > 1 && !layoutOverride?.letters
  return (
    <fieldset className="page-tools">
      <legend className="small soft">{t('pages.chosen', { page })}</legend>
      <Button className="button small" onPress={() => actions.rotate(page, 270)}>
        {t('pages.turnLeft')}
      </Button>
      <Button className="button small" onPress={() => actions.rotate(page, 90)}>
        {t('pages.turnRight')}
      </Button>
      {kinds.map((kind) => (
        <Button
          key={kind}
          className="button small"
          isDisabled={stepped(layout, { kind, page }) === null}
          onPress={() => actions.step({ kind, page })}
        >
          {t(`pages.steps.${kind}`)}
        </Button>
      ))}
      {cutByReading && (
        <Button className="button small" onPress={actions.confirm}>
          {t('pages.confirm')}
        </Button>
      )}
      {layoutOverride?.letters && (
        <Button className="button quiet small" onPress={actions.letReadingDecide}>
          {t('pages.reset')}
        </Button>
      )}
    </fieldset>
  )
}

/** The files a letter is made of: add pages from more files, or split it into one letter per file. */
function ScanFiles({ letter, scan }: { letter: Letter; scan: ScanPages }) {
  const library = useLibrary()
  const several = scan.files.length > 1
  return (
    <div className="row page-files small">
      {several && (
        <span className="soft">
          {t('pages.files', {
            count: scan.files.length,
            names: list(scan.files.map((file) => file.fileName)),
          })}
        </span>
      )}
      {scan.locked && <span className="soft">{t('pages.passwordKept')}</span>}
      <FileChoice allowsMultiple onChoose={(files) => addPages(library, letter.id, files, !several)}>
        <Button className="button small">{t('pages.addFile')}</Button>
      </FileChoice>
      {several && (
        <Button className="button small" onPress={() => splitScan(library, letter.id)}>
          {t('pages.takeApart')}
        </Button>
      )}
    </div>
  )
}

/**
 * Adds the files first, then merges their pages into this letter; a file that cannot be merged stays a separate letter.
 */
async function addPages(library: Library, id: LetterId, files: File[], canUndo: boolean): Promise<void> {
  const ids: LetterId[] = []
  for (const file of files) {
    const stored = await storeFile(library.api, file)
    if (!stored.ok) return library.messages.say({ kind: 'error', text: errorWords(stored.error.code) })
    ids.push(...stored.value.ids)
  }
  await joinInto(library, id, ids, canUndo)
}
