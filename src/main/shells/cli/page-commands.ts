import { text } from 'node:stream/consumers'
import type {
  LetterPagesOverride,
  PageLayoutOverride,
  Rotation,
} from '../../../shared/model/page-layout-override.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

/** Makes one letter of several; prints how its pages are laid out then. */
export const mergeCommand = (ids: string[], options: LibraryOptions) =>
  withCore(options, async (core) => {
    const letters = []
    for (const id of ids) letters.push((await findLetter(core, id)).id)
    if (letters.length < 2) throw new CommandFailure(wordsOfError('input.not-two-letters'))
    const { id } = unwrap(await core.api['scan:merge']({ ids: letters }))
    await core.idle()
    print(options, unwrap(await core.api['scan:pages']({ id })), textOfPages)
  })

/** Makes each file of a letter's scan a letter of its own again. */
export const splitCommand = (id: string, options: LibraryOptions) =>
  withCore(options, async (core) => {
    unwrap(await core.api['scan:split']({ id: (await findLetter(core, id)).id }))
    await core.idle()
  })

type ArrangeOptions = LibraryOptions & {
  letter?: string[]
  aside?: string
  turn?: string[]
  auto?: boolean
}

/** Lays the pages of a letter's scan, or shows how they lie when nothing is asked. */
export const arrangeCommand = (id: string, options: ArrangeOptions) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const { layoutOverride } = unwrap(await core.api['scan:pages']({ id: letter.id }))
    const asked = options.letter || options.turn || options.auto
    if (asked) {
      const next = options.auto ? null : layoutOverrideFrom(options, layoutOverride)
      unwrap(await core.api['scan:arrange']({ id: letter.id, layoutOverride: next }))
      await core.idle()
    }
    print(options, unwrap(await core.api['scan:pages']({ id: letter.id })), textOfPages)
  })

/** Reads one letter again, or all of them; what was confirmed stays. */
export const readAgainCommand = (id: string | undefined, options: LibraryOptions) =>
  withCore(options, async (core) => {
    if (id) unwrap(await core.api['letter:read-again']({ id: (await findLetter(core, id)).id }))
    const { letters } = id ? { letters: 1 } : unwrap(await core.api['scans:read-again'](null))
    await core.idle()
    print(options, { letters }, () => `Read again: ${letters}. What was confirmed has not changed.`)
  })

/** The password comes on standard input: as an argument every other program could read it. */
export const unlockCommand = (id: string, options: LibraryOptions) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    if (password === '') throw new CommandFailure(wordsOfError('scan.password'))
    unwrap(await core.api['scan:unlock']({ id: letter.id, password }))
    await core.idle()
  })

function layoutOverrideFrom(options: ArrangeOptions, before: PageLayoutOverride | null): PageLayoutOverride {
  const letters: LetterPagesOverride[] | null =
    options.letter?.map((pages) => ({ pages: pagesFrom(pages), inThisOrder: true })) ??
    before?.letters ??
    null
  const turns = options.turn?.map(turnFrom) ?? []
  const otherTurns = before?.turns.filter(({ page }) => turns.every((turn) => turn.page !== page)) ?? []
  const excludedPages = options.letter ? pagesFrom(options.aside ?? '') : (before?.excludedPages ?? [])
  return { letters, turns: [...otherTurns, ...turns], excludedPages }
}

/** `1,2,5-7` */
function pagesFrom(list: string): number[] {
  return list
    .split(',')
    .filter(Boolean)
    .flatMap((part) => {
      const match = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part.trim())
      const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])]
      if (!match || from < 1 || to < from) throw new CommandFailure(wordsOfError('input.not-pages'))
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    })
}

/** `2=90`: page 2, a quarter turn clockwise from how the file has it. */
function turnFrom(turn: string): { page: number; rotation: Rotation } {
  const match = /^(\d{1,4})=(0|90|180|270)$/.exec(turn)
  if (!match || Number(match[1]) < 1) throw new CommandFailure(wordsOfError('input.not-pages'))
  return { page: Number(match[1]), rotation: Number(match[2]) as Rotation }
}

type Pages = {
  files: { fileName: string }[]
  layout: { letters: { pages: number[] }[]; excludedPages: number[] }
  rotations: number[]
}
function textOfPages({ files, layout, rotations }: Pages): string {
  const rotated = rotations.flatMap((rotation, at) => (rotation === 0 ? [] : [`${at + 1} by ${rotation}°`]))
  return [
    `Files: ${files.map((file) => cleanText(file.fileName)).join(', ')}`,
    ...layout.letters.map(({ pages }, at) => `Letter ${at + 1}: pages ${pages.join(', ')}`),
    ...(layout.excludedPages.length > 0 ? [`Put aside: ${layout.excludedPages.join(', ')}`] : []),
    ...(rotated.length > 0 ? [`Turned: ${rotated.join(', ')}`] : []),
  ].join('\n')
}
