import type { LetterId } from '../../shared/model/letter.ts'

/** Tells the screens that something changed. */
export type Notifier = {
  /** `ids`: the letters that changed. Without it, any letter may have changed. */
  changed(ids?: readonly LetterId[]): void
}

/** The library's revision counter, and how screens wait for it to grow. */
export type ChangeFeed = Notifier & {
  revision(): number
  /** The letters that changed after `since`; null if that is not known, so any of them may have. */
  lettersAfter(since: number): LetterId[] | null
  /** Resolves when the revision is above `since`, or after the longest wait. */
  after(since: number): Promise<number>
}
