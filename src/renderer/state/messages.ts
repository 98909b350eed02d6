/** The latest message about what was just done; it stays until the next one or until it is closed. */
export type Message = {
  kind: 'done' | 'error'
  text: string
  undo?: () => void
  /** A follow-up action. */
  action?: { label: string; run: () => void }
}

type Messages = {
  current(): Message | null
  say(message: Message): void
  close(): void
  /** A confirmation without a follow-up goes with the screen on which it was said; questions and errors stay. */
  leaveScreen(): void
  subscribe(listener: () => void): () => void
}

export function createMessages(): Messages {
  let message: Message | null = null
  // The address changes at once, and the event that tells of it comes later: what is said in between is about the new screen.
  let saidOn = ''
  const listeners = new Set<() => void>()
  const set = (next: Message | null) => {
    message = next
    for (const listener of listeners) listener()
  }
  return {
    current: () => message,
    say(next) {
      saidOn = window.location.hash
      set(next)
    },
    close: () => set(null),
    leaveScreen() {
      const isOver = message?.kind === 'done' && !message.undo && !message.action
      if (isOver && saidOn !== window.location.hash) set(null)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
