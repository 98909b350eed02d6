import { words } from '../../src/renderer/i18n/words.ts'
import { wordsByLanguage } from '../words-by-language.ts'

/** `Add a letter` -> `⟦Åđđ å ŀëŧŧëř⟧`: readable, and no letter of it is a plain Latin one. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = [...'åƀçđëƒĝĥïĵķŀɱñöþɋřšŧüṽŵẋÿžÅƁÇĐËƑĜĤÏĴĶĿṀÑÖÞɊŘŠŦÜṼŴẊŸŽ']
const dress = (text: string): string =>
  text
    .split(/({{\w+}})/)
    .map((part) =>
      part.startsWith('{{')
        ? part
        : [...part].map((character) => accented[plain.indexOf(character)] ?? character).join(''),
    )
    .join('')

type Tree = { [key: string]: string | Tree }
const dressAll = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? `⟦${dress(value)}⟧` : dressAll(value),
    ]),
  )

/** Shows all words of the screens in the pseudo-locale until the language is changed back. */
export async function usePseudoLocale(): Promise<void> {
  words.addResourceBundle('en-XA', 'translation', dressAll(wordsByLanguage.en))
  await words.changeLanguage('en-XA')
}

/** What may stand there in plain letters: our name, names of languages, and what the IRS prints. */
const names =
  /\b(Waymark|Español|English|Letter|Notice|Form|IRS|SSN|EIN|CP\d\w*|LT\d\w*|L\d\w*|MB|PDF|DOCTYPE)\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(day)?\b|\b(Tue|Wed|Thu|Sat)\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\band\b/g

const said = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder']
const isMarked = (element: Element | null): boolean => element?.closest('[lang]:not(html)') != null

/**
 * Every piece of text on the page that did not come from the words file: not accented, not marked with a language (as
 * the texts of the law files are), and no data of the letter (`data`).
 */
export function untranslated(root: Element, data: string[]): string[] {
  const found: string[] = []
  const look = (text: string) => {
    const rest = data.reduce((left, each) => left.replaceAll(each, ' '), text).replace(names, ' ')
    if (/\p{Script=Latin}/u.test(rest.replace(/[^a-zA-Z]/g, '')) && /[a-zA-Z]{2}/.test(rest))
      found.push(text.trim())
  }
  const walk = root.ownerDocument.createTreeWalker(root, 4 /* text */)
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (!isMarked(node.parentElement)) look(node.textContent ?? '')
  for (const element of root.querySelectorAll('*'))
    for (const name of said) if (!isMarked(element)) look(element.getAttribute(name) ?? '')
  return [...new Set(found)]
}
