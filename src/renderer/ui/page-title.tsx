import { type ReactNode, useEffect, useRef } from 'react'

let firstScreen = true

/** The heading of a screen. It takes the focus when a screen opens, so that a screen reader starts there. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!firstScreen) heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    firstScreen = false
  }, [])
  useEffect(() => {
    document.title = `${title} - Waymark`
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
