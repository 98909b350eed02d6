import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import words from '../../resources/words/en.json' with { type: 'json' }
import type { Core } from '../../src/main/app/core.ts'
import { type BrowserShell, serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { Day } from '../../src/shared/model/day.ts'
import { type LetterFacts, type LetterId, noFacts } from '../../src/shared/model/letter.ts'
import { projectFolder, resources, testCore } from '../support.ts'
import { complaintsOf, openPage } from './waiting.ts'

/** One window on a library of its own. `complaints`: what the browser minds about a script, a style or an image. */
export type Window = {
  core: Core
  shell: BrowserShell
  page: Page
  complaints: string[]
  close(): Promise<void>
}

export async function openWindow(
  browser: Browser,
  prepare: (core: Core) => Promise<void> = async () => undefined,
  look: BrowserContextOptions = {},
): Promise<Window> {
  const core = testCore()
  await prepare(core)
  const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  const page = await openPage(browser, look)
  const complaints = complaintsOf(page)
  await page.goto(shell.newUrl())
  await page.locator('main h1').waitFor()
  const close = async () => {
    await page.context().close()
    await shell.close()
    await core.close()
  }
  return { core, shell, page, complaints, close }
}

/** Waits until a file that was just given to the window is kept and read: recognizing a picture may take its time. */
export async function untilRead({ page, core }: Pick<Window, 'page' | 'core'>): Promise<void> {
  await page.getByText(words.add.kept_one).waitFor()
  await core.idle()
}

/** A practice letter, kept; `nth` makes another file of the same pages. */
export async function keepLetter(core: Core, nth = 0): Promise<LetterId> {
  const bytes = Buffer.concat([
    readFileSync(join(resources, 'samples', '1-lt11.pdf')),
    Buffer.from(nth === 0 ? '' : `\n%${nth}`),
  ])
  const added = await core.api['letter:add']({ fileName: `letter-${nth}.pdf`, bytes: new Uint8Array(bytes) })
  const id = added.ok ? added.value.ids[0] : undefined
  if (!id) throw new Error('the practice letter was not kept')
  return id
}

type Said = Partial<Omit<LetterFacts, 'noticeDate'>> & { noticeCode: string; noticeDate: string }

/** A practice letter with the facts that a person confirmed. */
export async function keepConfirmed(core: Core, nth: number, said: Said): Promise<LetterId> {
  const id = await keepLetter(core, nth)
  const facts = { ...noFacts, taxpayerName: 'ALMA EXAMPLE', taxPeriods: ['2022'], ...said }
  const done = await core.api['letter:confirm']({
    id,
    facts: { ...facts, noticeDate: Day.parse(said.noticeDate) },
  })
  if (!done.ok) throw new Error(done.error.code)
  return id
}
