import { driveOf } from '../files/drive.ts'
import type { CoreOptions } from './core-options.ts'

export type Whereabouts = ReturnType<typeof createWhereabouts>

/** Which file it is, and whether it may be opened where it is. */
export function createWhereabouts(options: CoreOptions) {
  const { libraryFile, startWith = libraryFile, resume, driveOf: drive = driveOf, anyDrive = false } = options
  let [file, place, isAllowed] = [startWith, resume?.place ?? 0, anyDrive]
  return {
    file: () => file,
    /** Grows whenever another library replaces this one. */
    place: () => place,
    /** Another file takes the place of this one. Call it between `leave` and `look`. */
    moveTo(next: string): void {
      file = next
      place += 1
      isAllowed = anyDrive
    },
    /** It is on a network drive, and nobody has said that it shall be opened there. */
    isOnBarredDrive: () => !isAllowed && drive(file) === 'shared',
    allowDrive(): void {
      isAllowed = true
    },
  }
}
