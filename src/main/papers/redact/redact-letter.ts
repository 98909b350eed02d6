import type { PageText } from '../../../shared/model/letter.ts'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import type { Reader } from '../../reading/process/client.ts'
import type { ReadFailure } from '../../reading/read-results.ts'
import { findSecrets, type Secrets } from './find-secrets.ts'
import type { RedactedCopy } from './redacted-copy.ts'

type RedactFailure = ReadFailure | Failure<'redact.not-read' | 'redact.remains'>
type RedactInput = {
  /** What was read on each page of the letter, in its order; undefined: never read. */
  pages: (PageText | undefined)[]
  /** Makes the copy, where a stranger's pages may be decoded; `room`: how much more of each line goes. */
  copy: (texts: readonly PageText[], room: number) => Promise<Result<RedactedCopy, ReadFailure>>
  secrets: Secrets
  reader: Pick<Reader, 'read'>
}

/**
 * If the first attempt was not enough, what was found in the copy is blacked out too, since it is read in other lines than the
 * letter was; after that more of each line; see `redactBoxes`.
 */
const rooms = [0.05, 0.05, 1]

/**
 * A copy of a letter that is only pictures, with the secrets blacked out: no text, no metadata. It is read
 * again before anyone gets it; if a secret can still be read, there is no copy.
 */
export async function redactLetter(input: RedactInput): Promise<Result<RedactedCopy, RedactFailure>> {
  let texts: PageText[] = []
  for (const page of input.pages) {
    if (!page) return err({ code: 'redact.not-read' })
    texts.push(page)
  }
  if (texts.length === 0) return err({ code: 'redact.not-read' })
  let redacted: number | null = null
  for (const room of rooms) {
    const copy = await input.copy(texts, room)
    if (!copy.ok) return copy
    redacted ??= copy.value.redacted
    const again = await input.reader.read([{ bytes: copy.value.bytes }])
    if (!again.ok) return again
    const found = again.value.texts
    const isClean = found.every(({ lines }) => findSecrets(lines, input.secrets).length === 0)
    // A page that was not read again may still show everything.
    if (found.length !== texts.length) continue
    if (isClean) return ok({ ...copy.value, redacted })
    texts = texts.map((text, at) => withFound(text, found[at], input.secrets))
  }
  return err({ code: 'redact.remains' })
}

function withFound(text: PageText, copy: PageText | undefined, secrets: Secrets): PageText {
  const remaining = (copy?.lines ?? []).filter((line) => findSecrets([line], secrets).length > 0)
  return { ...text, lines: [...text.lines, ...remaining] }
}
