/** 28 signs and digits in groups or in one: a recovery key, not a passphrase. The core checks its check signs. */
export const looksLikeRecoveryKey = (typed: string): boolean =>
  /^[0-9a-z]{28}$/i.test(typed.replace(/[\s-]/g, '')) && /\d/.test(typed)
