/**
 * This computer's own store of secrets, as the shell offers it. On the desktop it lives in another process than the core, so
 * every answer is awaited.
 */
export type Keychain = {
  /** The secret stored for this library file; null if there is none or it cannot be read. */
  get(file: string): Promise<string | null>
  /** Pass null to forget the secret. False: nothing was stored. */
  set(file: string, secret: string | null): Promise<boolean>
}
