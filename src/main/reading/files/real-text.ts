/**
 * Whether a text layer reads like language: enough of it, few characters from nowhere (broken font tables), and
 * words that have vowels.
 */
export function isRealText(text: string): boolean {
  const solid = text.replace(/\s+/g, '')
  if (solid.length < 60) return false
  // Bullets come from a font of signs and stand alone; letters and digits from nowhere stand in words and numbers.
  if (/[\p{L}\d$,.]\p{Co}|\p{Co}[\d,.]|\p{Co}{2}/u.test(text)) return false
  const plain = solid.match(/[\p{Script=Latin}\d.,;:!?'"’“”()$%&#*/@•–—-]/gu)?.length ?? 0
  if (plain / solid.length < 0.85) return false
  const words = text.match(/\p{Script=Latin}{3,}/gu) ?? []
  if (words.length < 8) return false
  const spoken = words.filter(
    (word) => /[aeiouyáéíóú]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(word),
  )
  return spoken.length / words.length > 0.75
}
