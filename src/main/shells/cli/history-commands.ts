import words from '../../../../resources/words/en.json' with { type: 'json' }
import { openClocks } from '../../../shared/deadlines/open-clocks.ts'
import type { Core } from '../../app/core.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure, findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'
import { titleOf } from './text.ts'

/** What happened to a letter, oldest first. */
export const historyCommand = (id: string, options: LibraryOptions) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    for (const step of unwrap(await core.api['letter:history']({ id: letter.id })).steps) {
      const what = step.changes.map(({ what: part }) => words.history.parts[part]).join(', ')
      print(
        options,
        step,
        () => `${step.id}  ${step.at}  ${what}${step.undoes ? ` (undoes ${step.undoes})` : ''}`,
      )
    }
  })

export const undoCommand = (id: string, options: LibraryOptions & { redo?: boolean }) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const done = unwrap(await core.api['letter:undo']({ id: letter.id, redo: options.redo ?? false }))
    print(
      options,
      done,
      () =>
        `${options.redo ? 'Done again' : 'Undone'}: ${done.what.map((part) => words.history.parts[part]).join(', ')}`,
    )
  })

/** Moves a letter to the trash, or brings it back. */
export const removeCommand = (id: string, options: LibraryOptions & { back?: boolean }) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    unwrap(await core.api['letter:remove']({ id: letter.id, removed: !options.back }))
    print(options, { id: letter.id, removed: !options.back }, () =>
      options.back ? 'Brought back.' : 'Removed.',
    )
  })

/** Deletes all removed letters for good. */
export const emptyTrashCommand = (
  options: LibraryOptions & { forGood?: boolean; evenWithOpenClock?: boolean },
) =>
  withCore(options, async (core) => {
    const { letters } = await core.api['letters:list'](null)
    const ids = letters.filter(({ removed }) => removed).map((letter) => letter.id)
    if (!options.forGood) throw new CommandFailure(wordsOfError('trash.say-for-good'))
    if (ids.length > 0) {
      const evenWithOpenClock = options.evenWithOpenClock ?? false
      const emptied = await core.api['trash:empty']({ ids, evenWithOpenClock })
      if (!emptied.ok && emptied.error.code === 'trash.open-clock') throw await openClockFailure(core)
      unwrap(emptied)
      // A command has no background in which the rest could be wiped.
      await core.idle()
    }
    print(options, { deleted: ids.length }, () => `Deleted for good: ${ids.length}`)
  })

/** Which letters they are, and both ways on. */
async function openClockFailure(core: Core): Promise<CommandFailure> {
  const { letters, today } = await core.api['letters:list'](null)
  const lines = letters
    .filter((letter) => letter.removed)
    .flatMap((letter) =>
      openClocks(core.law, letter, today).map(
        ({ lastDay }) =>
          `  ${letter.id.slice(0, 8)}  ${titleOf(core.law, letter)}: ${lastDay ?? 'no day yet'}`,
      ),
    )
  return new CommandFailure(
    [
      wordsOfError('trash.open-clock'),
      ...lines,
      'To keep a letter after all: waymark remove ID --back',
      'To delete all of them with their last days: waymark empty-trash --for-good --even-with-open-clock',
    ].join('\n'),
  )
}
