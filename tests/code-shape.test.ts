import { expect, test } from 'vitest'
import { exportsOf, importsOf, type Node, sources, syntaxOf, textOf, users, walk } from './source-tree.ts'

/** Who needs all tables of a library. Everybody else names the tables it may touch: `Pick<Library, 'letters' | 'files'>`. */
const wholeLibrary = {
  'src/main/storage/open-library.ts': 'makes it',
  'src/main/storage/protection/unlock-library.ts': 'opens it with its key and hands it on',
  'src/main/storage/backup/salvage-records.ts': 'tries every record of every table',
  'src/main/app/session.ts': 'gives each group of handlers the tables that it names',
  'src/main/app/current-session.ts': 'leaves it with its session',
  'src/main/app/library-slot.ts': 'holds the open library until it closes',
}

const isNamed = (node: Node | undefined, name: string) =>
  node?.type === 'TSTypeReference' && (node.typeName as { name?: string }).name === name

test('nobody is given a whole library who could name its tables', () => {
  const whole = new Set<string>()
  for (const file of sources.filter((each) => each.startsWith('src/main/')))
    walk(syntaxOf(file), (node, above) => {
      // In `Pick<Library, ...>` the reference is in the list of parameters below `Pick`.
      if (isNamed(node, 'Library') && !isNamed(above.at(-2), 'Pick')) whole.add(file)
    })
  expect([...whole].sort()).toEqual(Object.keys(wholeLibrary).sort())
})

const longestFunction = 60

test('no function is longer than 60 lines, markup included', () => {
  const long = sources.flatMap((file) => {
    const lineAt = linesOf(textOf(file))
    const found: string[] = []
    walk(syntaxOf(file), (node) => {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
      const [from, to] = [lineAt(node.start), lineAt(node.end)]
      if (to - from + 1 > longestFunction) found.push(`${file}:${from} (${to - from + 1} lines)`)
    })
    return found
  })
  expect(long).toEqual([])
})

/** The number of the line at an offset. */
function linesOf(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index)
  return (offset) => {
    const after = ends.findIndex((end) => end >= offset)
    return (after < 0 ? ends.length : after) + 1
  }
}

/**
 * What only tests import, and why they need it. Everything else that a file exports is used by another file of the app or by a
 * script.
 */
const exportedForTests: Record<string, Record<string, string>> = {
  'the data as the app reads them; the app itself reads them with everything else, as `builtInContent`': {
    'src/main/content/form-files.ts': 'loadForms loadFieldMappings',
    'src/main/content/notice-files.ts': 'NoticeFile',
    'src/shared/law/notice.ts': 'WorkedExample',
  },
  'answers of systems and of file systems that no test computer has': {
    'src/main/files/drive.ts':
      'driveFromType driveFromName nameInMountinfo nameInMacMounts driveFromWindowsPath',
    'src/main/shells/browser/same-user.ts': 'uidOf',
  },
  'what is done while a law file is broken, with a folder in which one is': {
    'src/main/shells/cli/open-law.ts': 'lawWithoutBroken',
  },
  'tables and steps of the law that are compared with what somebody worked out by hand': {
    'src/shared/deadlines/count-days.ts': 'backToWorkingDay',
    'src/shared/deadlines/holidays.ts': 'holidaysOf createHolidayLookup',
    'src/shared/deadlines/send-by.ts': 'isPostOpen',
    'src/shared/letters/letters-together.ts': 'lettersTogether',
    'src/main/reading/rules/identifiers.ts': 'isArticleNumber',
    'src/shared/model/clinic.ts': 'stateOfAddress',
  },
  'lists that a test goes through to the end': {
    'src/shared/content/law-texts.ts': 'lawTexts saysSomething',
    'src/shared/i18n/sentences.ts': 'slots',
    'src/shared/law/notice-page.ts': 'noticeHeadings',
  },
  'geometry of the drawn map that is measured for every stop': {
    'src/renderer/map/letter-index.ts': 'squareOf',
    'src/renderer/map/map-labels.ts': 'badgeBox',
    'src/renderer/map/map-tracks.ts': 'isOctilinear',
    'src/renderer/map/map-view.ts': 'largestZoom',
  },
  'pure parts of what needs a window, a voice, or an open library': {
    'src/main/integrations/calendar-folder.ts': 'calendarName writeCalendar',
    'src/main/storage/stored-names.ts': 'withCurrentNames',
    'src/renderer/app/screens.tsx': 'loadScreens',
    'src/renderer/common/law/journeys.tsx': 'journeysFrom',
    'src/renderer/features/letter/notice-choice.tsx': 'matches',
    'src/renderer/state/intake.ts': 'mostFiles',
    'src/renderer/state/route.ts': 'routeFromHash',
    'src/renderer/ui/read-aloud.tsx': 'partsOf',
  },
  'types of what a public function takes or gives': {
    'src/main/integrations/watch-folder.ts': 'WatchOptions',
    'src/main/reading/process/client.ts': 'ReadOptions ReaderOptions',
    'src/main/shells/browser/server.ts': 'BrowserShell',
    'src/main/shells/desktop/window-state.ts': 'WindowState',
    'src/main/storage/protection/unlock-library.ts': 'LibraryAccess',
    'src/shared/telling/reminders.ts': 'Snoozes',
  },
}

test('what a file exports is imported by another file of the app, or by a test that has a reason', () => {
  const takenBy = (files: readonly string[]) =>
    new Set(
      files
        .flatMap(importsOf)
        .filter(({ file, from }) => file !== from)
        .flatMap(({ from, names }) => names.map((name) => `${from} ${name}`)),
    )
  const inUse = takenBy([...sources, ...users.filter((file) => file.startsWith('scripts/'))])
  const unused = sources
    .filter((file) => !file.endsWith('.d.ts') && !inUse.has(`${file} *`))
    .flatMap((file) => exportsOf(file).map((name) => `${file} ${name}`))
    .filter((each) => !inUse.has(each))
  const tested = Object.values(exportedForTests).flatMap((files) =>
    Object.entries(files).flatMap(([file, names]) => names.split(' ').map((name) => `${file} ${name}`)),
  )
  expect(unused.sort()).toEqual(tested.sort())
  const inTests = takenBy(users)
  expect(tested.filter((each) => !inTests.has(each) && !inTests.has(`${each.split(' ')[0]} *`))).toEqual([])
})

/** The files that stay longer than this, and why. */
const longestFile = 200
const longFiles: Record<string, string> = {
  'src/main/keys/famous-lines.ts': 'a table: lines that everybody knows',
  'src/main/reading/process/reading-process.ts':
    'one state machine: a process, its time, its memory, its end',
  'src/main/shells/cli/waymark.ts': 'a table: one line a command',
  'src/main/storage/open-library.ts': 'the list of the tables, and how a file becomes a library',
  'src/shared/contract/library.ts': 'a table: every call about the file of the library',
  'src/shared/deadlines/compute-deadlines.ts': 'the three sources of a deadline, which share one shape',
  'src/shared/i18n/sentences.ts': 'a table: the slots of every sentence',
  'src/shared/law/notice-page.ts': 'one page of answers, filled for each kind of letter',
}

test('no file is longer than 200 lines without a reason', () => {
  const long = sources.filter((file) => textOf(file).trimEnd().split('\n').length > longestFile)
  expect(long).toEqual(Object.keys(longFiles).sort())
})
