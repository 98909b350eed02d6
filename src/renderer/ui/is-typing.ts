/** The key belongs to a text field that has the focus, so a shortcut must not take it. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
