import { useEffect } from 'react'

const name = 'waymark:print'

/** "Print" of the desktop menu: what a screen puts forward by `usePrintInstead`, else the screen itself. */
export function useMenuPrint(): void {
  useEffect(() => {
    // After the screens below have heard it: their effects ran first.
    const onPrint = (event: Event) => {
      if (!event.defaultPrevented) window.print()
    }
    window.addEventListener(name, onPrint)
    return () => window.removeEventListener(name, onPrint)
  }, [])
}

/** While there is `print`, the menu prints that: a paper instead of the screen that shows it. */
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
