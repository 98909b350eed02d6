/** Cyrillic and Greek capitals and small letters that look like Latin ones, in pairs. */
const lookalikes = new Map(
  ['АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxіiѕsјj', 'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνv'].flatMap(
    (pairs) => (pairs.match(/../gu) ?? []).map(([from = '', to = '']) => [from, to] as const),
  ),
)

/** First digits of the scripts whose digits programs write instead of ASCII's. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10]

/**
 * Text with the plain characters that it looks like, one for one: full-width forms, digits of other scripts, and letters of
 * another alphabet in words that also hold Latin letters or digits. Raised digits stay: a note's mark is no part of a number.
 */
export const plainCharacters = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .replace(/[\uff01-\uff5e\u3000\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, plain)
        .replace(/[\p{L}\p{N}]+/gu, (word) => (/[A-Za-z0-9]/.test(word) ? asLatin(word) : word))

function plain(character: string): string {
  const code = character.charCodeAt(0)
  const zero = zeros.find((each) => code >= each && code <= each + 9)
  if (zero !== undefined) return String(code - zero)
  return code === 0x3000 ? ' ' : String.fromCharCode(code - 0xfee0)
}

const asLatin = (word: string): string =>
  word.replace(/[\u0370-\u04ff]/g, (each) => lookalikes.get(each) ?? each)
