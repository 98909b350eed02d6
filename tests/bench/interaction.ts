import type { Page } from 'playwright-core'

/**
 * What one thing that a hand did cost. `paint`: the longest of its events to the next paint, by Event Timing, in steps of 8 ms (0:
 * below 16). `shown`: from the first event until what was asked for is painted. `busy`: the longest task afterwards. Milliseconds.
 */
export type Cost = { paint: number; shown: number; busy: number }

type Timed = PerformanceEntry & { interactionId: number }
type Watch = {
  events: Timed[]
  tasks: PerformanceEntry[]
  begun: number
  shown: Promise<number>
}
declare global {
  interface Window {
    benchWatch: Watch
  }
}

/** Runs in every page before its own scripts. `first`: what the first screen is known by; its time is the page's own clock. */
export function watchPage(first: string): void {
  const watch: Watch = { events: [], tasks: [], begun: 0, shown: Promise.resolve(0) }
  window.benchWatch = watch
  const observe = (type: string, take: (entries: PerformanceEntryList) => void) =>
    new PerformanceObserver((list) => take(list.getEntries())).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit)
  observe('event', (entries) => watch.events.push(...(entries as Timed[])))
  observe('longtask', (entries) => watch.tasks.push(...entries))
  watch.shown = new Promise((resolve) => {
    const seen = () => {
      if (!document.querySelector(first)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    const observer = new MutationObserver(seen)
    observer.observe(document, { subtree: true, childList: true })
  })
}

/** Milliseconds from the first byte asked for to the first screen painted. */
export const firstScreen = (page: Page): Promise<number> => page.evaluate(() => window.benchWatch.shown)

/**
 * Does something with real keys or a real mouse and says what it cost; `wanted` names what must be on the screen afterwards and is
 * not before.
 */
export async function costOf(page: Page, wanted: string, act: () => Promise<void>): Promise<Cost> {
  await page.evaluate(async (selector) => {
    const watch = window.benchWatch
    if (document.querySelector(selector)) throw new Error(`is here already: ${selector}`)
    // What came before is over and painted.
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 1000 }))
    watch.events.length = 0
    watch.tasks.length = 0
    watch.begun = 0
    const begin = ({ timeStamp }: Event) => {
      watch.begun ||= timeStamp
    }
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(type, begin, { capture: true, once: true })
    watch.shown = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - watch.begun)))
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    })
  }, wanted)
  await act()
  return page.evaluate(async () => {
    const { shown: soon, events, tasks, begun } = window.benchWatch
    const late = new Promise<never>((_, fail) =>
      setTimeout(() => fail(new Error('not shown in 20 s')), 20_000),
    )
    const shown = await Promise.race([soon, late])
    // What follows by itself: answers of the core, pictures of pages.
    await new Promise((later) => setTimeout(later, 500))
    const longest = (entries: PerformanceEntry[]) => Math.max(0, ...entries.map(({ duration }) => duration))
    return {
      paint: longest(events.filter(({ interactionId }) => interactionId > 0)),
      shown,
      busy: longest(tasks.filter(({ startTime }) => startTime >= begun)),
    }
  })
}
