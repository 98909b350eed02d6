import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { takeFirstLetter } from '../../state/first-letter.ts'
import { useAddLetters } from './use-add-letters.ts'
import './drop-anywhere.css'

/**
 * Accepts files dropped on or pasted into the whole window. Plain DOM events, because only they cover the whole page,
 * and without `preventDefault` the browser would navigate to the file. Keyboard users have the Add button.
 */
export function DropAnywhere({ children }: { children: ReactNode }) {
  const { addFiles, addSample } = useAddLetters()
  const latest = useRef({ addFiles, addSample })
  useEffect(() => {
    const first = takeFirstLetter()
    if (first?.kind === 'files') void latest.current.addFiles(first.files)
    if (first?.kind === 'sample') void latest.current.addSample()
  }, [])
  return <DropFiles onFiles={addFiles}>{children}</DropFiles>
}

/** The same where there is no library yet. */
export function DropFiles({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const { over, handlers } = useFileDrag(onFiles)
  usePaste(onFiles)
  return (
    <div {...handlers}>
      {children}
      {over && <div className="drop-cover">{t('add.dropHere')}</div>}
    </div>
  )
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

function useFileDrag(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false)
  // Enter and leave fire for every element, so only their balance tells whether the pointer is still inside.
  const depth = useRef(0)
  const move = (event: DragEvent, step: number) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    depth.current = Math.max(0, depth.current + step)
    setOver(depth.current > 0)
  }
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => move(event, 1),
      onDragOver: (event: DragEvent) => move(event, 0),
      onDragLeave: (event: DragEvent) => move(event, -1),
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        onFiles(Array.from(event.dataTransfer.files))
      },
    },
  }
}

function usePaste(onFiles: (files: File[]) => void) {
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = Array.from(event.clipboardData?.files ?? [])
      if (files.length > 0) latest.current(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
