import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { otherPaper } from '../../fixtures/other-paper.ts'
import { chromiumPath, closePrinter, printPdf } from '../../fixtures/printer.ts'
import { scanPdf } from '../../fixtures/scanner.ts'
import { sampleOf } from '../../support.ts'
import { formsFolder, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(async () => {
  await closePrinter()
  await reader.close()
})

describe.skipIf(!chromiumPath)('papers from others (skipped: no Chromium here)', () => {
  const none = { ok: true, value: { isIrs: false, letters: [] } }
  const names = Object.keys(otherPaper)
  test.each(names)('%s is not claimed as a letter from the IRS', async (name) => {
    expect(await reader.read(await printPdf(otherPaper[name] ?? ''))).toMatchObject(none)
  })
  test.each(sampleOf(names, 5))('nor is the scan of %s', async (name) => {
    const scan = await scanPdf(await printPdf(otherPaper[name] ?? ''))
    expect(await reader.read(scan)).toMatchObject(none)
  })
})

const forms = existsSync(formsFolder) ? readdirSync(formsFolder).filter((name) => name.endsWith('.pdf')) : []

describe.skipIf(forms.length === 0)('official blanks and publications (skipped: not on this machine)', () => {
  test.each(forms)('%s gives no notice', async (name) => {
    const result = await reader.read(new Uint8Array(readFileSync(`${formsFolder}/${name}`)))
    expect(result).toMatchObject({ ok: true, value: { isIrs: false, letters: [] } })
  })
})
