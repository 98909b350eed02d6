import { type ReactNode, useEffect, useRef } from 'react'

let firstScreen = true
let libraryName: string | null = null

/** The library's name for the title of a desktop window. A browser would keep it in its history, so there it is never set. */
export function nameLibraryInTitle(name: string | null): void {
  libraryName = name
}

/**
 * The heading of a screen. It takes the focus when a screen opens, so that a screen reader starts there, unless the
 * screen has put it into a box to type in.
 */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const screen = heading.current?.closest('.screen')
    if (!firstScreen && !screen?.contains(document.activeElement))
      heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    firstScreen = false
  }, [])
  useEffect(() => {
    document.title = [title, ...(libraryName ? [libraryName] : []), 'Waymark'].join(' - ')
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
