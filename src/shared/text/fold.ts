/**
 * Text as search sees it: lower case without accents, thousands without commas, and numbers without
 * punctuation, so that `munoz` is Muñoz, `cp 504` is CP504, and `900123456` is 900-12-3456. `at[i]` is the
 * position of character `i` of `text` in the original.
 */
type Folded = { text: string; at: number[] }

/** `joined`: a short word and the number after it become one (`CP 504`, `LT-11`). Texts are always joined. */
export function fold(original: string, joined = true): Folded {
  const skipped = new Set<number>()
  for (const gap of joined ? [inNumber, beforeNumber] : [inNumber])
    for (const match of original.matchAll(gap)) skipped.add(match.index)
  const at: number[] = []
  let text = ''
  let index = 0
  for (const character of original) {
    if (!skipped.has(index)) {
      const plain = plainCharacter(character)
      text += plain
      for (let step = 0; step < plain.length; step += 1) at.push(index)
    }
    index += character.length
  }
  return { text, at }
}

const inNumber = /(?<=\d)[-‐–,](?=\d)/g
const beforeNumber = /(?<=(?<!\p{L})\p{L}{1,3})[ -](?=\d)/gu

function plainCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase()
  if (character === '’' || character === '‘') return "'"
  if (/\s/.test(character)) return ' '
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A line folded without positions: faster for plain letters, and most of all for lines without a number. */
export function foldedLine(line: string): string {
  if (!/^[ -~]*$/.test(line)) return fold(line).text
  const small = line.toLowerCase()
  return /\d/.test(small) ? small.replace(inNumber, '').replace(beforeNumber, '') : small
}

/** Lines as one text to search in, without their positions. */
export const foldedText = (lines: readonly string[]): string => lines.map(foldedLine).join(' ')
