import type { Proof } from '../../../shared/contract/library.ts'

/** 28 signs and digits in groups or in one: a recovery key, not a passphrase. The core checks its check signs. */
const looksLikeRecoveryKey = (typed: string): boolean =>
  /^[0-9a-z]{28}$/i.test(typed.replace(/[\s-]/g, '')) && /\d/.test(typed)

/** What was typed into a box that takes both. */
export const proofFromTyped = (typed: string): Proof =>
  looksLikeRecoveryKey(typed) ? { kind: 'recovery', key: typed } : { kind: 'passphrase', passphrase: typed }
