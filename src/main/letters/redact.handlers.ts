import type { Api } from '../../shared/contract/contract.ts'
import { err } from '../../shared/model/result.ts'
import { makePaper } from '../papers/papers.ts'
import { secretsOf } from '../papers/redact/letter-secrets.ts'
import { redactLetter } from '../papers/redact/redact-letter.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { findScan, type LetterSources } from './list-letters.ts'

type Needs = LetterSources & { library: Pick<Library, 'pageTexts'>; reader: Reader }

/** A copy of a letter to show to others. */
export function createRedactHandlers(needs: Needs): Pick<Api, 'letter:redacted'> {
  const { library, reader } = needs
  return {
    'letter:redacted': async ({ id, namesToo }) => {
      const found = findScan(needs, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter, scan } = found
      const secrets = secretsOf(letter, namesToo)
      const files = contentsOf(library, scan.files)
      return redactLetter({
        pages: letter.pages.map((page) => library.pageTexts.find(scan.id, page)),
        secrets,
        async copy(texts, room) {
          const made = await makePaper(reader, 'redacted', { texts, secrets, room }, files)
          return made.ok ? made.value : made
        },
        reader,
      })
    },
  }
}
