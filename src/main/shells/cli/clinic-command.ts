import type { HelpedLibrary } from '../../../shared/contract/helper.ts'
import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import { countWords } from '../../../shared/telling/count.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { createHelperKeys } from '../../app/helper/helper-keys.ts'
import { listHelped } from '../../app/helper/list-helped.ts'
import { createKnownLibraries } from '../../app/known-libraries.ts'
import { realFileOf } from '../../files/real-file.ts'
import { mayOpenAnyDrive } from '../any-drive.ts'
import { dataFolder, libraryFile } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { wordsOfError } from '../words.ts'
import { askPassphrase } from './ask-passphrase.ts'
import { contentInUse, dayFrom, type LibraryOptions, unwrap } from './open-core.ts'
import { print, say } from './print.ts'
import { dayLine } from './text.ts'

/** The next day of each library that its owner let a helper open, by the helper's own passphrase. */
export async function clinicCommand(options: Omit<LibraryOptions, 'library'>): Promise<void> {
  const keys = createHelperKeys(dataFolder())
  unwrap(await keys.unlock(await askPassphrase(options, 'helper')))
  try {
    const day = options.today
    const { law } = contentInUse().inUse()
    const listed = await listHelped({
      keys,
      known: createKnownLibraries(dataFolder(), false),
      law: () => law,
      clock: day ? { ...systemClock, today: () => dayFrom(day) } : systemClock,
      own: realFileOf(libraryFile()),
      anyDrive: options.networkDrive ?? mayOpenAnyDrive(),
      openAt: () => null,
    })
    const libraries = unwrap(listed)
    for (const library of libraries) print(options, jsonOf(library), () => textOf(library))
    if (libraries.length === 0 && !options.json) say(wordsOfError('helper.no-library'))
  } finally {
    keys.lock()
  }
}

const nameOf = ({ name }: HelpedLibrary): string => cleanText(name ?? 'My letters')

const jsonOf = (library: HelpedLibrary) => ({
  library: nameOf(library),
  problem: library.problem?.code ?? null,
  next: library.next && {
    ...library.next,
    title: english(library.next.title),
    step: english(library.next.step),
  },
  also: library.also,
  doubt: library.doubt,
})

function textOf(library: HelpedLibrary): string {
  const { problem, next, also, doubt } = library
  const lines = problem ? [wordsOfError(problem.code, problem.block)] : []
  if (next) {
    const { person, name, title, daysLeft, mailBy, lastDay, firmness, step, unchecked } = next
    const left = daysLeft === null ? [] : [english(countWords(daysLeft))]
    const days = [
      ...left,
      ...(mailBy ? [`mail by ${dayLine(mailBy)}`] : []),
      ...(lastDay ? [`last day ${dayLine(lastDay)}${worth[firmness ?? 'hard']}`] : []),
    ]
    lines.push(
      [person, name, english(title)].filter(Boolean).join(', ') + (unchecked ? ' (not checked)' : ''),
    )
    if (days.length > 0) lines.push(days.join(', ') + (doubt ? ` (${english(ifTodayWords(doubt))})` : ''))
    lines.push(english(step))
  } else if (also) lines.push('Nothing is due.')
  if (also) lines.push(...alsoLine(also))
  return [nameOf(library), ...lines.map((line) => `  ${line}`)].join('\n')
}

const worth = { hard: '', soft: ', which the letter only asks for', estimated: ', an estimate' }

function alsoLine({ more, waiting, unread, unchecked }: NonNullable<HelpedLibrary['also']>): string[] {
  const parts = [
    more > 0 ? `${more} more to do` : '',
    waiting > 0 ? `${waiting} waiting for the IRS` : '',
    unread > 0 ? `${unread} not readable` : '',
    unchecked > 0 ? `${unchecked} to check` : '',
  ].filter(Boolean)
  return parts.length > 0 ? [parts.join(', ')] : []
}
