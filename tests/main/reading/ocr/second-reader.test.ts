import { expect, test } from 'vitest'
import type { GrayImage } from '../../../../src/main/reading/files/scan.ts'
import type { Model, Recognizer } from '../../../../src/main/reading/ocr/recognizer.ts'
import { withSecondReader } from '../../../../src/main/reading/ocr/second-reader.ts'
import { noticeCodesFrom } from '../../../../src/main/reading/rules/notice-codes.ts'
import { chooseNumber, numbersOn } from '../../../../src/main/reading/rules/notice-number.ts'
import type { Line, PageText } from '../../../../src/shared/model/letter.ts'
import { law } from '../reading-support.ts'

const codes = noticeCodesFrom(law)
const image: GrayImage = { width: 600, height: 800, pixels: Buffer.alloc(600 * 800, 255) }

const line = (text: string, box: Line['box'], confidence = 0.96): Line => ({ text, box, confidence })

/** A box whose number was read as `text`, or not at all. */
const boxWith = (text: string, confidence: number): PageText => ({
  page: 1,
  aspect: 600 / 800,
  source: 'ocr',
  rotation: 0,
  lines: [
    line('Notice', [0.6, 0.05, 0.06, 0.01]),
    ...(text === '' ? [] : [line(text, [0.8, 0.05, 0.06, 0.01], confidence)]),
    line('Notice date', [0.6, 0.07, 0.1, 0.01]),
    line('May 4, 2026', [0.8, 0.07, 0.1, 0.01]),
  ],
})

/** Each model reads the same whenever it is asked. */
function reading(texts: Record<Model, string>): Recognizer {
  return {
    words: async (_, __, model = 'fast') =>
      texts[model] === '' ? [] : [{ text: texts[model], box: [16, 16, 60, 20], confidence: 0.9, size: 20 }],
    warmUp: () => {},
    close: async () => {},
  }
}

const chosen = async (page: PageText, texts: Record<Model, string>) => {
  const sure = await withSecondReader(codes, page, image, reading(texts), new Map())
  return chooseNumber(numbersOn(codes, sure))?.value ?? null
}

test.each<[string, PageText, Record<Model, string>, string | null]>([
  [
    'both readings agree, so that an unsure number counts',
    boxWith('LT39', 0.65),
    { fast: '\\T39', second: 'LT39' },
    'LT39',
  ],
  [
    'one reading sees another notice: in doubt',
    boxWith('CP504', 0.9),
    { fast: 'CP504', second: 'CP501' },
    null,
  ],
  [
    'both see another notice than at first: in doubt',
    boxWith('CP501', 0.9),
    { fast: 'CP504', second: 'CP504' },
    null,
  ],
  ['no reading bears a number out: in doubt', boxWith('CP504', 0.9), { fast: 'CPS', second: '' }, null],
  ['a misread number that both models read', boxWith('126', 0.5), { fast: 'LT26', second: 'LT26' }, 'LT26'],
  ['a misread number that one model reads', boxWith('126', 0.5), { fast: 'LT26', second: '' }, null],
  ['a number that was not seen at first', boxWith('', 0), { fast: 'LT75', second: 'LT75' }, 'LT75'],
  [
    'a date beside the label is no misread number',
    boxWith('5/4/26', 0.5),
    { fast: 'LT26', second: 'LT26' },
    null,
  ],
])('%s', async (_, page, texts, want) => {
  expect(await chosen(page, texts)).toBe(want)
})
