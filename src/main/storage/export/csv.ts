/** Rows as a file for spreadsheets (RFC 4180), marked as UTF-8. */
export const csvFrom = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

/**
 * A cell that begins like a formula would be run by a spreadsheet, whoever wrote it: an apostrophe makes it text (OWASP,
 * CSV injection).
 */
function cell(text: string): string {
  const plain = text.replace(/\r\n?|\n/g, ' ')
  const inert = /^[\s\p{Cf}]*[=+\-@\t\r|%＝＋－＠]/u.test(plain) ? `'${plain}` : plain
  return /[",\n;]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
