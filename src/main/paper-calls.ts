import { answersFromFacts } from '../shared/appeals/answers-from-facts.ts'
import { draft9423 } from '../shared/appeals/draft-9423.ts'
import { whoLine } from '../shared/appeals/format-facts.ts'
import type { Api } from '../shared/contract.ts'
import { computeDeadlines } from '../shared/deadlines/compute-deadlines.ts'
import { factsOf } from '../shared/model/letter.ts'
import { err, ok } from '../shared/model/result.ts'
import { draft9423Pdf } from '../shared/papers/draft-9423-pdf.ts'
import { scanTypeOf } from './intake/scan-type.ts'
import { findScan } from './listed-letters.ts'
import { loadFonts } from './packets/fonts.ts'
import { loadForm9423 } from './packets/form-files.ts'
import { buildPacket } from './packets/packet.ts'
import type { Parts } from './parts.ts'

/** Papers are made anew from the facts at each call; nothing of them is stored. */
export function createPaperCalls(parts: Parts): Pick<Api, 'app:start' | 'draft:pdf' | 'packet:pdf'> {
  const { law, clock, resources, library, reader, version, shell } = parts
  return {
    'app:start': async () => ({
      law,
      form9423: await loadForm9423(resources),
      today: clock.today(),
      version,
      shell,
    }),
    'draft:pdf': async ({ id }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter } = found
      const form = await loadForm9423(resources)
      const today = clock.today()
      const deadlines = computeDeadlines(law, letter, today)
      const draft = draft9423({ form, law, letter, deadlines, today })
      const facts = factsOf(letter)
      const who = whoLine(answersFromFacts(letter.answers, facts).name, facts)
      const bytes = await draft9423Pdf(await loadFonts(resources), form, draft, who)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'packet:pdf': async ({ id }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter, scan } = found
      const bytes = library.scans.getBytes(scan.id)
      return buildPacket({
        law,
        letter,
        today: clock.today(),
        fonts: await loadFonts(resources),
        form: await loadForm9423(resources),
        scan: bytes,
        scanType: scanTypeOf(bytes),
        reader,
        rotationOf: (page) => scan.rotations[page - 1] ?? 0,
      })
    },
  }
}
