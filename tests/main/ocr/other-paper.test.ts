import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { otherPaper } from '../../fixtures/other-paper.ts'
import { chromiumPath, closePrinter, printPdf } from '../../fixtures/printer.ts'
import { scanPdf } from '../../fixtures/scanner.ts'
import { formsFolder, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(async () => {
  await closePrinter()
  await reader.close()
})

describe.skipIf(!chromiumPath)('papers from others (skipped: no Chromium here)', () => {
  test.each(Object.keys(otherPaper))(
    '%s is not claimed as a letter from the IRS, nor is its scan',
    async (name) => {
      const pdf = await printPdf(otherPaper[name] ?? '')
      for (const bytes of [pdf, await scanPdf(pdf)])
        expect(await reader.read(bytes)).toMatchObject({ ok: true, value: { isIrs: false, letters: [] } })
    },
  )
})

const forms = existsSync(formsFolder) ? readdirSync(formsFolder).filter((name) => name.endsWith('.pdf')) : []

describe.skipIf(forms.length === 0)('official blanks and publications (skipped: not on this machine)', () => {
  test.each(forms)('%s gives no notice', async (name) => {
    const result = await reader.read(new Uint8Array(readFileSync(`${formsFolder}/${name}`)))
    expect(result).toMatchObject({ ok: true, value: { isIrs: false, letters: [] } })
  })
})
