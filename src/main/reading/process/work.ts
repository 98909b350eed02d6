import type { FileBytes } from '../files/scan.ts'
import type { PageTools } from './page-tools.ts'

/** What a piece of work has in the process: the bytes of its files, in their order, and what draws their pages. */
export type WorkTools = {
  files: readonly WorkFile[]
  pages: PageTools
  /** Says that it is alive, `page` of `of` done: what says nothing for a minute is ended. */
  page(page: number, of: number): void
}
export type WorkFile = FileBytes & { key: string }

/** What the layers above do with a stranger's bytes, by its name; `input` is theirs. Throws for a name that it does not know. */
export type Work = (name: string, input: unknown, tools: WorkTools) => Promise<unknown>
