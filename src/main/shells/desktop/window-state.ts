import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '../../files/private-files.ts'

/** In pixels of the screen that do not depend on its density; `zoom` as Electron counts it, 0 is 100 %. */
export const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640),
  height: z.int().min(480),
  maximized: z.boolean(),
  zoom: z.number().min(-5).max(5),
})
export type WindowState = z.infer<typeof WindowState>
type Area = { x: number; y: number; width: number; height: number }

/** How the window was left; null on the first start, or when the note cannot be read. */
export function readWindowState(file: string): WindowState | null {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** A window that forgets where it was is no reason to stop. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeAtomically(file, JSON.stringify(state))
  } catch {
    return
  }
}

/** How much of the title bar must be on a screen, so that the window can be taken hold of. */
const grip = { width: 100, height: 40 }

/** The place if a person could still reach the window there; a screen that was unplugged would hide it. */
export function isReachable({ x, y, width }: WindowState, screens: readonly Area[]): boolean {
  return screens.some((screen) => {
    const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
    return across >= grip.width && y >= screen.y && y + grip.height <= screen.y + screen.height
  })
}
