import type { PageText } from '../../../shared/model/letter.ts'
import type { NoticeCodes } from './notice-codes.ts'

/**
 * Whether the headlines of a letter bear out its number: they hold most words of its title, and fewer of the
 * title of any notice that one misread character would make of it.
 */
export function titleSays(codes: NoticeCodes, code: string, pages: readonly PageText[]): boolean {
  const printed = new Set(
    pages.flatMap(({ lines }) => lines.filter(isHeadline).flatMap(({ text }) => wordsOf(text))),
  )
  const share = (each: string): number => {
    const words = wordsOf(codes.titles.get(each) ?? '')
    return words.length < 2 ? 0 : words.filter((word) => printed.has(word)).length / words.length
  }
  const own = share(code)
  const others = [...(codes.confusions.get(code) ?? [])].map(share)
  return own >= 0.6 && others.every((other) => other < own)
}

/** Short, and in the upper part of a page: running text names other letters too. */
const isHeadline = ({ text, box }: PageText['lines'][number]) => box[1] < 0.55 && text.split(' ').length <= 14

const wordsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])].filter((word) => !common.has(word))
const common = new Set(
  'and are for from has have not our that the this was were will with you your notice letter page'.split(' '),
)
