import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }

/** Drops a file on the window, as a hand would. */
export const dropFile = (page: Page, file: string): Promise<void> =>
  dropFiles(page, [{ name: basename(file), bytes: readFileSync(file) }])

/** Several files in one go, through the page's own drag and drop events. */
export async function dropFiles(page: Page, files: { name: string; bytes: Buffer }[]): Promise<void> {
  // While the app starts there is a main part too, but nothing that takes a drop.
  await page.locator('#main').waitFor()
  await page.evaluate(
    (dropped) => {
      const dataTransfer = new DataTransfer()
      for (const { name, data } of dropped) {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name))
      }
      const target = document.querySelector('main') ?? document.body
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    },
    files.map(({ name, bytes }) => ({ name, data: bytes.toString('base64') })),
  )
}

/** Waits until what was dropped is read, where a test can ask the core; reading may take longer than a screen. */
type UntilRead = () => Promise<void>

/** Drop, read, check, confirm, see the deadlines, answer, make the packet; ends where the packet can be saved. */
export async function walkMainWay(page: Page, file: string, notice: string, read?: UntilRead): Promise<void> {
  await walkToAnswers(page, file, notice, read)
  await goToPart(page, 'print')
  await page.getByRole('button', { name: words.packet.make }).click()
  await page.getByRole('link', { name: words.packet.save, exact: true }).waitFor()
}

/** The first part of the main way; ends where the draft shows what was answered. */
export async function walkToAnswers(
  page: Page,
  file: string,
  notice: string,
  read?: UntilRead,
): Promise<void> {
  await page.getByRole('heading', { name: words.empty.title }).waitFor()
  await noViolations(page)
  await dropFile(page, file)
  await page.getByText(words.add.kept_one).waitFor()
  await read?.()
  // A single file opens its letter.
  await page.getByText(notice).first().waitFor()
  await page.getByText(words.check.ask.noticeCode).waitFor()
  await noViolations(page)
  // Nobody confirms number and date by accident: each wants its own answer.
  await page.getByRole('button', { name: words.check.yes, exact: true }).click()
  await page.getByText(words.check.ask.noticeDate).waitFor()
  expect(await page.getByRole('link', { name: words.next.toAppeal }).count()).toBe(0)
  await sayYes(page)
  await page.getByRole('link', { name: words.next.toAppeal }).waitFor()
  await noViolations(page)
  await openPart(page, words.meaning.rights)
  await noViolations(page)

  await page.getByRole('link', { name: words.next.toAppeal }).click()
  await nextTo(page, words.interview.titles.own)
  await page.getByLabel(words.answers.names.whyWrong).fill('The amount was paid on October 1, 2026.')
  await nextTo(page, words.interview.titles.fix)
  await page.getByLabel(words.answers.names.fix).fill('Please release the levy and apply the payment.')
  await goToPart(page, 'look')
  await page.getByRole('link', { name: 'The amount was paid on October 1, 2026.' }).waitFor()
  await noViolations(page)
}

/** Presses Next until the question with this heading is there. */
export async function nextTo(page: Page, title: string): Promise<void> {
  const heading = page.locator('#question-title')
  await heading.waitFor()
  for (let pages = 0; pages < 30; pages += 1) {
    const shown = await heading.textContent()
    if (shown === title) return
    await page.getByRole('button', { name: words.interview.next, exact: true }).click()
    await page.waitForFunction(
      (before) => document.querySelector('#question-title')?.textContent !== before,
      shown,
    )
  }
  throw new Error(`Next does not lead to "${title}"`)
}

/** Goes straight to a part of the interview. */
export async function goToPart(page: Page, part: keyof typeof words.interview.parts): Promise<void> {
  const parts = page.getByRole('navigation', { name: words.interview.steps })
  await parts.getByRole('link', { name: new RegExp(`${words.interview.parts[part]}$`) }).click()
  await parts.locator('[aria-current=step]', { hasText: words.interview.parts[part] }).waitFor()
}

/** Says yes, by its key, to each question that is left about a letter. */
export async function sayYes(page: Page): Promise<void> {
  const left = /(\d+) of (\d+)/.exec(
    (await page.getByRole('heading', { name: /\d of \d/ }).textContent()) ?? '',
  )
  for (let at = Number(left?.[1]); at <= Number(left?.[2]); at += 1) {
    await page.getByRole('heading', { name: new RegExp(`${at} of \\d`) }).waitFor()
    await page.keyboard.press('y')
  }
}

/** Unfolds a part of the page of a letter. */
export const openPart = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).getByRole('button').click()

/** From the check by looking to the form with every fact. */
export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: /more facts?,|^Nothing else was read/ }).click()
  await page.getByRole('button', { name: words.check.form }).click()
}

/** No rule of WCAG 2.2 AA that axe can check is broken on the page as it stands. */
export async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: page as never })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('iframe')
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
