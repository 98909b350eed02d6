import { createLocalLog } from '../../app/local-log.ts'
import { dataFolder } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { print } from './print.ts'

/** The local log of the app's windows: no names, numbers, file names or text of a letter. */
export function logCommand(options: { json?: boolean }): void {
  const text = createLocalLog(dataFolder(), systemClock.now).text()
  const lines = text.split('\n').filter((line) => line !== '')
  print(options, { lines }, () => lines.join('\n') || 'The log is empty.')
}
