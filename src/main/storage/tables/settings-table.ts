import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ClinicList } from '../../../shared/model/clinic.ts'
import { Day } from '../../../shared/model/day.ts'
import { KeyFile } from '../../keys/key-file.ts'

const Settings = z.object({
  /** Minutes without anyone using the app until a protected library is locked; null: never. */
  autoLockMinutes: z.int().min(1).max(480).nullable().catch(15),
  /** The person said that the recovery key is printed or written down. */
  recoveryKeyNoted: z.boolean().catch(false),
  /** ISO instant at which a copy was last taken to another place; null: never. */
  copiedElsewhereAt: z.iso.datetime().nullable().catch(null),
  /** The unfinished copy of a backup in another folder, from before it is begun until it is whole; null: none. */
  unfinishedCopy: z.string().nullable().catch(null),
  /** ISO instant at which this version first opened the library. */
  begunAt: z.iso.datetime().nullable().catch(null),
  /** A person said on this day that the computer's date is right, with the newest record of then. */
  dateConfirmed: z.object({ day: Day, newest: z.iso.datetime() }).nullable().catch(null),
  /** The newest record when the computer's date began to be in doubt; null: it is not. */
  dateDoubted: z.iso.datetime().nullable().catch(null),
  /** A second copy of the key file, in case the first is lost. */
  keyFile: KeyFile.nullable().catch(null),
  /** System notifications, and whether they may name the letter and the right. */
  notify: z.boolean().catch(false),
  notifyNamed: z.boolean().catch(false),
  /** Until which day reminders are snoozed, by their keys. */
  snoozes: z.record(z.string(), Day).catch({}),
  /** The folder where the calendar file is kept up to date; null: none. */
  calendarFolder: z.string().nullable().catch(null),
  /** The folder of a scanner; null: none. */
  scannerFolder: z.string().nullable().catch(null),
  /**
   * Files in that folder that were already added or were there before it was chosen: the name, size and time
   * of each.
   */
  scannerSeen: z.array(z.string()).catch([]),
  /** The clinics of the IRS's own list, which the person added; null: none. */
  clinicList: ClinicList.nullable().catch(null),
  /** Which permissions of helpers hold (`keys/keyring.ts`); one that is not here opens nothing. */
  helpers: z.array(z.string()).catch([]),
  /** Something was deleted for good, and not all that it leaves is wiped; another value for each deletion. */
  wipeDue: z.string().nullable().catch(null),
})
export type Settings = z.infer<typeof Settings>

/** All SQL for `setting`. A value left by a newer or older version that does not fit counts as not set. */
export function createSettingsTable(database: Database) {
  const all = database.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting')
  const put = database.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)')
  return {
    get(): Settings {
      const stored = Object.fromEntries(all.all().map(({ name, value }) => [name, valueFrom(value)]))
      return Settings.parse(stored)
    },
    set(settings: Partial<Settings>): void {
      for (const [name, value] of Object.entries(settings)) put.run(name, JSON.stringify(value))
    },
  }
}

function valueFrom(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
