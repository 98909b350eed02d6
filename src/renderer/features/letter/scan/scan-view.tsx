import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import type { Box, Letter } from '../../../../shared/model/letter.ts'
import { errorWords, t } from '../../../i18n/words.ts'
import { PagePanel } from './page-panel.tsx'
import { usePageImage } from './use-page-image.ts'
import { useScanPages } from './use-scan-pages.ts'
import './scan-view.css'

/** Widths to ask the core for: sharp on a common screen, and sharper when zoomed in. */
const imageWidths = { fit: 1400, zoomed: 2400 }
const zooms = [1, 1.5, 2, 3]

/** Places to light up on one page of the scan; the one at `current` is scrolled to. `all`: where the page is, it stays. */
export type ScanMark = { page: number; boxes: readonly Box[]; current: number | 'all' }
type ScanViewProps = { letter: Letter; mark: ScanMark | null; children?: ReactNode }

/** The scan of a letter, page by page; `mark` is what to light up, and its page is shown. */
export function ScanView({ letter, mark, children }: ScanViewProps) {
  const pages = letter.pages.length > 0 ? letter.pages : [1]
  const [page, setPage] = useState(pages[0] ?? 1)
  const [zoom, setZoom] = useState(1)
  const [arranging, setArranging] = useState(false)
  const { scan, actions } = useScanPages(letter)
  useEffect(() => {
    if (mark && mark.current !== 'all' && letter.pages.includes(mark.page)) setPage(mark.page)
  }, [mark, letter.pages])
  const index = pages.indexOf(page)
  const goBy = (step: number) => {
    if (step !== 0) setPage(pages[Math.min(pages.length - 1, Math.max(0, index + step))] ?? 1)
  }
  const scale = (step: number) =>
    setZoom((now) => zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(now) + step))] ?? 1)
  return (
    <section className={arranging && scan ? 'scan arranging' : 'scan'} aria-label={t('scan.label')}>
      {children}
      <ScanBar {...{ index, page, count: pages.length, zoom, goBy, scale }}>
        {scan && (
          <ToggleButton className="button small" isSelected={arranging} onChange={setArranging}>
            {t('pages.open')}
          </ToggleButton>
        )}
      </ScanBar>
      {arranging && scan && <PagePanel {...{ letter, scan, page, actions }} onPage={setPage} />}
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a scroll area must take the focus to scroll by keyboard */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveElementInteractions: its keys are shortcuts for the buttons above */}
      <section
        className="scan-area"
        tabIndex={0}
        aria-label={t('scan.area')}
        onKeyDown={(event) => onKey(event, goBy, scale)}
      >
        {/* The core turns the page, and a locked file may open: then there is another picture to show. */}
        <ScanPage
          key={`${letter.status.kind === 'failed'} ${scan?.rotations[page - 1] ?? 0}`}
          {...{ letter, page, zoom }}
          mark={mark?.page === page ? mark : null}
        />
      </section>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      {/* biome-ignore-end lint/a11y/noNoninteractiveElementInteractions: see above */}
    </section>
  )
}

function onKey(event: KeyboardEvent, goBy: (step: number) => void, scale: (step: number) => void): void {
  if (event.ctrlKey || event.metaKey) return
  const pages = { PageDown: 1, PageUp: -1 }[event.key]
  const steps = { '+': 1, '=': 1, '-': -1 }[event.key]
  if (pages === undefined && steps === undefined) return
  event.preventDefault()
  goBy(pages ?? 0)
  scale(steps ?? 0)
}

type BarProps = {
  /** -1: the page is none of this letter. */
  index: number
  page: number
  count: number
  zoom: number
  goBy: (step: number) => void
  scale: (step: number) => void
  children: ReactNode
}
function ScanBar({ index, page, count, zoom, goBy, scale, children }: BarProps) {
  return (
    <div className="row scan-bar">
      <Button className="button small" isDisabled={index <= 0} onPress={() => goBy(-1)}>
        {t('scan.back')}
      </Button>
      <span role="status">
        {index < 0 ? t('scan.otherPage', { page }) : t('scan.page', { page: index + 1, of: count })}
      </span>
      <Button className="button small" isDisabled={index >= count - 1} onPress={() => goBy(1)}>
        {t('scan.forward')}
      </Button>
      {children}
      <span className="scan-zoom row">
        <Button
          className="button small"
          aria-label={t('scan.smaller')}
          isDisabled={zoom === zooms[0]}
          onPress={() => scale(-1)}
        >
          −
        </Button>
        <span className="small">{Math.round(zoom * 100)} %</span>
        <Button
          className="button small"
          aria-label={t('scan.larger')}
          isDisabled={zoom === zooms.at(-1)}
          onPress={() => scale(1)}
        >
          +
        </Button>
      </span>
    </div>
  )
}

function ScanPage(props: { letter: Letter; page: number; zoom: number; mark: ScanMark | null }) {
  const { letter, page, zoom, mark } = props
  const image = usePageImage(letter.id, page, zoom > 1 ? imageWidths.zoomed : imageWidths.fit)
  if (image.kind === 'loading') return <p className="scan-note">{t('scan.loading')}</p>
  if (image.kind === 'failed') return <p className="scan-note">{errorWords(image.code)}</p>
  return (
    <div className="scan-page" style={{ width: `${zoom * 100}%` }}>
      <img src={image.url} alt={t('scan.alt', { page })} draggable={false} />
      {mark?.boxes.map((box, index) => (
        <Mark
          key={box.join()}
          box={box}
          isLit={mark.current === 'all' || index === mark.current}
          isCurrent={index === mark.current}
        />
      ))}
    </div>
  )
}

type MarkProps = { box: Box; isLit: boolean; isCurrent: boolean }

/** A box a little larger than the text; the current one is scrolled into view, inside of the scan only. */
function Mark({ box, isLit, isCurrent }: MarkProps) {
  const place = useRef<HTMLDivElement>(null)
  const [x, y, width, height] = box
  useEffect(() => {
    if (!isCurrent) return
    const area = place.current?.closest('.scan-area')
    const page = place.current?.parentElement
    if (!area || !page) return
    area.scrollTo({
      top: page.clientHeight * y - area.clientHeight / 3,
      left: page.clientWidth * x - area.clientWidth / 4,
    })
  }, [x, y, isCurrent])
  const percent = (value: number) => `${value * 100}%`
  return (
    <div
      ref={place}
      className={isLit ? 'scan-mark' : 'scan-mark other'}
      data-testid="mark"
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    />
  )
}
