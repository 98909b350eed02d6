import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GrayImage } from '../../../src/main/reading/files/scan.ts'
import { chanceFrom } from '../../fixtures/chance.ts'
import { corpusOf } from '../../fixtures/corpus/corpus.ts'
import { type Shown, screens, screenshot } from '../../fixtures/corpus/screen.ts'
import { chromiumPath, closePrinter, printPdf } from '../../fixtures/printer.ts'
import { pixelsOf } from '../../fixtures/scanner.ts'
import { sampleOf } from '../../support.ts'
import { law, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(async () => {
  await closePrinter()
  await reader.close()
})

describe.skipIf(!chromiumPath)('a letter on a screen (skipped: no Chromium here)', () => {
  const paper = corpusOf(law, 5).find(
    ({ kind, truth }) => kind === 'computer notice' && truth?.noticeCode === 'CP504',
  )
  const { noticeCode, noticeDate, amountDue, contactPhone } = paper?.truth ?? {}
  const facts = { noticeCode, noticeDate, amountDue, contactPhone }
  let page: GrayImage
  beforeAll(async () => {
    const [first] = await pixelsOf(await printPdf(paper?.html ?? ''), 2550, 1)
    if (!first) throw new Error('no page')
    page = first
  })
  const read = async (bytes: Uint8Array) => {
    const result = await reader.read(bytes)
    return result.ok ? { isIrs: result.value.isIrs, facts: result.value.letters[0]?.facts } : result
  }

  test.each(sampleOf(Object.keys(screens), 2))('%s is read', async (way) => {
    const bytes = await screens[way]?.(page, chanceFrom(11))
    expect(await read(bytes ?? new Uint8Array())).toMatchObject({ isIrs: true, facts })
  })

  const windows: Shown[] = (['dark', 'gray', 'light', 'white'] as const).flatMap((theme) => [
    { theme, dpi: 90, screen: [1366, 1060], list: 0 },
    { theme, dpi: 96, screen: [3840, 1600], list: 400 },
  ])
  test.each(sampleOf(windows, 3))('in a $theme window of $screen it is read', async (shown) => {
    expect(await read(await screenshot(page, shown))).toMatchObject({ isIrs: true, facts })
  })

  test('a page that is too small to be read is not said to be from somebody else', async () => {
    const tiny = await screenshot(page, { theme: 'light', dpi: 34, screen: [1280, 720], list: 0 })
    expect((await read(tiny)) as object).not.toMatchObject({ isIrs: false })
  })
})
