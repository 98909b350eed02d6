/**
 * One attempt at a time, and a wrong one takes at least `wrongMs`: someone at the keyboard cannot guess
 * quickly, whatever the passphrase itself costs on this computer.
 */
export type RateLimiter = ReturnType<typeof createRateLimiter>

export function createRateLimiter(wrongMs = 1000) {
  let last: Promise<unknown> = Promise.resolve()
  return <T extends { ok: boolean }>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(async () => {
      const began = performance.now()
      const result = await work()
      if (!result.ok) {
        const rest = wrongMs - (performance.now() - began)
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, rest)))
      }
      return result
    })
    last = next.catch(() => undefined)
    return next
  }
}
