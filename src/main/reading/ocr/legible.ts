import type { Line } from '../../../shared/model/letter.ts'

/** Fewer characters than these show nothing; a blank page has nothing to gain from being turned. */
const enough = 12

export const showsText = (lines: readonly Line[]): boolean => characterCount(lines) >= enough

export const isLegible = (lines: readonly Line[]): boolean =>
  !showsText(lines) || legibleCharacters(lines) > 0.5 * characterCount(lines)

export const legibleCharacters = (lines: readonly Line[]): number =>
  characterCount(lines.filter((line) => line.confidence > 0.75 && /[a-z]{3}/i.test(line.text)))

const characterCount = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.text.length, 0)
