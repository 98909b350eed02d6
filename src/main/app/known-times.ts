import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { KnownTime } from '../../shared/deadlines/clock-doubt.ts'
import { Day } from '../../shared/model/day.ts'
import { makePrivateFolder, writeAtomically } from '../files/private-files.ts'
import { realFileOf } from '../files/real-file.ts'
import { idOfLibrary } from './known-libraries.ts'

const Instant = z.iso.datetime()
const Known = z.object({
  newest: Instant.nullable(),
  confirmed: z.object({ day: Day, newest: Instant }).nullable(),
  doubted: Instant.nullable(),
})
/** By the id of the library, which names no folder. */
const Note = z.record(z.string(), Known)
const most = 50

/**
 * What each library last knew about the date, for commands that open none: without it they would believe a clock that was set
 * back. No lock, no key, and nothing that can fail: where there is no note, the time stamp of the file says when it was written.
 *
 * @param folder where the app keeps its own files; null remembers nothing
 */
export function createKnownTimes(folder: string | null) {
  const note = folder && join(folder, 'clock.json')

  function read(): z.infer<typeof Note> {
    try {
      return note ? Note.parse(JSON.parse(readFileSync(note, 'utf8'))) : {}
    } catch {
      return {}
    }
  }
  /** What this process wrote last: every look at the date comes here, and most bring nothing new. */
  let written = ''
  return {
    sawIn: (file: string) => (known: KnownTime) => {
      const id = idOfLibrary(file)
      const news = JSON.stringify([id, Known.parse(known)])
      if (!note || !folder || news === written) return
      written = news
      const others = Object.entries(read()).filter(([each]) => each !== id)
      try {
        makePrivateFolder(folder)
        writeAtomically(
          note,
          `${JSON.stringify(Object.fromEntries([[id, known], ...others.slice(0, most)]))}\n`,
        )
      } catch {
        return
      }
    },
    of: (file: string): KnownTime => read()[idOfLibrary(realFileOf(file))] ?? byTimeStamp(file),
  }
}

function byTimeStamp(file: string): KnownTime {
  const written = [file, `${file}-wal`].map((each) => writtenAt(each))
  const newest = Math.max(...written)
  return { newest: newest > 0 ? new Date(newest).toISOString() : null, confirmed: null, doubted: null }
}

function writtenAt(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  } catch {
    return 0
  }
}
