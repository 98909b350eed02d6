import { afterAll, describe, expect, test } from 'vitest'
import { getNotice, printedLetter } from '../../fixtures/made-letter.ts'
import { chromiumPath, closePrinter } from '../../fixtures/printer.ts'
import { scanPdf } from '../../fixtures/scanner.ts'
import { sampleOf } from '../../support.ts'
import { law, missionCodes, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(async () => {
  await closePrinter()
  await reader.close()
})

async function factsOf(bytes: Uint8Array) {
  const result = await reader.read(bytes)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.letters.map((letter) => letter.facts)
}

describe.skipIf(!chromiumPath)('letters printed by Chromium (skipped: no Chromium here)', () => {
  test.each(sampleOf(missionCodes, 3))(
    '%s with a text layer gives its number and every field',
    async (code) => {
      const { spec, pdf } = await printedLetter(getNotice(law, code), 2)
      expect(await factsOf(pdf)).toEqual([spec.truth])
    },
  )

  test.each(sampleOf(missionCodes, 7))(
    '%s as a clean scan gives its number and every field',
    async (code) => {
      const { spec, pdf } = await printedLetter(getNotice(law, code), 3)
      expect(await factsOf(await scanPdf(pdf, 1))).toEqual([spec.truth])
    },
  )
})
