import type { Day } from '../../shared/model/day.ts'

/** The time, as the shell tells it; tests and `--today` count from another day. */
export type Clock = {
  today(): Day
  /** ISO instant. */
  now(): string
}
