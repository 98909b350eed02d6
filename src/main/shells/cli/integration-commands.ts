import { resolve } from 'node:path'
import type { ImportedFile } from '../../../shared/contract/integrations.ts'
import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import { cleanName, cleanText } from '../../../shared/text/clean-name.ts'
import type { Core } from '../../app/core.ts'
import { addFromFolder, isTemporary } from '../../integrations/scanner-folder.ts'
import { marksIn, watchFolder } from '../../integrations/watch-folder.ts'
import { dueReminders } from '../due-reminders.ts'
import { systemClock } from '../system-clock.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print, say, warn } from './print.ts'
import { firmnessWords } from './state-words.ts'
import { doubtJson } from './step-words.ts'
import { dayLine } from './text.ts'

/** What asks for attention today. What was put off in the app stays away. */
export const remindersCommand = (options: LibraryOptions) =>
  withCore(options, async (core) => {
    await core.idle()
    const due = await dueReminders(core)
    const clockDoubt = core.clockDoubt()
    for (const reminder of due)
      print(options, { ...reminder, ...doubtJson(clockDoubt) }, () => {
        const { notice, title, send, lastDay, firmness, unconfirmed } = reminder
        const doubt = unconfirmed ? ' [not confirmed by a person]' : ''
        const only = clockDoubt ? ` [${english(ifTodayWords(clockDoubt))}]` : ''
        return `${notice}: ${english(title)}\n  ${english(send)} ${firmness === 'soft' ? 'Asked for by' : 'Last day'} ${dayLine(lastDay)} (${firmnessWords[firmness]})${only}${doubt}`
      })
    if (due.length === 0 && !options.json) say('Nothing is near.')
  })

/** Where the calendar file is kept up to date. */
export const calendarCommand = (folder: string | undefined, options: LibraryOptions & { stop?: boolean }) =>
  withCore(options, async (core) => {
    await core.idle()
    if (folder) unwrap(await core.integrations().setFolder('calendar', resolve(folder)))
    else if (options.stop) unwrap(await core.integrations().setFolder('calendar', null))
    const { calendar } = await core.api['integrations:settings'](null)
    if (calendar.problem) throw new CommandFailure(wordsOfError(calendar.problem))
    print(options, calendar, () =>
      calendar.folder
        ? `The calendar file is kept up to date in ${cleanText(calendar.folder)}`
        : 'No calendar file is kept. Name a folder: waymark calendar FOLDER',
    )
  })

type WatchOptions = LibraryOptions & { new?: boolean; once?: boolean }

/** Takes in scans as they come, until Ctrl+C. */
export const watchCommand = (folder: string, options: WatchOptions) =>
  withCore(options, async (core) => {
    const there = await marksIn(folder)
    if (!there) throw new CommandFailure(wordsOfError('folder.missing'))
    const watched = watchFolder({
      folder,
      seen: options.new ? there : [],
      take: (fileName, bytes) => addScannedFile(core, options, fileName, bytes),
      onTooLarge: (fileName) => warn(`${cleanName(fileName)}: ${wordsOfError('scan.too-large')}`),
      onSeen: () => undefined,
      onTrouble: (trouble) => trouble && warn(wordsOfError('folder.missing')),
    })
    if (options.once) {
      // A file is whole when it is the same at two looks.
      await watched.look()
      await new Promise((resolve) => setTimeout(resolve, 1000))
      await watched.look()
    } else {
      if (!options.json) say(`Watching ${cleanText(folder)}. Press Ctrl+C to stop.`)
      await interrupted()
    }
    await watched.close()
    await core.idle()
  })

async function addScannedFile(
  core: Core,
  options: WatchOptions,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
) {
  const imported = await addFromFolder(core.api['letter:add'], fileName, bytes, systemClock.now())
  print(options, imported, () => lineOf(imported))
  return !isTemporary(imported)
}

const lineOf = ({ fileName, code, known, id }: ImportedFile): string =>
  code
    ? `${cleanName(fileName)}: ${wordsOfError(code)}`
    : `${cleanName(fileName)}: ${known ? 'here already' : 'added'} (${id?.slice(0, 8)})`

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
