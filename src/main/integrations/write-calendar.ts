import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatedRight } from '../../shared/appeals/next-dates.ts'
import { writeAtomically } from '../storage/atomic-write.ts'
import { calendarText } from './calendar.ts'

export const calendarName = 'waymark.ics'

/**
 * Writes the calendar file into a folder if it does not say these days already, whole or not at all.
 * False: the folder is not there or cannot be written to.
 */
export function writeCalendar(folder: string, dates: DatedRight[], now: string): boolean {
  const file = join(folder, calendarName)
  const text = calendarText(dates, now)
  try {
    if (sameDays(readOr(file), text)) return true
    writeAtomically(file, text)
    return true
  } catch {
    return false
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The stamps of a file tell when it was written and nothing about the days. */
const sameDays = (a: string, b: string): boolean => withoutStamps(a) === withoutStamps(b)
const withoutStamps = (text: string): string => text.replace(/^(DTSTAMP|SEQUENCE):.*\r?\n/gm, '')
