/**
 * One picture each of five letters as they look when they were just dropped, for somebody who has seen neither the code nor the
 * guide: what must I do, and by when? `node tests/trial/five-letters.ts FOLDER`
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { english } from '../../src/shared/i18n/english.ts'
import { Day } from '../../src/shared/model/day.ts'
import { tell } from '../../src/shared/telling/tell.ts'
import { launchBrowser, openPage } from '../e2e/waiting.ts'
import { letterHtml } from '../fixtures/letter-html.ts'
import { addDays, type LetterSpec, specFor } from '../fixtures/letter-spec.ts'
import { getNotice } from '../fixtures/made-letter.ts'
import { otherPaper } from '../fixtures/other-paper.ts'
import { closePrinter, printPdf } from '../fixtures/printer.ts'
import { law } from '../law.ts'
import { projectFolder, testCore } from '../support.ts'

const today = '2026-11-22'
const folder = process.argv[2] ?? join(projectFolder, 'out/trial')

const person = {
  name: 'MARGUERITE T BRIGHTWATER',
  mixedName: 'Marguerite T Brightwater',
  street: '4217 Alder Ct',
  city: 'Fairhaven, OH 44999',
  tin: '000-00-4411',
  isBusiness: false,
}

function letter(code: string, noticeDate: string, seed: number): string {
  const spec = specFor(getNotice(law, code), seed)
  const hearingBy = spec.hearingBy && addDays(noticeDate, 30)
  const truth = { ...spec.truth, noticeDate, respondByDate: hearingBy, taxPeriods: ['2023'], form: '1040' }
  const own: LetterSpec = { ...spec, person, pages: 2, hearingBy, truth }
  return letterHtml({ ...own, look: { ...spec.look, maskedTin: 'XXX-XX-4411', dateStyle: 'long' } })
}

const papers = [
  { what: 'open', html: letter('CP90', '2026-11-11', 21) },
  { what: 'near', html: letter('LT11', '2026-10-28', 11) },
  { what: 'late, and one right is left', html: letter('CP77', '2026-08-07', 31) },
  { what: 'all over', html: letter('L3193', '2026-07-06', 41) },
  { what: 'not from the IRS', html: otherPaper['a debt-relief mailer in the dress of a notice'] ?? '' },
]

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const [index, paper] of papers.entries()) await look(browser, paper, String(index + 1))
} finally {
  await browser.close()
  await closePrinter()
}

async function look(browser: Browser, { what, html }: (typeof papers)[number], name: string): Promise<void> {
  const pdf = await printPdf(html)
  writeFileSync(join(folder, `${name}.pdf`), pdf)
  const core = testCore(undefined, today, 'browser')
  const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  const page = await openPage(browser)
  try {
    await page.goto(shell.newUrl())
    await page.locator('main h1').waitFor()
    const file = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) }
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.waitForURL(/#\/letter\//)
    await core.idle()
    await page.locator('.scan-area img').first().waitFor()
    // What was said about adding the file goes away.
    await page.waitForTimeout(8000)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    const [own] = (await core.api['letters:list'](null)).letters
    if (!own) throw new Error('the letter was not kept')
    const { state, when, nextStep } = tell(law, own, Day.parse(today))
    console.log(
      `${name} (${what}): ${state}. ${when ? english(when.text) : 'No day.'} | ${english(nextStep.text)}`,
    )
  } finally {
    await page.context().close()
    await shell.close()
    await core.close()
  }
}
