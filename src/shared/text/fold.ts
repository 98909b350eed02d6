/**
 * Text as search sees it: lower case without accents, thousands without commas, and numbers and codes without
 * punctuation, so that `munoz` is Muñoz, `grossmuller` GRÖßMÜLLER, `cp 504` CP504, `900123456` 900-12-3456, and
 * `a1b2c3d4` A1B2-C3D4. `at[i]` is the
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

/** Also between the parts of a code that each have a digit. */
const inNumber = /(?<=\d)[-‐–,](?=\d)|(?<=\d[A-Za-z]{0,8})-(?=[A-Za-z]{0,8}\d)/g
const beforeNumber = /(?<=(?<!\p{L})\p{L}{1,3})[ -](?=\d)/gu

/** Letters that are no plain letter with a mark, as people without their keyboard type them. */
const typedAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
}

function plainCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase()
  if (character === '’' || character === '‘') return "'"
  if (/\s/.test(character)) return ' '
  const small = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return typedAs[small] ?? small
}

/** A line folded without positions: faster for plain letters, and most of all for lines without a number. */
export function foldedLine(line: string): string {
  if (!/^[ -~]*$/.test(line)) return fold(line).text
  const small = line.toLowerCase()
  return /\d/.test(small) ? small.replace(inNumber, '').replace(beforeNumber, '') : small
}

/** Lines as one text to search in, without their positions. */
export const foldedText = (lines: readonly string[]): string => lines.map(foldedLine).join(' ')
