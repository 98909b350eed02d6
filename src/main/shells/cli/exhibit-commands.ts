import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { namedExhibits } from '../../../shared/appeals/exhibit-names.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { ExhibitId } from '../../../shared/model/exhibit.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import type { Core } from '../../app/core.ts'
import { CommandFailure } from './command-failure.ts'
import { bytesOfGiven } from './given-file.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

type AttachOptions = LibraryOptions & { unlock?: boolean }

/** Keeps a further file with a letter; the packet carries it as an exhibit. */
export const attachCommand = (id: string, file: string, title: string | undefined, options: AttachOptions) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const bytes = await bytesOfGiven(file, 'scan')
    const fileName = basename(file)
    const input = { letter: letter.id, title: title ?? fileName, role: 'enclosure', fileName, bytes } as const
    const password = options.unlock ? { password: (await text(process.stdin)).replace(/\r?\n$/, '') } : {}
    const added = unwrap(await core.api['exhibit:add']({ ...input, ...password }))
    print(options, { id: letter.id, exhibit: added.id }, () => `Kept: ${cleanText(input.title)}`)
  })

type Options = LibraryOptions & { remove?: string }

/** The exhibits of a letter in the order of the packet; with `remove`, after one was taken out. */
export const exhibitsCommand = (id: string, options: Options) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    if (options.remove !== undefined) await remove(core, letter, options.remove)
    const left = await findLetter(core, letter.id)
    for (const each of listed(core, left))
      print(
        options,
        each,
        ({ name, title, how }) => `${name}: ${title}${how === 'paper' ? ' (added on paper)' : ''}`,
      )
  })

type Listed = {
  exhibit: string | null
  name: string
  title: string
  how: 'file' | 'paper' | 'letter' | 'receipt'
}

function listed(core: Core, letter: Letter): Listed[] {
  const named = namedExhibits(core.law, letter).map(({ name, title, file }): Listed => {
    const how = file === null ? 'paper' : file === 'letter' ? 'letter' : 'file'
    const text = cleanText(english(title))
    return { exhibit: how === 'file' ? file : null, name: english(name), title: text, how }
  })
  const receipts = letter.exhibits
    .filter(({ role }) => role === 'receipt')
    .map(
      ({ id, title }): Listed => ({ exhibit: id, name: 'Receipt', title: cleanText(title), how: 'receipt' }),
    )
  return [...named, ...receipts]
}

/** By its letter of the alphabet, or by its id or the id's beginning. */
async function remove(core: Core, letter: Letter, name: string): Promise<void> {
  unwrap(await core.api['exhibit:remove']({ letter: letter.id, id: findExhibit(core, letter, name) }))
}

function findExhibit(core: Core, letter: Letter, name: string): ExhibitId {
  const wanted = name.toLowerCase().replace(/^exhibit\s+/, '')
  const own = listed(core, letter).find((each) => each.name.toLowerCase() === `exhibit ${wanted}`)
  if (own?.how === 'paper')
    throw new CommandFailure(`${own.name} is paper that you add yourself: waymark answer ID attachments=...`)
  const ids = letter.exhibits.filter((each) => each.id === own?.exhibit || each.id.startsWith(wanted))
  const [found] = ids
  if (!found || (ids.length > 1 && !own))
    throw new CommandFailure(
      `There is no exhibit "${cleanText(name)}" with this letter. Its exhibits: waymark exhibits ID`,
    )
  return found.id
}
