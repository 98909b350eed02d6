import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openScan } from '../../../src/main/reading/files/open-scan.ts'
import type { Recognizer } from '../../../src/main/reading/ocr/recognizer.ts'
import { readScan } from '../../../src/main/reading/read-scan.ts'
import type { PageText } from '../../../src/shared/model/letter.ts'
import type { Rotation } from '../../../src/shared/model/page-layout-override.ts'
import { typedPicture } from '../../fixtures/typed-picture.ts'
import { resources } from '../../support.ts'
import { law } from './reading-support.ts'

/** An engine that finds no word, whichever way a page lies; `asked` is how often it was shown a piece. */
function findingNothing(): Recognizer & { asked: number } {
  return {
    asked: 0,
    async words() {
      this.asked++
      return []
    },
    warmUp: () => {},
    close: async () => {},
  }
}

async function firstPage(
  bytes: Uint8Array,
  person: Rotation | null,
  storedPages: PageText[] = [],
  recognizer: ReturnType<typeof findingNothing> | null = findingNothing(),
): Promise<{ text: PageText; asked: number }> {
  const scan = await openScan([{ bytes }])
  if (!scan.ok) throw new Error(scan.error.code)
  const turns = person === null ? [] : [{ page: 1, rotation: person }]
  const result = await readScan(scan.value, {
    numbers: law,
    layoutOverride: { turns, letters: null, excludedPages: [] },
    storedPages,
    recognizer,
    witness: { read: async () => null },
    atOnce: 1,
    onPage: () => {},
    onFirstNumber: () => {},
    canceled: () => false,
    elapsed: () => 0,
  })
  await scan.value.close()
  if (!result.ok) throw new Error(result.error.code)
  const [text] = result.value.texts
  if (!text) throw new Error('no page')
  return { text, asked: recognizer?.asked ?? 0 }
}

const made = typedPicture({ code: 'CP504' }, 600)
const picture = async () => new Uint8Array(await made)

test('a scanned page is read as the person rotated it, whatever its print shows', async () => {
  expect((await firstPage(await picture(), null)).text.rotation).toBe(0)
  for (const person of [90, 180, 270] as const) {
    const { text } = await firstPage(await picture(), person)
    expect([text.rotation, text.deskewed?.turned]).toEqual([person, true])
  }
})

test('what was read of a page is used again only while it lies as it was read', async () => {
  const { text } = await firstPage(await picture(), 90)
  expect((await firstPage(await picture(), 90, [text])).asked).toBe(0)
  expect((await firstPage(await picture(), 180, [text])).asked).toBeGreaterThan(0)
  expect((await firstPage(await picture(), null, [text])).asked).toBeGreaterThan(0)
})

test('a text layer is taken as the person rotated its page', async () => {
  const pdf = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
  // Without an engine: one that finds no word says that the page does not show the text of its layer.
  const page = (person: Rotation | null) => firstPage(pdf, person, [], null)
  const [upright, rotated] = [await page(null), await page(90)]
  expect([upright.text.source, upright.text.rotation]).toEqual(['text-layer', 0])
  expect([rotated.text.source, rotated.text.rotation]).toEqual(['text-layer', 90])
})
