import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useLanguage } from '../i18n/language.ts'
import './long-list.css'

/** Below this many rows all are drawn: the browser finds them by its own search, and nothing has to be measured. */
const virtualFrom = 60

type Props<T extends object> = {
  /** Rows that did not change must be the same objects: only others are drawn anew. */
  rows: readonly T[]
  label: string
  rowClass: string
  idOf: (row: T) => string
  /** What a row is called, for those who hear the list and for typing ahead. */
  nameOf: (row: T) => string
  /** Pixels of a row that nobody has measured yet. */
  rowHeight: number
  /** Enter on a row. */
  onOpen?: (id: string) => void
  children: (row: T) => ReactElement
}

/**
 * A list of which only the rows in sight are drawn, however long it is. Arrow keys walk through all rows, Tab through
 * what is in a row, and paper gets every row.
 */
export function LongList<T extends object>(props: Props<T>) {
  const isPrinting = useIsPrinting()
  if (props.rows.length < virtualFrom || isPrinting) return <Rows {...props} />
  const layoutOptions = { estimatedRowHeight: props.rowHeight, gap: 12 }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <Rows {...props} isVirtual />
    </Virtualizer>
  )
}

function Rows<T extends object>(props: Props<T> & { isVirtual?: boolean }) {
  const { rows, label, rowClass, idOf, nameOf, onOpen, children, isVirtual = false } = props
  const language = useLanguage()
  const open = ({ key, target }: KeyboardEvent) => {
    const id = target instanceof HTMLElement && target.role === 'row' ? target.dataset.key : undefined
    if (key === 'Enter' && id) onOpen?.(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Enter of the rows inside
    <div onKeyDown={open}>
      <GridList
        className={isVirtual ? 'long-list' : 'long-list flowing'}
        aria-label={label}
        items={rows}
        dependencies={[language]}
        keyboardNavigationBehavior="tab"
      >
        {(row) => (
          <GridListItem id={idOf(row)} textValue={nameOf(row)} className={rowClass}>
            {children(row)}
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

/** While the browser prints: what is out of sight belongs on the paper too, and has to be there before it looks. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    let focused: string | undefined
    const begin = () => {
      focused = document.activeElement?.closest<HTMLElement>('[role=row]')?.dataset.key
      flushSync(() => setIsPrinting(true))
    }
    const end = () => {
      flushSync(() => setIsPrinting(false))
      // The rows are drawn anew; the focus goes back to the one that had it.
      if (focused) requestAnimationFrame(() => rowOf(focused)?.focus())
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

const rowOf = (key = ''): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(key)}"]`)
