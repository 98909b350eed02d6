import type { Page } from 'playwright-core'

/** What a person who hears the page is told to be on. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    // Nothing has the focus; the words of the whole page are no name.
    if (element === document.body) return ''
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
        ? element.labels
        : null
    const named = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
    const text = [
      element?.getAttribute('aria-label'),
      ...[...(labels ?? [])].map((label) => label.textContent),
      ...named.map((id) => document.getElementById(id)?.textContent),
      element?.textContent,
    ]
    return text.filter(Boolean).join(' ').trim()
  })

/** Presses Tab until the focus is on what is named so; a place that the Tab key does not reach fails. */
export async function tabTo(page: Page, name: RegExp, most = 150): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press('Tab')
    if (name.test(await focused(page))) return
  }
  throw new Error(`Tab does not reach ${name}`)
}

/** Leads there by Tab, and presses Enter. */
export async function enter(page: Page, name: RegExp, most?: number): Promise<void> {
  await tabTo(page, name, most)
  await page.keyboard.press('Enter')
}

/** Writes over what stands in the field that has the focus. */
export async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}
