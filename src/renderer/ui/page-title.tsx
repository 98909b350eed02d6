import { type ReactNode, useEffect, useRef } from 'react'

let firstScreen = true

/**
 * The heading of a screen. It takes the focus when a screen opens, so that a screen reader starts there, unless the
 * screen has put it into a box to type in. The title of the page stays the app's name: a browser keeps titles in its
 * history.
 */
export function PageTitle(props: { title: string } | { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const screen = heading.current?.closest('.screen')
    if (!firstScreen && !screen?.contains(document.activeElement))
      heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    firstScreen = false
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {'title' in props ? props.title : props.children}
    </h1>
  )
}
