import type { Api } from '../../../shared/contract/contract.ts'
import { err } from '../../../shared/model/result.ts'
import { findScan, type LetterSources } from '../../letters/list-letters.ts'
import type { Reader } from '../../reading/process/client.ts'
import { pictureOfPage } from '../../scans/page-picture.ts'
import { secretsOf } from './letter-secrets.ts'
import { redactedWidth, redactLetter } from './redact-letter.ts'

type Needs = LetterSources & { reader: Reader }

/** A copy of a letter to show to others. */
export function createRedactHandlers(needs: Needs): Pick<Api, 'letter:redacted'> {
  const { library, reader } = needs
  return {
    'letter:redacted': async ({ id, namesToo }) => {
      const found = findScan(needs, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter, scan } = found
      return redactLetter({
        pages: letter.pages.map((page) => library.pageTexts.find(scan.id, page)),
        imageOf: ({ page, rotation }) => pictureOfPage(needs, scan.id, page, redactedWidth, rotation),
        secrets: secretsOf(letter, namesToo),
        reader,
      })
    },
  }
}
