/** An expected failure is a value with a stable code (`area.what-went-wrong`); bugs throw. */
export type Result<T, E extends Failure = Failure> = { ok: true; value: T } | { ok: false; error: E }

/** The screen and the command line turn the code into words (`resources/words`, key `errors.<code>`). */
export type Failure<Code extends string = string> = {
  code: Code
  page?: number
  /** Block of a form or part of a paper. */
  block?: string
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const err = <E extends Failure>(error: E): { ok: false; error: E } => ({ ok: false, error })

/** Closes a switch: a new case that is not handled does not compile. */
export function assertNever(value: never, what: string): never {
  throw new Error(`${what}: ${JSON.stringify(value)}`)
}
