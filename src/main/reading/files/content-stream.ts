/** What an operator is given: names begin with `/`; of a string, its bytes are counted. */
export type Operand = number | string | { bytes: number } | readonly Operand[] | null

type Cursor = {
  text: string
  at: number
  /** Operands so far; the innermost open array comes last. */
  open: Operand[][]
}

/**
 * Reads the drawing of a page, ISO 32000-1, 7.8.2: calls `onOperator` for each operator with its operands. An inline
 * picture comes as the operator `BI` alone; its bytes are skipped. False ends it.
 */
export function readContentStream(
  bytes: Uint8Array,
  onOperator: (operator: string, operands: readonly Operand[]) => boolean,
): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const cursor: Cursor = { text, at: 0, open: [[]] }
  while (cursor.at < text.length) {
    const character = text[cursor.at] ?? ''
    if (whitespace.includes(character)) cursor.at += 1
    else if (character === '%') skipTo(cursor, '\n')
    else if ('([<>]){}'.includes(character)) delimiter(cursor, character)
    else {
      const operator = word(cursor)
      if (operator !== null && !onOperator(operator, takeOperands(cursor))) return
    }
  }
}

function put({ open }: Cursor, operand: Operand): void {
  open.at(-1)?.push(operand)
}

function takeOperands(cursor: Cursor): readonly Operand[] {
  const [operands = []] = cursor.open
  cursor.open = [[]]
  return operands
}

function skipTo(cursor: Cursor, end: string): void {
  const found = cursor.text.indexOf(end, cursor.at)
  cursor.at = found < 0 ? cursor.text.length : found + end.length
}

/** A dictionary's values are of no use here; a string in it may hold `>>`, but none in a drawing does. */
function delimiter(cursor: Cursor, character: string): void {
  if (character === '(') literalString(cursor)
  else if (character === '<' && cursor.text[cursor.at + 1] === '<') {
    skipTo(cursor, '>>')
    put(cursor, null)
  } else if (character === '<') hexString(cursor)
  else {
    if (character === '[') cursor.open.push([])
    else if (character === ']' && cursor.open.length > 1) put(cursor, cursor.open.pop() ?? null)
    cursor.at += 1
  }
}

function literalString(cursor: Cursor): void {
  const { text } = cursor
  let depth = 1
  let length = 0
  let at = cursor.at + 1
  for (; at < text.length && depth > 0; at++) {
    const character = text[at]
    if (character === '\\') at += escapeLength(text, at)
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth > 0) length += 1
  }
  cursor.at = at
  put(cursor, { bytes: length })
}

function hexString(cursor: Cursor): void {
  const start = cursor.at + 1
  skipTo(cursor, '>')
  const digits = cursor.text.slice(start, cursor.at).replace(/[^\da-f]/gi, '')
  put(cursor, { bytes: Math.ceil(digits.length / 2) })
}

/** The operator, or null for a name or a number. */
function word(cursor: Cursor): string | null {
  const start = cursor.at
  wordEnd.lastIndex = start + 1
  cursor.at = wordEnd.exec(cursor.text)?.index ?? cursor.text.length
  const found = cursor.text.slice(start, cursor.at)
  if (found.startsWith('/')) put(cursor, found)
  else if (isNumber.test(found)) put(cursor, Number(found))
  else {
    if (found === 'BI') skipInlinePicture(cursor)
    return found
  }
  return null
}

function skipInlinePicture(cursor: Cursor): void {
  skipTo(cursor, 'ID')
  inlineEnd.lastIndex = cursor.at
  cursor.at = inlineEnd.test(cursor.text) ? inlineEnd.lastIndex : cursor.text.length
}

const whitespace = '\0\t\n\f\r '
const wordEnd = /[\0\t\n\f\r ()<>[\]{}/%]/g
const isNumber = /^[-+]*\d*\.?\d*-?\d*$/
/** `EI` between spaces, with nothing but text behind it: packed bytes may hold the two letters by chance. */
const inlineEnd = /[\t\n\r ]EI(?=[\t\n\r ][\t\n\r -~]{0,9}|$)/g

/** How many characters behind a backslash belong to it, less one that the caller counts. */
const escapeLength = (text: string, at: number): number =>
  /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0].length ?? 1
