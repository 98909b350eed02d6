import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'
import { findLetter, type LibraryOptions, withCore } from './open-core.ts'
import { print, say } from './print.ts'
import { titleOf } from './text.ts'

/** Letters whose pages or facts hold all the words. */
export const searchCommand = (words: string[], options: LibraryOptions) =>
  withCore(options, async (core) => {
    await core.idle()
    const { hits, tooShort, more, waiting } = await core.api['letters:search']({ text: words.join(' ') })
    if (tooShort) throw new CommandFailure(wordsOfError('search.too-short'))
    for (const hit of hits) {
      const letter = await findLetter(core, hit.id)
      const title = titleOf(core.law, letter)
      const words = hit.snippet.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')
      const place = hit.page === null ? 'facts' : `page ${letter.pages.indexOf(hit.page) + 1}`
      print(options, { ...hit, title }, () => `${hit.id.slice(0, 8)}  ${title}\n  ${place}: ${words}`)
    }
    if (options.json) return
    if (hits.length === 0) say('Nothing found.')
    if (more) say('There are more: add a word.')
    if (waiting > 0) say(`${waiting} files cannot be searched yet: open the app once, or read them again.`)
  })
