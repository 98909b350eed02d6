import words from '../../../resources/words/en.json' with { type: 'json' }
import { answersFromFacts } from '../../shared/appeals/answers-from-facts.ts'
import { appealPapers } from '../../shared/appeals/appeal-papers.ts'
import { whoLine } from '../../shared/appeals/format-facts.ts'
import type { Api } from '../../shared/contract/contract.ts'
import { factsOf } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { findScan } from '../letters/listed-letters.ts'
import { rotationsOf } from '../scans/scan-layout.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { buildPacket } from './packet/build-packet.ts'
import { draftPdf } from './packet/draft-pdf.ts'
import { loadFonts } from './pdf/fonts.ts'

/** Papers are made anew from the facts at each call; nothing of them is stored. */
export function createPacketsHandlers(parts: SessionContext): Pick<Api, 'draft:pdf' | 'packet:pdf'> {
  const { law, forms, clock, resources, library, reader } = parts
  return {
    'draft:pdf': async ({ id }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter } = found
      const { form, draft } = appealPapers(forms, law, letter, clock.today())
      const facts = factsOf(letter)
      const who = whoLine(answersFromFacts(letter.answers, facts).name, facts)
      const bytes = await draftPdf(await loadFonts(resources), form, draft, who)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'packet:pdf': async ({ id, cover, duplex, straighten }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter, scan } = found
      return buildPacket({
        law,
        letter,
        today: clock.today(),
        fonts: await loadFonts(resources),
        forms,
        scan: contentsOf(library, scan.files),
        reader,
        rotationOf: rotationsOf(library, scan.id),
        enclosure: (exhibit) => library.exhibits.getBytes(exhibit),
        blanks: mappedBlanks(parts),
        cover,
        duplex,
        straighten,
        words: { ways: words.mailing.ways, facts: words.officialFacts },
      })
    },
  }
}

/** The official blanks that can be filled; of two of one form the newer. */
const mappedBlanks = ({ library }: SessionContext) =>
  library.blanks
    .list()
    .toReversed()
    .flatMap(({ id, manifest }) => (manifest ? [{ manifest, bytes: library.blanks.getBytes(id) }] : []))
