import type { Proof } from '../../../shared/contract/library.ts'

/** 28 letters and digits, grouped or not: a recovery key, not a passphrase. The core verifies its check characters. */
const looksLikeRecoveryKey = (typed: string): boolean =>
  /^[0-9a-z]{28}$/i.test(typed.replace(/[\s-]/g, '')) && /\d/.test(typed)

/** Interprets input that may be either of the two. */
export const proofFromTyped = (typed: string): Proof =>
  looksLikeRecoveryKey(typed) ? { kind: 'recovery', key: typed } : { kind: 'passphrase', passphrase: typed }
