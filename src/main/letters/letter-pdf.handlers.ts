import type { Api } from '../../shared/contract/contract.ts'
import type { PageText } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import { makePaper } from '../papers/papers.ts'
import { secretsOf } from '../papers/redact/letter-secrets.ts'
import { redactLetter } from '../papers/redact/redact-letter.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { findScan, type LetterSources } from './list-letters.ts'

type Needs = LetterSources & { library: Pick<Library, 'pageTexts'>; reader: Reader; resources: string }

/** Copies of a letter as a PDF: to keep and search, or to show to others. */
export function createLetterPdfHandlers(needs: Needs): Pick<Api, 'letter:searchable' | 'letter:redacted'> {
  const { library, reader, resources } = needs
  return {
    'letter:searchable': async ({ id }) => {
      const found = findScan(needs, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter, scan } = found
      const texts = letter.pages.map((page) => library.pageTexts.find(scan.id, page) ?? unread(page))
      const order = { texts, resources }
      const made = await makePaper(reader, 'searchable', order, contentsOf(library, scan.files))
      if (!made.ok) return made
      return made.value.ok ? ok({ bytes: made.value.value }) : made.value
    },
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

/** A page that was not read yet is a picture alone. */
const unread = (page: number): PageText => ({ page, aspect: 1, source: 'ocr', rotation: 0, lines: [] })
