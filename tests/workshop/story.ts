/// <reference types="vite/client" />
import type { ReactNode } from 'react'

/** A component or screen and the states in which it can be looked at, by name. */
export type Stories = { title: string; states: Record<string, () => ReactNode> }

/** All stories: the default exports of `stories/*.stories.tsx`. */
export const allStories: Stories[] = Object.values(
  import.meta.glob<Stories>('./stories/*.stories.tsx', { eager: true, import: 'default' }),
)
