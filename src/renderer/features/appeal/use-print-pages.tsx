import { type ReactPortal, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { attempt, useLibrary } from '../../state/library-context.tsx'

/**
 * Prints a paper as pictures of its pages, by the window's own print dialog: it needs no PDF viewer, which not every window
 * has. `pages` belongs into the screen; it is seen on paper alone.
 */
export function usePrintPages() {
  const library = useLibrary()
  const [urls, setUrls] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [wanted, setWanted] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)

  async function print(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    setBusy(true)
    const made = await attempt(library, library.api['pdf:pictures']({ bytes }))
    if (made) {
      setUrls(
        made.value.pictures.map((each) => URL.createObjectURL(new Blob([each.bytes], { type: each.type }))),
      )
      setWanted(true)
    }
    setBusy(false)
  }
  useEffect(() => {
    if (!wanted || !sheet.current) return
    setWanted(false)
    const images = [...sheet.current.querySelectorAll('img')]
    // A picture that is not decoded yet would be an empty page.
    void Promise.all(images.map((image) => image.decode())).then(() => window.print())
  }, [wanted])
  useEffect(() => () => urls.forEach((url) => void URL.revokeObjectURL(url)), [urls])
  useEffect(() => {
    if (urls.length === 0) return
    const after = () => setUrls([])
    window.addEventListener('afterprint', after)
    return () => window.removeEventListener('afterprint', after)
  }, [urls])
  const pages: ReactPortal | null =
    urls.length === 0
      ? null
      : createPortal(
          <div className="print-pages" aria-hidden="true" ref={sheet}>
            {urls.map((url) => (
              <img key={url} src={url} alt="" />
            ))}
          </div>,
          document.body,
        )
  return { pages, print, busy }
}
