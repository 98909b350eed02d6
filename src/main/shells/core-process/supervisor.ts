import type { CoreLink } from './link.ts'

/** How long a clean closing may take before the process is ended; milliseconds. */
const longestClosing = 20_000
/** A core that ends so soon after its start is started again more and more slowly. */
const soonEnd = 5_000
const longestPause = 10_000

type Watch<Port> = {
  /** How many ended before it. */
  started(link: CoreLink<Port>, generation: number): void
  /** It ended without being asked to; another one follows. */
  lost(): void
}
type Supervisor<Port> = {
  /** null: one has ended, and the next is not there yet. */
  readonly link: CoreLink<Port> | null
  /** The one of now, or the next. */
  linkNow(): Promise<CoreLink<Port>>
  /** Settles when the process has ended by itself. */
  close(): Promise<void>
}

/** Starts a core process, and another one whenever it ends without being asked to. */
export function superviseCore<Port>(launch: () => CoreLink<Port>, watch: Watch<Port>): Supervisor<Port> {
  const closed = Promise.withResolvers<void>()
  let link: CoreLink<Port> | null = null
  let next = Promise.withResolvers<CoreLink<Port>>()
  let [generation, pause, began, isClosing] = [0, 0, 0, false]

  function begin(): void {
    began = performance.now()
    link = launch()
    link.onExit(ended)
    watch.started(link, generation)
    next.resolve(link)
  }
  function ended(): void {
    link = null
    next = Promise.withResolvers()
    if (isClosing) {
      closed.resolve()
      return
    }
    generation += 1
    pause = performance.now() - began < soonEnd ? Math.min(longestPause, pause * 2 + 250) : 0
    watch.lost()
    setTimeout(() => {
      if (!isClosing) begin()
    }, pause)
  }
  begin()
  return {
    get link() {
      return link
    },
    linkNow: async () => link ?? next.promise,
    async close() {
      isClosing = true
      if (!link) return
      link.post({ kind: 'close' })
      const timer = setTimeout(() => link?.kill(), longestClosing)
      await closed.promise
      clearTimeout(timer)
    },
  }
}
