import { type ReactNode, useRef } from 'react'
import { FileTrigger, type FileTriggerProps } from 'react-aria-components'

type FileChoiceProps = Pick<FileTriggerProps, 'acceptedFileTypes' | 'allowsMultiple'> & {
  onChoose: (files: File[]) => void
  /** The button that opens the system's dialog. */
  children: ReactNode
}

/** Lets a person choose files. The page forgets them at once: a browser keeps their names and folders with the tab. */
export function FileChoice({ onChoose, ...props }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <FileTrigger
      {...props}
      ref={input}
      onSelect={(files) => {
        const chosen = Array.from(files ?? [])
        if (input.current) input.current.value = ''
        onChoose(chosen)
      }}
    />
  )
}
