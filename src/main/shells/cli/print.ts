import { withBothNames } from '../../storage/stored-names.ts'

/** One JSON object a line with `--json`, else the text. */
export const print = <T>(options: { json?: boolean }, value: T, text: (value: T) => string): void =>
  console.log(options.json ? withBothNames(value) : text(value))
