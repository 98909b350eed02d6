import type { Box } from '../../../shared/model/letter.ts'
import type { GrayImage } from './scan.ts'

/** What a person can tell from the paper around it differs by at least this much, of 255. */
const leastContrast = 40
/** Rules of a table and letters of the neighbors reach into the rim of a word's box. */
const rim = 0.15

/** Whether anything is drawn in a box of the page; white print on a dark bar is. */
export function inkIn({ width, height, pixels }: GrayImage): (box: Box) => boolean {
  return ([x, y, w, h]) => {
    const left = Math.max(0, Math.round((x + rim * Math.min(w, h)) * width))
    const right = Math.min(width, Math.round((x + w - rim * Math.min(w, h)) * width))
    const top = Math.max(0, Math.round((y + rim * h) * height))
    const bottom = Math.min(height, Math.round((y + (1 - rim) * h) * height))
    let [darkest, lightest] = [255, 0]
    for (let row = top; row < bottom; row++)
      for (let at = row * width + left; at < row * width + right; at++) {
        const value = pixels[at] ?? 255
        if (value < darkest) darkest = value
        if (value > lightest) lightest = value
        if (lightest - darkest >= leastContrast) return true
      }
    return false
  }
}
