import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { Letter, LetterId } from '../../../../shared/model/letter.ts'
import type { ScanPages } from '../../../../shared/model/page-layout-override.ts'
import { list } from '../../../i18n/format.ts'
import { t } from '../../../i18n/words.ts'
import { usePageImage } from './use-page-image.ts'
import type { PageActions } from './use-scan-pages.ts'

type Props = {
  letter: Letter
  scan: ScanPages
  page: number
  onPage: (page: number) => void
  actions: PageActions
}

/** All pages of the scan as small pictures, letter by letter; each cut with its reason. */
export function PageStrip({ letter, scan, page, onPage, actions }: Props) {
  const tile = (number: number) => (
    <PageTile key={number} {...{ id: letter.id, scan, number, page, onPage }} />
  )
  const { letters, excludedPages } = scan.layout
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from one page's button to the next
    <div className="page-strip" onKeyDown={onArrow}>
      {letters.map(({ pages }, at) => (
        <section key={pages[0]} className="page-letter" aria-label={t('pages.letter', { number: at + 1 })}>
          <p className="small">
            <strong>{t('pages.letter', { number: at + 1 })}</strong>
            {pages.some((each) => letter.pages.includes(each)) && letters.length > 1 && (
              <span className="soft"> {t('pages.thisOne')}</span>
            )}
          </p>
          {at > 0 && <CutReasons scan={scan} at={at} first={pages[0] ?? 1} actions={actions} />}
          <div className="page-tiles">{inShownOrder(scan, pages).map(tile)}</div>
        </section>
      ))}
      {excludedPages.length > 0 && (
        <section className="page-letter" aria-label={t('pages.excludedPages')}>
          <p className="small">
            <strong>{t('pages.excludedPages')}</strong>
          </p>
          <div className="page-tiles">{excludedPages.map(tile)}</div>
        </section>
      )}
    </div>
  )
}

/** As the letter is shown: by its printed numbers, unless a person gave the order. */
function inShownOrder(scan: ScanPages, pages: number[]): number[] {
  const read = scan.letters.find(
    (letter) => letter.pages.length === pages.length && letter.pages.every((page) => pages.includes(page)),
  )
  return read?.pages ?? pages
}

type CutProps = { scan: ScanPages; at: number; first: number; actions: PageActions }

function CutReasons({ scan, at, first, actions }: CutProps) {
  const read = scan.letters.find(({ pages }) => pages.includes(first))
  const reasons = scan.layoutOverride?.letters ? ['person' as const] : (read?.cutBecause ?? [])
  return (
    <p className="small soft page-cut">
      {reasons.length > 0 &&
        t('pages.cutBecause', { reasons: list(reasons.map((reason) => t(`structure.cut.${reason}`))) })}{' '}
      <Button
        className="button quiet small"
        aria-label={t('pages.joinNamed', { number: at + 1 })}
        onPress={() => actions.step({ kind: 'join-before', page: first })}
      >
        {t('pages.join')}
      </Button>
    </p>
  )
}

/** More thumbnails would keep the reading process busy; the rest are loaded near the selected page. */
const mostPictures = 40

type TileProps = {
  id: LetterId
  scan: ScanPages
  number: number
  page: number
  onPage: (page: number) => void
}

function PageTile({ id, scan, number, page, onPage }: TileProps) {
  const pictured = scan.rotations.length <= mostPictures || Math.abs(number - page) < 4
  const read = scan.letters.find(({ pages }) => pages.includes(number))
  const printed = read?.printedPages[read.pages.indexOf(number)] ?? null
  const tile = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (number === page) tile.current?.scrollIntoView?.({ block: 'nearest' })
  }, [number, page])
  const label = t(printed === null ? 'pages.tile' : 'pages.tilePrinted', {
    page: number,
    printed: printed ?? 0,
  })
  return (
    <button
      ref={tile}
      type="button"
      className="page-tile"
      aria-current={number === page ? 'true' : undefined}
      aria-label={label}
      onClick={() => onPage(number)}
    >
      {/* The core turns the page; another rotation is another picture. */}
      {pictured && <Thumbnail key={scan.rotations[number - 1]} id={id} page={number} />}
      <span className="small">{number}</span>
    </button>
  )
}

function Thumbnail({ id, page }: { id: LetterId; page: number }) {
  const image = usePageImage(id, page, 120)
  return image.kind === 'shown' ? (
    <img src={image.url} alt="" draggable={false} />
  ) : (
    <span className="page-blank" aria-hidden="true" />
  )
}

function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('.page-tile')]
  const at = tiles.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : tiles[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.click()
}
