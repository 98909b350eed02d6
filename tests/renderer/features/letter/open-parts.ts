import { fireEvent, screen } from '@testing-library/react'

/** Opens every part of the screen that is folded. */
export function openParts(): void {
  for (const trigger of screen.queryAllByRole('button', { expanded: false })) fireEvent.click(trigger)
}

/** A part of the page of a letter, by its heading. */
export function partOf(name: string): HTMLElement {
  const part = screen.getByRole('heading', { name }).parentElement
  if (!part) throw new Error(`the heading "${name}" is in no part`)
  return part
}
