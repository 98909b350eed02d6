import type { PageText } from '../../../shared/model/letter.ts'
import type { NoticeCodes } from './notice-codes.ts'

/** What the headlines of a letter say of its number: they bear it out, name another one, or neither. */
export type TitleSays = 'yes' | 'no' | 'nothing'

/**
 * `yes`: the headlines hold most words of its title, and fewer of the title of any notice that one misread
 * character would make of it. `no`: they hold most words of such a title, and fewer of its own.
 */
export function titleSays(codes: NoticeCodes, code: string, pages: readonly PageText[]): TitleSays {
  const headlines = pages.flatMap(({ lines }) => lines.filter(isHeadline))
  const printed = new Set(headlines.flatMap(({ text }) => wordsOf(text)))
  const share = (each: string): number => {
    const words = wordsOf(codes.titles.get(each) ?? '')
    return words.length < 2 ? 0 : words.filter((word) => printed.has(word)).length / words.length
  }
  const own = share(code)
  const best = Math.max(0, ...[...(codes.confusions.get(code) ?? [])].map(share))
  if (own >= most && best < own) return 'yes'
  return best >= most && own < best ? 'no' : 'nothing'
}

const most = 0.6

/** Short, and in the upper part of a page: running text names other letters too. */
const isHeadline = ({ text, box }: PageText['lines'][number]) => box[1] < 0.55 && text.split(' ').length <= 14

const wordsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])].filter((word) => !common.has(word))
const common = new Set(
  'and are for from has have not our that the this was were will with you your notice letter page'.split(' '),
)
