/** One JSON object a line with `--json`, else the text. */
export const print = <T>(options: { json?: boolean }, value: T, text: (value: T) => string): void =>
  console.log(options.json ? JSON.stringify(value) : text(value))
