import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import {
  type Keyring,
  type Permission,
  permissionOf,
  readKeyring,
  unlockKeyring,
} from '../../keys/keyring.ts'

export type HelperFailure = Failure<
  'helper.unavailable' | 'helper.none' | 'helper.damaged' | 'helper.locked' | 'helper.wrong-passphrase'
>
export type HelperKeys = ReturnType<typeof createHelperKeys>

/**
 * The helper's keys while they are unlocked: only the one key that unseals the others is kept, as bytes that are filled with
 * zeros when they are locked. A library's own key is unsealed for as long as it takes to open it.
 *
 * @param folder where the app keeps its own files; null: nowhere
 */
export function createHelperKeys(folder: string | null) {
  let key: Buffer | null = null
  function lock(): void {
    key?.fill(0)
    key = null
  }
  const read = (): Result<Keyring, HelperFailure> => {
    if (!folder) return err({ code: 'helper.unavailable' })
    const found = readKeyring(folder)
    if (found === 'none' || found === 'damaged') return err({ code: `helper.${found}` })
    return ok(found)
  }
  return {
    folder,
    lock,
    isOpen: () => key !== null,
    state(): 'unavailable' | 'none' | 'damaged' | 'locked' | 'open' {
      if (!folder) return 'unavailable'
      const found = readKeyring(folder)
      if (found === 'none' || found === 'damaged') return found
      return key ? 'open' : 'locked'
    },
    /** The grants of the file; they are in the clear. */
    grants(): string[] {
      const found = read()
      return found.ok ? found.value.libraries.map(({ grant }) => grant) : []
    },
    async unlock(passphrase: string): Promise<Result<null, HelperFailure>> {
      const found = read()
      if (!found.ok) return found
      const opened = await unlockKeyring(found.value, passphrase)
      if (!opened) return err({ code: 'helper.wrong-passphrase' })
      lock()
      key = opened
      return ok(null)
    },
    /** Takes a key that was just made, and forgets it with the others. */
    take(opened: Buffer): void {
      lock()
      key = opened
    },
    /** What one grant permits; null: it is not in the file, or its bytes were changed. */
    permission(grant: string): Result<Permission | null, HelperFailure> {
      const found = read()
      if (!found.ok) return found
      return key ? ok(permissionOf(found.value, key, grant)) : err({ code: 'helper.locked' })
    },
  }
}
