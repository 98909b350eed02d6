import { escapeMarks } from '../../../shared/text/clean-name.ts'
import { withBothNames } from '../../storage/stored-names.ts'
import { say } from '../terminal.ts'

export { say, warn } from '../terminal.ts'

export const jsonText = (value: unknown, space?: number): string =>
  escapeMarks(JSON.stringify(value, null, space))

/** One JSON object a line with `--json`, else the text. */
export const print = <T>(options: { json?: boolean }, value: T, text: (value: T) => string): void =>
  say(options.json ? escapeMarks(withBothNames(value)) : text(value))
