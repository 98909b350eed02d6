import { useEffect } from 'react'

const name = 'waymark:print'

/**
 * Handles "Print" from the desktop menu: prints what a screen registered with `usePrintInstead`, otherwise the screen.
 */
export function useMenuPrint(): void {
  useEffect(() => {
    // Runs after the listeners of the screens, whose effects ran first.
    const onPrint = (event: Event) => {
      if (!event.defaultPrevented) window.print()
    }
    window.addEventListener(name, onPrint)
    return () => window.removeEventListener(name, onPrint)
  }, [])
}

/** While `print` is set, the menu prints that document instead of the screen. */
export function usePrintInstead(print: (() => void) | null): void {
  useEffect(() => {
    if (!print) return
    const onPrint = (event: Event) => {
      event.preventDefault()
      print()
    }
    window.addEventListener(name, onPrint, { capture: true })
    return () => window.removeEventListener(name, onPrint, { capture: true })
  }, [print])
}
