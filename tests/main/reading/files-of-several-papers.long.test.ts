import { afterAll, describe, expect, test } from 'vitest'
import { bundlesOf } from '../../fixtures/corpus/bundles.ts'
import { chromiumPath, closePrinter } from '../../fixtures/printer.ts'
import { sampleOf } from '../../support.ts'
import { law, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(async () => {
  await closePrinter()
  await reader.close()
})

describe.skipIf(!chromiumPath)('a file of several papers (skipped: no Chromium here)', () => {
  test.each(sampleOf([1, 2], 2))(
    'is split into its letters, whatever lies between them (seed %i)',
    async (seed) => {
      const bundles = sampleOf(await bundlesOf(law, seed), 2)
      const found = await Promise.all(
        bundles.map(async ({ name, pdf }) => {
          const result = await reader.read(pdf)
          const letters = result.ok ? result.value.letters : []
          return [name, letters.map(({ pages, facts }) => ({ code: facts.noticeCode, pages }))]
        }),
      )
      expect(found).toEqual(bundles.map(({ name, letters }) => [name, letters]))
    },
    60_000,
  )
})
