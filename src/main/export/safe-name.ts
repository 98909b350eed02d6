/** Names that Windows reserves for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/**
 * A name that every system accepts as one part of a path, and that leads nowhere else: without separators,
 * characters that Windows refuses, invisible and direction-changing characters, spaces or periods at its
 * ends, or a device's name; at most `longest` characters, with the extension kept.
 */
export function safeName(name: string, fallback: string, longest = 60): string {
  const plain = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]|\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/gu, '-')
    .replace(/\s+/g, ' ')
  const cut = trimmed(shortened(trimmed(plain), longest))
  if (cut === '' || /^-+$/.test(cut)) return fallback
  return reserved.test(cut) ? `_${cut}` : cut
}

const trimmed = (name: string) => name.replace(/^[\s.]+|[\s.]+$/g, '')

function shortened(name: string, longest: number): string {
  const characters = [...name]
  if (characters.length <= longest) return name
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, longest - ending.length).join('') + ending
}
