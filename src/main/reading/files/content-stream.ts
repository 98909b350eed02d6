/** What an operator is given: names begin with `/`; of a string, its bytes are counted. */
export type Operand = number | string | { bytes: number } | readonly Operand[] | null

/**
 * Reads the drawing of a page, ISO 32000-1, 7.8.2: calls `onOperator` for each operator with its operands. An inline
 * picture comes as the operator `BI` alone; its bytes are skipped. False ends it.
 */
export function readContentStream(
  bytes: Uint8Array,
  onOperator: (operator: string, operands: readonly Operand[]) => boolean,
): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let at = 0
  /** The innermost open array comes last. */
  const open: Operand[][] = [[]]

  function put(operand: Operand): void {
    open.at(-1)?.push(operand)
  }

  function skipTo(end: string): void {
    const found = text.indexOf(end, at)
    at = found < 0 ? text.length : found + end.length
  }

  function literalString(): void {
    let depth = 1
    let length = 0
    at += 1
    for (; at < text.length && depth > 0; at++) {
      const sign = text[at]
      if (sign === '\\') at += escapeLength(text, at)
      else if (sign === '(') depth += 1
      else if (sign === ')') depth -= 1
      if (depth > 0) length += 1
    }
    put({ bytes: length })
  }

  function hexString(): void {
    const start = at + 1
    skipTo('>')
    put({ bytes: Math.ceil(text.slice(start, at - 1).replace(/[^\da-f]/gi, '').length / 2) })
  }

  /** A dictionary's values are of no use here; a string in it may hold `>>`, but none in a drawing does. */
  function delimiter(sign: string): void {
    if (sign === '(') literalString()
    else if (sign === '<' && text[at + 1] === '<') {
      skipTo('>>')
      put(null)
    } else if (sign === '<') hexString()
    else {
      if (sign === '[') open.push([])
      else if (sign === ']' && open.length > 1) put(open.pop() ?? null)
      at += 1
    }
  }

  function word(start: number): boolean {
    wordEnd.lastIndex = start + 1
    at = wordEnd.exec(text)?.index ?? text.length
    const found = text.slice(start, at)
    if (found.startsWith('/')) put(found)
    else if (isNumber.test(found)) put(Number(found))
    else {
      const operands = open[0] ?? []
      open.splice(0, open.length, [])
      if (found === 'BI') skipInlinePicture()
      return onOperator(found, operands)
    }
    return true
  }

  function skipInlinePicture(): void {
    skipTo('ID')
    inlineEnd.lastIndex = at
    at = inlineEnd.test(text) ? inlineEnd.lastIndex : text.length
  }

  while (at < text.length) {
    const sign = text[at] ?? ''
    if (blanks.includes(sign)) at += 1
    else if (sign === '%') skipTo('\n')
    else if ('([<>]){}'.includes(sign)) delimiter(sign)
    else if (!word(at)) return
  }
}

const blanks = '\0\t\n\f\r '
const wordEnd = /[\0\t\n\f\r ()<>[\]{}/%]/g
const isNumber = /^[-+]*\d*\.?\d*-?\d*$/
/** `EI` between blanks, with nothing but text behind it: packed bytes may hold the two letters by chance. */
const inlineEnd = /[\t\n\r ]EI(?=[\t\n\r ][\t\n\r -~]{0,9}|$)/g

/** How many characters behind a backslash belong to it, less one that the caller counts. */
const escapeLength = (text: string, at: number): number =>
  /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0].length ?? 1
