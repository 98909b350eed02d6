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
  subscribe(listener: () => void): () => void
}

export function createMessages(): Messages {
  let message: Message | null = null
  const listeners = new Set<() => void>()
  const set = (next: Message | null) => {
    message = next
    for (const listener of listeners) listener()
  }
  return {
    current: () => message,
    say: set,
    close: () => set(null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
