import sharp from 'sharp'
import { expect, test } from 'vitest'
import { redactLetter } from '../../../../src/main/security/redact/redact-letter.ts'
import type { PageText } from '../../../../src/shared/model/letter.ts'
import { err, ok } from '../../../../src/shared/model/result.ts'

const page: PageText = {
  page: 1,
  aspect: 0.77,
  source: 'ocr',
  rotation: 0,
  lines: [{ text: 'SSN 900-12-3456', box: [0.1, 0.1, 0.3, 0.02], confidence: 1 }],
}
const white = async () =>
  ok({
    type: 'image/png' as const,
    bytes: new Uint8Array(
      await sharp({ create: { width: 200, height: 260, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ),
  })
const secrets = { numbers: [], last4: [], texts: [] }

test('a copy in which the number can still be read is not given away', async () => {
  const read = async () => ok({ pageCount: 1, isIrs: true, letters: [], texts: [page], msToNumber: null })
  const copy = await redactLetter({ pages: [page], imageOf: white, secrets, reader: { read } })
  expect(copy).toEqual(err({ code: 'redact.remains' }))
})

test('a page whose words are not known is no page to give away', async () => {
  const read = async () => ok({ pageCount: 1, isIrs: true, letters: [], texts: [], msToNumber: null })
  const copy = await redactLetter({ pages: [page, undefined], imageOf: white, secrets, reader: { read } })
  expect(copy).toEqual(err({ code: 'redact.not-read' }))
})
